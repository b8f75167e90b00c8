"""Who says something: the subject of a verb of saying, and what the text says they are."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from generator.annotate.numerals import GAP
from generator.model import Name, NameKind

_VERB = re.compile(
    r"\b(?P<verb>said|says|say|told|tells|tell|added|adds|asked|asks|replied|replies|insisted|insists|argued|argues|claimed|claims|"
    r"explained|explains|warned|warns|wrote|writes|stated|states|noted|notes|announced|admitted|admits|declared|commented|"
    r"confirmed|accused|accuses|called|calls|described|describes|maintained|maintains|continued|concluded|recalled|joked|"
    r"responded|answered|quipped|remarked|observed|suggested|suggests|urged|complained|conceded|predicted|promised|denied|"
    r"stressed|tweeted|testified|boasted|acknowledged|pledged|vowed|reiterated|shouted|cried|dismissed|criticised|criticized|"
    r"labelled|dubbed|branded|praised|pointed out|pondered|wondered|mused|reckons|reckoned|counters|countered|"
    r"disse|afirmou|declarou|explicou|acrescentou|contou|garantiu|déclaré|dit|affirmé|affirme|expliqué|explique|ajouté|ajoute|"
    r"estime|souligne|indiqué|dijo|afirmó|declaró|añadió|explicó|aseguró|señaló|sagte|sagt|erklärte|erklärt|betonte|meinte)\b"
    r"|\b(?P<source>[Aa]ccording to|[Ss]egundo|[Ss]elon|[Ss]egún|[Ll]aut|[Dd]'après)\b"
)
_ADVERBS = re.compile(
    rf"(?:{GAP}(?:has|had|have|also|later|then|once|recently|earlier|repeatedly|only|simply|even|just|still|always|today|a|ont|"
    rf"yesterday|previously|reportedly|on|last|this|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|week|month|"
    rf"[a-z]+ly))+$"
)
_PRONOUN_BEFORE = re.compile(
    r"\b(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I|[Ee]le|[Ee]la|[Ii]l|[Ee]lle|[Ee]r|[Ss]ie)$"
)
_PRONOUN_AFTER = re.compile(rf"{GAP}(?P<pronoun>he|she|they|it|ele|ela|er|sie)\b|-(?:t-)?(?P<hyphened>il|elle)\b")
_PHRASE_AFTER = re.compile(
    rf"{GAP}((?:(?!(?:at|in|for|from|who|as|on|after|to|with|when|while|during|because|yesterday|today|"
    rf"last|this|that|about|by|before|earlier|if|and)\b)[^\s,.;:!?\"“”()]+(?:\.(?={GAP}?[A-Z])|,(?=\d))?{GAP}?){{1,10}})"
)
_APPOSITION_AFTER = re.compile(
    r",\s+(?!(?:in|on|at|to|from|during|before|speaking|referring)\b)"
    r"((?:(?!(?:who|which|adding|and|but|when|after|as)\b)[^,.;:\"“”\n]){3,120}?)(?=[,.;\n]|$)"
)
_UNNAMED = re.compile(
    rf"(?:^|(?<=[\s,;:(]))((?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]wo|[Ss]ome|[Mm]any|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)(?:{GAP}[\w’'&.-]+){{1,8}})"
    rf"(?<!\band)(?<!\bbut)(?<!\bor)(?<!\bwho)(?<!\bwhich)(?<!\bthat)(?<!\bto)$"
)
_GROUP = re.compile(
    rf"(?:^|(?<=[\s,;:(]))((?:[\w’'&.-]+{GAP}){{0,4}}(?:[Aa]nalysts|[Ee]conomists|[Oo]fficials|[Ss]ources|[Ll]awyers|[Tt]raders|"
    rf"[Rr]esearchers|[Ss]cientists|[Pp]olice|[Dd]ealers|[Dd]iplomats|[Dd]octors|[Ww]itnesses|[Cc]ritics|[Ee]xperts))$"
)
_PREPOSITION = re.compile(
    rf"{GAP}(?:of|at|from|for|with|in|do|da|de|du|von|bei){GAP}(?:the{GAP}|o{GAP}|a{GAP}|la{GAP})?$"
)
_CAPITALS = re.compile(rf"((?:[A-ZÀ-Þ][\w’.-]*{GAP}?){{1,4}})$")
_BELONGS = re.compile(
    rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he){GAP}(?:[a-z-]+{GAP}){{1,3}}(?:for|at|of|from|with){GAP}(?:[\w&’'.-]+{GAP}?){{1,5}}$"
)
"""A person by whom they belong to: "a spokesman for Foo"."""
_DEFINITE = re.compile(
    rf"[Tt]he{GAP}(?:\d\d-year-old|(?:[\w-]+{GAP}){{0,2}}(?:winner|champion|striker|midfielder|defender|goalkeeper|winger|singer|actor|"
    rf"actress|director|film-?maker|author|novelist|writer|rapper|star|veteran|skipper|captain|New{GAP}Zealander|Briton|American|"
    rf"Scot|Welshman|Irishman|Englishman|Frenchman|Spaniard|Swede|German|Italian|Australian|Russian|Dutchman|Argentine|"
    rf"Brazilian|South{GAP}African))$"
)
"""A person by what they are, where the text has named them before."""
_TITLE = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Dame|Judge|President|Senator|Sen|Rep|St)\.?{GAP}$"
)
_TITLE_WORDS = re.compile(
    r"(?:^|(?<=[,;:.\"”] )|(?<= but )|(?<= and )|(?<=\n))"
    rf"((?:(?:[Tt]he|[Aa]n?){GAP})?(?:[\w’'&-]+{GAP}){{1,6}})$"
)
_REQUESTS = frozenset(
    """
    asked asks urged promised denied continued called
    """.split()  # noqa: SIM905 - a list of words reads as one
)
"""Verbs that give words to somebody only where those follow closely."""
_FAR = 60
_WINDOW = 250
_MOST_ROLE_WORDS = 7
_NAMES_BACK = 60
_SUBJECT_WINDOW = 70
"""Characters from the start of a sentence in which its subject is looked for."""
_AFTER_PREPOSITION = re.compile(
    rf"\b(?:of|with|for|by|to|from|against|at|in|on|[Aa]s|over|told|asked|[Tt]he|[Aa]n?){GAP}(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?{GAP})?$"
)


@dataclass(frozen=True, slots=True)
class Said:
    """Who a text gives words to."""

    speaker: str = ""
    description: str = ""
    pronoun: str = ""
    """The pronoun that stands for the speaker, if one does."""

    def __bool__(self) -> bool:
        return bool(self.speaker or self.description or self.pronoun)


class Mentions:
    """The places of all names, for looking up what stands where."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self._places = sorted((span.start, span.end, index) for index, name in enumerate(names) for span in name.spans)
        self._starts = [start for start, _, _ in self._places]
        self._ends = {end: (start, names[index]) for start, end, index in self._places}
        self._names = names
        self._by_last: dict[str, str] = {}
        for name in reversed(names):
            self._by_last[name.text.rpartition(" ")[2].lower()] = name.text
            self._by_last[name.text.lower()] = name.text

    def ending(self, place: int) -> tuple[int, Name] | None:
        """Start and name of the mention that ends at the place."""
        return self._ends.get(place)

    def between(self, start: int, end: int) -> list[tuple[int, int, Name]]:
        """Mentions that lie between two places, in order."""
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end)
        return [(a, b, self._names[index]) for a, b, index in self._places[first:last] if b <= end]

    def fullest(self, form: str) -> str:
        """The fullest form of a name that is not among the mentions; itself where it is unknown."""
        return self._by_last.get(form.lower()) or self._by_last.get(form.rpartition(" ")[2].lower(), form)

    @staticmethod
    def _may_be_person(name: Name) -> bool:
        return name.kind is NameKind.PERSON or (name.kind is NameKind.NAME and " " in name.text)

    def subject_in(self, text: str, start: int, end: int) -> str:
        """The person that a sentence begins with, or nearly."""
        for first, _, name in self.between(start, min(end, start + _SUBJECT_WINDOW)):
            if self._may_be_person(name) and not _AFTER_PREPOSITION.search(text, start, first):
                return name.text
        return ""

    def person_before(self, place: int, earliest: int) -> str:
        """The last person named between the two places."""
        index = bisect_left(self._starts, place) - 1
        for number in range(index, max(index - _NAMES_BACK, -1), -1):
            start, _, name = self._places[number]
            if start < earliest:
                break
            if self._may_be_person(self._names[name]):
                return self._names[name].text
        return ""


