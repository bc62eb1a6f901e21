"""The parts of names that tell one actor from another less than the rest, or not at all: closed, world-wide lists."""

from __future__ import annotations

# Words that a name may or may not carry: English and Romance articles and "of", the Arabic article.
PARTICLES = frozenset(
    """the a an of and al el ul ur as ash mr mrs ms dr sir
    de del della di do dos da das du des la las lo los le les et""".split()
)
# The Arabic article before sun letters is written with a hyphen; without one these are words of their own.
HYPHENED_ARTICLES = "al el il ul as es us ash ad ed ud an en ar er ur at et az ez uz".split()
# "Son of", "daughter of", and prefixes of family names: spelt out in one paper, left out in the next.
KINSHIP = frozenset("bin ibn ben bint binti binte ould oglu ogly van von der den ter ten zu".split())

# Forms of address and office that stand before a person's name, and are no part of it.
HONORIFICS = frozenset(
    """mr mrs ms miss mister madam madame monsieur mme mlle herr frau senor senora dona dr doctor prof professor
    sir dame lady queen princess sheikh shaikh shaykh sheik cheikh mullah mulla molla maulana maulvi mawlawi moulvi
    ayatollah hojatoleslam hojjatoleslam pope bishop archbishop father fr sister rev reverend rabbi pastor patriarch
    president vice premier chancellor minister prime foreign deputy secretary ambassador envoy senator sen
    congressman congresswoman representative rep governor gov mayor chief chairman chairwoman spokesman
    spokeswoman spokesperson leader commander general gen colonel col lieutenant lt maj captain capt sergeant sgt
    brigadier brig admiral adm comrade hon honourable honorable prasident presidente""".split()
)
# Forms of address that are names elsewhere, so they go only where two more words follow.
NAMELIKE_HONORIFICS = frozenset(
    """u daw don lord king prince emir emperor sultan imam sayyid sayed syed sayyed haji hajji hajj alhaji cardinal
    brother major judge justice marshal""".split()
)

# What companies add to their names, by what it means; several words as one entry.
LEGAL_FORMS: dict[str, tuple[str, ...]] = {
    "stock": (
        "joint stock company", "open joint stock company", "closed joint stock company", "public joint stock company",
        "public limited company", "aktiengesellschaft", "aktiebolag", "aktieselskab", "aksjeselskap", "osakeyhtio",
        "societe anonyme", "sociedad anonima", "sociedade anonima", "societa per azioni", "naamloze vennootschap",
        "anonim sirketi", "kabushiki kaisha", "societas europaea", "aktsionernoe obshchestvo",
        "ag", "sa", "nv", "ab", "asa", "oyj", "spa", "plc", "jsc", "ojsc", "cjsc", "pjsc", "oao", "zao", "pao",
        "se", "pt", "kk",
    ),
    "limited": (
        "limited liability company", "private limited company", "gesellschaft mit beschrankter haftung",
        "societe a responsabilite limitee", "sociedad de responsabilidad limitada",
        "societatea cu raspundere limitata", "societa a responsabilita limitata", "besloten vennootschap",
        "private limited", "pvt limited", "pvt ltd", "pte ltd", "co ltd", "company limited", "co limited", "sdn bhd",
        "llc", "ltd", "limited", "gmbh", "bv", "bvba", "srl", "sarl", "sprl", "ooo", "doo", "oy", "sl", "kft",
        "lda", "ltda",
    ),
    "corporation": ("incorporated", "corporation", "inc", "corp", "company", "co"),
    "partnership": ("limited liability partnership", "limited partnership", "llp", "lp", "kg", "ohg"),
}  # fmt: skip

# Those of one word that stand before the name in some countries; at that place others are words of the name.
LEADING_FORMS = frozenset("jsc ojsc cjsc pjsc oao zao pao ooo pt llc srl".split())

# Words that say what a body is. In small letters they describe it ("the X movement"), in capitals they may belong to
# its name. Armies, forces and governments are not among them: a land's are another actor than the land.
DESIGNATORS = frozenset(
    """movement movements group groups militia militias rebel rebels party fighters insurgents guerrilla guerrillas
    guerillas organization organisation faction militants alliance coalition bloc newspaper daily magazine broadcaster
    channel website company firm""".split()
)
# Words so common in names of bodies that sharing them says little; two different ones are never spellings of one.
GENERIC = DESIGNATORS | frozenset(
    """national international regional local federal central united union unity general supreme high higher
    democratic republican republic people peoples popular liberal liberation socialist communist labour
    workers progressive revolutionary revolution patriotic islamic christian muslim arab african
    european american asian north south east west northern southern eastern western free new old young
    joint common royal state army armies force forces government rebellion insurgency agency network
    front council committee commission congress assembly parliament senate ministry department office
    authority bureau board court bank fund trust holding holdings institute centre association
    federation confederation league society foundation service services security defence interior
    internal external foreign affairs justice finance health education information police policy
    military armed command corps brigade division battalion guard guards mission delegation team unit
    action resistance salvation peace reform reformed development reconstruction times news post press
    herald tribune gazette journal courier standard voice world global today media radio television
    industry industries group systems solutions technology capital partners""".split()
)

ORDINALS = {
    word: str(number)
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
ROMAN = {
    word: str(number)
    for number, word in enumerate(
        "ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), 2
    )
}  # fmt: skip
