"""Opposites: the two ends of what words of news say, and which words stand at which end.

English only: for other languages there is no table.
"""

import re
from functools import lru_cache

import simplemma

from generator.collate.antonyms import PAIRS
from generator.text import stemmed

Ends = frozenset[tuple[str, int]]
"""What a word says: names of axes, each with the end that it stands at, 1 or -1."""

_AXES = {
    "direction": (
        """
        rise climb gain jump surge increase raise advance soar rally up upward upwards higher grow growth expand
        expansion boost hike mount rebound skyrocket swell uptick upturn rocket spike add improve recovery
        recover strengthen heighten development develop promote enhance
        """,
        """
        fall drop shed decrease slide decline cut lower plunge tumble sink ease slip shrink reduce reduction dip
        slump slash contraction diminish dwindle down downward downwards downturn sag plummet nosedive
        depreciate curtail recede worsen slow slowdown weaken lose
        """,
    ),
    "amount": (
        "more over above exceed surpass beyond higher greater larger further additional",
        "less fewer under below lower smaller",
    ),
    "time": ("before prior earlier previously preceding ahead", "after later following afterwards subsequently"),
    "outcome": ("win victory triumph prevail winner capture secure clinch", "lose loss loser forfeit"),
    "success": ("succeed success successful successfully manage", "fail failure unsuccessful unsuccessfully"),
    "trade": ("buy purchase acquire buyer purchaser", "sell seller sale divest"),
    "consent": (
        "accept agree approve adopt endorse consent admit embrace approval acceptance ratify",
        "reject refuse decline veto rebuff spurn disapprove refusal rejection turn-down",
    ),
    "stance": (
        """
        support back favour favor endorse champion supporter backing proponent advocate cooperation cooperate welcome
        aid assistance help assist sympathy solidarity adhere agree approve
        """,
        "oppose opposition against resist opponent condemn denounce protest",
    ),
    "leave": (
        "allow permit let authorise authorize legalise legalize enable",
        "forbid ban prohibit bar prevent block outlaw prohibition",
    ),
    "truth": ("confirm acknowledge admit affirm concede", "deny refute rebut denial"),
    "statement": ("confirm say assert claim mention state stress announce", "deny"),
    "start": (
        "begin start launch commence open resume beginning",
        "end finish stop halt close cease conclude suspend terminate",
    ),
    "work": ("hire recruit employ appoint reinstate", "fire dismiss sack axe oust"),
    "going": ("enter arrive join entry arrival", "leave quit depart exit withdraw departure withdrawal"),
    "width": ("widen widening broaden", "narrow narrowing"),
    "quality": ("improve improvement better ameliorate enhance", "worsen deteriorate deterioration worse aggravate"),
    "side": ("attack assault attacker", "defend protect defender"),
    "verdict": (
        "acquit innocent exonerate clear acquittal",
        "convict guilty condemn conviction",
    ),
    "making": ("build create found establish construct", "destroy demolish dismantle abolish scrap"),
    "giving": ("lend loan lender", "borrow borrower"),
    "holding": ("release free liberate", "arrest detain jail imprison capture seize"),
    "speed": ("accelerate quicken speed hasten", "slow decelerate delay"),
    "rank": ("first", "last"),
    "life": ("survive live alive survivor", "die dead kill perish"),
    "feeling": ("optimistic optimism hopeful confident", "pessimistic pessimism gloomy"),
    "profit": ("profit profitable surplus", "loss deficit unprofitable"),
    "friend": ("friend friendship ally friendly", "enemy foe enmity hostility hostile"),
    "heat": ("escalate intensify inflame", "defuse calm soothe moderate"),
    "danger": ("safe safely unhurt unharmed uninjured", "hurt injure wound harm dangerous"),
    "praise": ("praise hail applaud laud commend", "criticise criticize condemn denounce blast slam"),
    "help": ("help assist encourage aid", "hinder hamper impede thwart discourage"),
    "open": ("open reopen opened", "close shut closed"),
    "publicity": ("reveal disclose publish unveil", "conceal hide withhold"),
    "mood": ("bullish", "bearish"),
    "grade": ("upgrade", "downgrade"),
    "sum": ("overestimate exaggerate overstate", "underestimate understate downplay"),
    "trust": ("trust believe", "distrust doubt mistrust disbelieve"),
    "size": ("big large huge enormous giant massive vast", "small tiny little minor slight"),
    "distance": ("near nearby close", "far distant"),
    "cheer": ("happy glad delighted pleased", "sad unhappy miserable upset disappointed"),
    "frequency": ("often frequently always", "rarely seldom never"),
    "meeting": ("attend", "miss skip boycott"),
    "heed": ("obey comply respect observe honour honor", "violate breach disobey flout defy break"),
    "law": ("legal lawful", "illegal unlawful outlawed"),
    "unity": ("unite unify merge reunite", "divide split separate"),
}
"""By name; each word in its basic form."""