def said_before(text: str, start: int, end: int, mentions: Mentions) -> Said:
    """Who says what begins at `end`, by the words from `start` on: "Ann Lee, a lawyer, said: "."""
    start = max(start, end - _WINDOW)
    for match in reversed(list(_VERB.finditer(text, start, end))):
        said = _of_verb(text, start, match, end, mentions)
        if said and not (match["verb"] in _REQUESTS and end - match.end() > _FAR):
            return said
    if text[start:end].rstrip().endswith(":"):
        return Said(mentions.subject_in(text, start, end))
    return Said()


def said_after(text: str, start: int, end: int, mentions: Mentions) -> Said:
    """Who says what ended at `start`, by the words up to `end`: " said Ann Lee, a lawyer"."""
    for match in _VERB.finditer(text, start, min(end, start + _WINDOW)):
        said = _of_verb(text, start, match, end, mentions)
        if said:
            return said
    return Said()


_TRAILING = re.compile(r",[^,.;\"“”]{2,100}\.?$")


def said_at_end(text: str, start: int, end: int, mentions: Mentions) -> Said:
    """Who says a whole sentence, by its last words: ", Ann Lee has said."."""
    match = _TRAILING.search(text, max(start, end - _WINDOW), end)
    verb = match and _LAST_VERB.search(text, match.start(), end)
    return _subject_before(text, match.start() + 1, verb.start(), mentions) if match and verb else Said()


