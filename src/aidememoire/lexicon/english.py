"""The closed word classes of English: short lists that are complete, and so are no matter of any one text."""

from __future__ import annotations

ARTICLES = frozenset("the a an".split())
POSSESSIVES = frozenset("his her its their our my your".split())
DETERMINERS = (
    ARTICLES
    | POSSESSIVES
    | frozenset(
        "this that these those some any all both many several most few no another other each every either neither "
        "one two three four five six seven eight nine ten dozens hundreds thousands such".split()
    )
)
SUBJECT_PRONOUNS = frozenset("i you he she it we they".split())
PERSONAL = SUBJECT_PRONOUNS | frozenset("me him her us them who".split())
BE = frozenset("be is are was were been being am 's".split())
HAVE = frozenset("has have had having".split())
MODALS = frozenset("will would can could may might shall should must do does did ll d".split())
AUXILIARIES = BE | HAVE | MODALS
PREPOSITIONS = frozenset(
    "of in on at from for with by to about against between among during before after over under into through "
    "without within near since until towards toward upon across along around behind beside besides beyond despite "
    "inside outside off onto per than throughout via amid ahead following including like unlike as".split()
)
CONJUNCTIONS = frozenset("and or but nor yet so".split())
SUBORDINATORS = frozenset(
    "that which who whom whose when where while whereas because although though if unless until since after before "
    "as whether how why what once than".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
