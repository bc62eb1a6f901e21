"""Words of any peace process: of talks and truces, of fighting, of who speaks for somebody."""

from __future__ import annotations

import re

_STEMS_OF_TALKS = (
    r"(?:talks|negotiat\w+|cease-?fires?|truces?|cessation|hostilities|peace|politic\w+|settlement|transition\w*|rounds?"
    r"|delegat\w+|mediat\w+|agreements?|deals?|accords?|prisoners?|detainees?|hostages?|sieges?|besieg\w+|blockades?|aid"
    r"|humanitarian|convoys?|elections?|referendum|constitution\w*|resum\w+|boycott\w*|walk(?:ed|ing)?\s+(?:out|away)|envoys?"
    r"|sanctions?|resolution|monitor\w*|violat\w+|concessions?|preconditions?|diploma\w+|compromise\w*|table|refugees?"
    r"|opposition|obstacles?|vot(?:e|es|ing)|take\s+part|participat\w+|attend\w*|victory|disarm\w*|amnesty|federal\w*|autonom\w+|power-sharing|dialogue|conference|summit|plan|resign\w*|implement\w*)"
)
_STEMS_OF_FIGHTING = (
    r"(?:attack\w*|air\s?strikes?|strikes?|raids?|shell(?:s|ed|ing)|bomb\w*|offensives?|advanc\w+|assaults?|fight\w*"
    r"|clash\w*|troops?|forces|army|military|soldiers?|rebels?|insurgents?|militants?|captur\w+|seiz\w+|ret[ao]k\w+"
    r"|recaptur\w+|reclaim\w+|overr[au]n\w*|encircl\w+|killed|killing|casualt\w+|fled|flee\w*|displac\w+|exodus|rockets?"
    r"|missiles?|(?:war)?planes?|aircraft|drones?|tanks?|artillery|front(?:line)?s?|storm\w*|reinforce\w+|withdr[ae]w\w*"
    r"|civilians?|escalat\w+|aerial|escap\w+|border|camps?|mass(?:ed|ing)|ground|enter(?:ed|s)?\s+the\s+city|operations?|terroris\w+|war|battle\w*|weapons?|arms|arming|starv\w+|evacuat\w+|territory)"
)
_OF_TALKS = re.compile(rf"\b{_STEMS_OF_TALKS}\b", re.IGNORECASE)
_OF_FIGHTING = re.compile(rf"\b{_STEMS_OF_FIGHTING}\b", re.IGNORECASE)
# In characters: words that begin alike ("negotiate", "negotiators") are one.
_ALIKE = 6
# The last word of a phrase for those who sit, speak for a party, mediate, monitor or fight.
_SPEAKS = re.compile(
    r"\b(?:officials?|diplomats?|rebels?|insurgents?|opposition|government|army|military|regime|coalition|alliance|ministry"
    r"|minister|president|premier|chancellor|king|secretary|ambassador|envoy|spokes\w+|negotiators?|delegat\w+|mediators?"
    r"|commanders?|general|fighters?|factions?|groups?|figures|leaders?|chief|adviser|advisor|monitors?|observers?"
    r"|observatory|council|committee|command|commission\w*|agenc(?:y|ies)|police|authorities|administration|parliament"
    r"|lawmakers?|representatives?|activists?|sources?|party|movement|front|militias?|kremlin|palace|cabinet|governor"
    r"|states?|countries|powers|allies|head|director|member|community|coordinator|investigators|inspectors|side|sides)\b",
    re.IGNORECASE,
)
# Who comments from outside.
_OUTSIDE = re.compile(
    r"\b(?:analysts?|experts?|professors?|scholars?|fellow|journalists?|reporters?|correspondents?|authors?|editors?"
    r"|columnists?|historians?|lecturers?|residents?|students?|think[\s-]tank|newspaper|television|media|channel|founder)\b",
    re.IGNORECASE,
)
# What is turned down so is a proposal, not a charge.
_PROPOSAL = re.compile(
    r"(?:the|an?|any|his|her|its|their)\s+(?:\w+\s+)?(?:(?:ideas?|plans?|proposals?|offers?|calls?|demands?)\b"
    r"|suggestions?\s+(?:by|from)\b)",
    re.IGNORECASE,
)
_CHANGE = (
    r"(?:collaps\w+|falter\w+|unravel\w*|stall\w+|br(?:oke|oken|eak|eaking)\s+(?:down|off|up)|call(?:ed|ing)\s+off|halt\w+"
    r"|suspend\w*|suspension|postpon\w+|paus\w+|resum\w+|extend\w+|expir\w+|threaten\w*|fragile|frayed|shaky|hold(?:s|ing)?"
    r"|held|(?:t(?:ake|akes|ook|aking)|c(?:ome|omes|ame|oming)|g(?:o|oes|oing)|went)\s+(?:into\s+)?(?:effect|force)|fail\w*"
    r"|walk(?:ed|ing)\s+out|pull(?:ed|ing)\s+out|delay\w*|strain|deadlock\w*|in\s+doubt|uncertain|unconfirmed|little\s+progress"
    r"|no\s+sign|no\s+progress|confirm\w*|participat\w+|breach\w*|violat\w+|unable|undermin\w+|due\s+to|supposed\s+to|brokered|struggl\w+|demand\w*"
    r"|back(?:s|ed|ing)|favou?rs?|support\w*)"
)
_COURSE = (
    r"(?:talks|negotiations|truce|cease-?fire|cessation|peace\s+(?:process|efforts?)"
    r"|rounds?|agreement|deal|diplomacy|plan)"
)
_STATE = re.compile(rf"\b(?:{_COURSE}\b.{{0,90}}?\b{_CHANGE}|{_CHANGE}\b.{{0,60}}?\b{_COURSE})\b", re.IGNORECASE)
_EVENT = re.compile(
    r"\b(?:captured|seized|retook|retaken|recaptured|reclaimed|overran|advanc(?:ed|ing)|launch(?:ed|ing)|attack(?:ed|ing)|struck"
    r"|hit|shelled|bombed|pound(?:ed|ing)|stormed|encircled|besieged|cut|clashed|erupted|killed|fled|fleeing|evacuated|withdrew"
    r"|deployed|send(?:ing)?|sent|countered|counterattacked|repelled|thwarted|rag(?:ed|ing)|resumed|intensified|escalated"
    r"|targeting|choking|reversed|shot\s+down|fell|control(?:s|led)?|massing|under\s+(?:pressure|siege|fire)|prompted"
    r"|continued)\b",
    re.IGNORECASE,
)


