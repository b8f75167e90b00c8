"""Verbs by which a text gives words to somebody."""

import re

from generator.annotate.numerals import GAP

VERB = re.compile(
    r"(?<![\w-])(?P<verb>said|says|say|told|tells|tell|added|adds|asked|asks|replied|replies|insisted|insists|argued|argues|claimed|claims|"
    r"explained|explains|warned|warns|wrote|writes|stated|states|noted|notes|announced|admitted|admits|declared|commented|"
    r"confirmed|accused|accuses|called|calls|described|describes|maintained|maintains|continued|concluded|recalled|joked|"
    r"responded|answered|quipped|remarked|observed|suggested|suggests|urged|complained|conceded|predicted|promised|denied|"
    r"agreed(?= that)|believes|confessed|feels|recalls|reveals|revealed|thinks|"
    r"(?:was|is|were|been) quoted(?: (?:by|in) [^.,;:\"“”]{1,60})? as saying|stressed|tweeted|"
    r"testified|boasted|acknowledged|pledged|vowed|reiterated|shouted|cried|dismissed|criticised|criticized|"
    r"labelled|dubbed|branded|praised|pointed out|pondered|wondered|mused|reckons|reckoned|counters|countered|"
    r"disse|afirmou|declarou|explicou|acrescentou|contou|garantiu|déclaré|dit|affirmé|affirme|expliqué|explique|ajouté|ajoute|"
    r"estime|souligne|indiqué|dijo|afirmó|declaró|añadió|explicó|aseguró|señaló|sagte|sagt|erklärte|erklärt|betonte|meinte)\b"
    r"|\b(?P<quoted>quoted|quotes|quoting)\b(?=[^.;:\"“”]{1,90} as saying\b)"
    r"|\b(?P<source>[Aa]ccording to|[Ss]egundo|[Ss]elon|[Ss]egún|[Ll]aut|[Dd]'après)\b"
)
REQUESTS = frozenset(
    """
    asked asks urged promised denied continued called
    """.split()  # noqa: SIM905 - a list of words reads as one
)
"""Verbs that give words to somebody only where those follow closely."""
WRITTEN = re.compile(rf"{GAP}(?:read|reads|ran){GAP}((?:the|an?|one|its|his|her){GAP}[^\s,.;:!?\"“”()]+)")
"""What is written somewhere: " read the memo"."""
PASSIVE = re.compile(
    rf"\b(?:be|been|being|was|were|is|are){GAP}(?:[a-z]+ly{GAP})?"
    r"(?:described|called|branded|dubbed|labelled|labeled|dismissed|criticised|criticized|condemned|hailed|praised)\b"
)
LAST_VERB = re.compile(
    rf"(?:{GAP}(?:has|have))?{GAP}(?:said|says|warned|claimed|wrote|told{GAP}[\w ]{{1,30}})"
    rf"(?:{GAP}(?:in|on|at|to){GAP}[^,.]{{1,40}})?\.?$"
)
NO_SAYING = re.compile(
    rf"\b(?:be|been|being){GAP}(?:[a-z]+ly{GAP})?\w$|\b(?:the|these|those|any|such|of|over|into|about|by){GAP}[cn]$"
)
"""What makes a verb passive, or a noun of it ("the claims"), up to its first letter."""