CONVERSE = frozenset({"time", "trade", "outcome", "amount", "giving"})
"""Axes on which both ends are said of one event by those on its two sides: A sold to B, B bought from A."""

_FORMS = {
    "rose": "rise", "fell": "fall", "fallen": "fall", "won": "win", "lost": "lose", "left": "leave", "better": "better",
    "worse": "worse", "fewer": "fewer", "less": "less", "more": "more", "shut": "shut", "higher": "higher",
    "lower": "lower", "earlier": "earlier", "later": "later", "best": "best", "worst": "worst", "least": "least",
    "most": "most", "greater": "greater", "larger": "larger", "smaller": "smaller", "felt": "feel", "found": "find",
    "following": "following", "closed": "closed", "backing": "backing", "dropped": "drop", "shrunk": "shrink",
    "rising": "rise", "falling": "fall", "lowered": "cut", "lowering": "cut", "over": "over",
}  # fmt: skip
"""Forms that a dictionary takes for another word, or that say more than their basic form."""


@lru_cache(1 << 16)
def basic_form(word: str) -> str:
    """The basic form of an English word in lower case: `fight` of `fought`."""
    return _FORMS.get(word) or (simplemma.lemmatize(word, "en").lower() if word else "")


@lru_cache(1)
def _table() -> dict[str, Ends]:
    found: dict[str, set[tuple[str, int]]] = {}
    for axis, ends in _AXES.items():
        for sign, words in zip((1, -1), ends, strict=True):
            for word in words.split():
                found.setdefault(word, set()).add((axis, sign))
    for pairs in PAIRS.values():
        for pair in pairs.split():
            for sign, word in zip((1, -1), pair.split("/"), strict=True):
                found.setdefault(word, set()).add((pair, sign))
    return {word: frozenset(ends) for word, ends in found.items()}


_NOTHING: Ends = frozenset()


@lru_cache(1 << 16)
def ends_of(word: str) -> Ends:
    """What an English word in lower case says, by the tables."""
    table = _table()
    found = table.get(word) or table.get(basic_form(word), _NOTHING)
    return found or (table.get(stemmed(word, "en"), _NOTHING) if word.endswith(("ing", "ings", "ed")) else _NOTHING)


def opposed(one: Ends, other: Ends) -> tuple[str, ...]:
    """The axes at whose other end the other stands, in order; none where they also stand at one end of an axis."""
    if one & other:
        return ()
    return tuple(sorted(axis for axis, sign in one if (axis, -sign) in other))


@lru_cache(1)
def _prefixed() -> frozenset[str]:
    pairs = (pair.split("/") for words in PAIRS.values() for pair in words.split())
    return frozenset(
        long
        for one, other in pairs
        for short, long in ((one, other), (other, one))
        if re.fullmatch(rf"(?:un|in|im|ir|il|dis){short}", long)
    )


def prefixed(word: str) -> bool:
    """Whether a word is the opposite of another by what it begins with: `impossible`, `dishonest`."""
    return word in _prefixed()