_LAST_VERB = re.compile(
    rf"(?:{GAP}(?:has|have))?{GAP}(?:said|says|warned|claimed|wrote|told{GAP}[\w ]{{1,30}})"
    rf"(?:{GAP}(?:in|on|at|to){GAP}[^,.]{{1,40}})?\.?$"
)


_NOTHING = re.compile(r"\W*(?:(?:a|ont|ha|hat)\s)?")


def _of_verb(text: str, start: int, verb: re.Match[str], end: int, mentions: Mentions) -> Said:
    if verb["source"]:
        return _subject_after(text, verb.end(), end, mentions)
    stands_first = _NOTHING.fullmatch(text, start, verb.start()) is not None
    if stands_first:
        return _subject_after(text, verb.end(), end, mentions)
    return _subject_before(text, start, verb.start(), mentions)


def _subject_after(text: str, place: int, end: int, mentions: Mentions) -> Said:
    """Who stands behind the verb: "said Ann Lee, a lawyer"."""
    if match := _PRONOUN_AFTER.match(text, place, end):
        return Said(pronoun=(match["pronoun"] or match["hyphened"]).lower())
    match = _PHRASE_AFTER.match(text, place, end)
    if not match:
        return Said()
    start, stop = match.start(1), match.start(1) + len(match[1].rstrip().removesuffix("."))
    if _DEFINITE.match(text, start, stop):
        return Said(description=_clean(text[start:stop]), pronoun="he")
    return _phrase(text, (start, stop), end, mentions)