def richness(words: str) -> int:
    """How many different words of talks and of fighting stand in some words."""
    return len(_kinds(_OF_TALKS, words)) + len(_kinds(_OF_FIGHTING, words))


def _kinds(pattern: re.Pattern[str], words: str) -> frozenset[str]:
    return frozenset(m.group().lower()[:_ALIKE] for m in pattern.finditer(words))


def speaks_for_somebody(words: str) -> bool:
    """Whether a phrase or a role is of one who takes part, mediates, monitors or fights, and not of an onlooker."""
    return _SPEAKS.search(words) is not None and not _OUTSIDE.search(words)


def onlooker(words: str) -> bool:
    """Whether a phrase or a role is of one who comments from outside: an analyst, a reporter."""
    return _OUTSIDE.search(words) is not None


def state_of_talks(sentence: str) -> bool:
    """Whether a sentence tells how talks or a truce stand: "the truce has frayed", "halted the talks"."""
    return _STATE.search(sentence) is not None


def event_of_war(sentence: str) -> bool:
    """Whether a sentence tells an event of the fighting: a verb of it beside two other words of it."""
    return _EVENT.search(sentence) is not None and len(_kinds(_OF_FIGHTING, sentence)) > 1


def is_proposal(words: str) -> bool:
    """Whether words that are turned down or dismissed are an idea or an offer, and no charge."""
    return _PROPOSAL.match(words) is not None