def _phrase(text: str, span: tuple[int, int], end: int, mentions: Mentions) -> Said:
    """The name, or else the description, that a noun phrase behind a verb ends with."""
    start, stop = span
    named = mentions.between(start, stop)
    if named and text[named[-1][1] : stop].strip() in ("", "."):
        first, last, name = named[-1]
        return Said(name.text, _role(text, start, first) or _apposition(text, last, end))
    if named and re.match(rf"{GAP}of\b", text[named[0][1] : named[0][1] + 4]):
        return Said(named[0][2].text, _role(text, start, named[0][0]) or "")
    phrase = text[start:stop]
    capitals = _CAPITALS.search(phrase)
    if capitals and not _ARTICLE.match(phrase):
        form = capitals[1].strip()
        return Said(
            mentions.fullest(form), _role(text, start, start + capitals.start(1)) or _apposition(text, stop, end)
        )
    return Said(description=_clean(phrase)) if _ARTICLE.match(phrase) else Said()


_ARTICLE = re.compile(r"(?:an?|the|one|another|some|two|his|her)\b")


def _subject_before(text: str, start: int, place: int, mentions: Mentions) -> Said:
    stop = start + len(text[start:place].rstrip())
    if match := _ADVERBS.search(text, start, stop):
        stop = match.start()
    if (match := _UNNAMED.search(text, start, stop)) and _DEFINITE.match(match[1]):
        return Said(description=_clean(match[1]), pronoun="he")
    if match := _PRONOUN_BEFORE.search(text, start, stop):
        return Said(pronoun=match["pronoun"].lower())
    if text[stop - 1 : stop] == ",":
        return _with_apposition(text, start, stop - 1, mentions)
    return _direct(text, start, stop, mentions)


def _with_apposition(text: str, start: int, stop: int, mentions: Mentions) -> Said:
    """The name in "Ann Lee, a lawyer for Foo," that the last comma ends."""
    for _, last, name in reversed(mentions.between(start, stop)):
        if text[last : last + 1] == "," and last < stop:
            return Said(name.text, _clean(text[last + 1 : stop]))
    return _direct(text, start, stop, mentions)


def _direct(text: str, start: int, stop: int, mentions: Mentions) -> Said:
    found = mentions.ending(stop)
    if found:
        first, name = found
        before = _PREPOSITION.search(text, start, first)
        if match := _BELONGS.search(text, start, stop):
            return Said(description=_clean(match.group()))
        if not before:
            return Said(name.text, _role(text, start, first))
        if owner := mentions.ending(before.start()):
            return Said(owner[1].text, _role(text, start, owner[0]) or _clean(text[before.start() : stop]))
    if match := _UNNAMED.search(text, start, stop) or _GROUP.search(text, start, stop):
        return Said(description=_clean(match[1]))
    if not found and (match := _CAPITALS.search(text, start, stop)):
        return Said(mentions.fullest(match[1].strip()))
    return Said()


def _role(text: str, start: int, name: int) -> str:
    """What stands before a name that says what its bearer is ("chief executive")."""
    before = text[max(start, name - _WINDOW) : name].lstrip()
    if match := _TITLE.search(before):
        before = before[: match.start()]
    match = _TITLE_WORDS.search(before)
    words = _CONJUNCTION.sub("", _clean(match[1])) if match else ""
    is_clause = re.search(r"\b(?:what|that|which|who|how|to|by|if|said|was|is)\b", words) is not None
    return (
        words
        if not is_clause and re.search(r"(?:^|\s)[a-z]{4,}", words) and len(words.split()) <= _MOST_ROLE_WORDS
        else ""
    )


_CONJUNCTION = re.compile(
    r"^(?:while|and|but|as|when|that|if|after|because|so|however|although|though|then|yet)\b\s*", re.IGNORECASE
)


def _apposition(text: str, place: int, end: int) -> str:
    match = _APPOSITION_AFTER.match(text, place, end)
    return _clean(match[1]) if match else ""


def _clean(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:")
