"""Who says something: the subject of a verb of saying, and what the text says they are."""

import re

from generator.annotate.mentions import Mentions
from generator.annotate.numerals import GAP
from generator.annotate.saying import LAST_VERB, NO_SAYING, PASSIVE, REQUESTS, VERB, WRITTEN
from generator.model import Record

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
    r"((?:(?!(?:who|which|adding|and|but|when|after|as)\b)[^,.;:\"“”]){3,120}?)(?=[,.;]|$)"
)
_UNNAMED = re.compile(
    rf"(?:^|(?<=[\s,;:(]))((?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]wo|[Ss]ome|[Mm]any|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)(?:{GAP}[\w’'&.-]+){{1,8}})"
    rf"(?<!\band)(?<!\bbut)(?<!\bor)(?<!\bwho)(?<!\bwhich)(?<!\bthat)(?<!\bto)(?<!\binto)(?<!\bof)(?<!\bby)(?<!\bover)"
    rf"(?<!\babout)(?<!\bfrom)(?<!\bwith)(?<!\bon)(?<!\bfor)(?<!\bin)$"
)
_NEW_CLAUSE = re.compile(r"^.*\b(?:because|although|though|when|while|whether|if|since|that)\s+", re.DOTALL)
_ASIDE = re.compile(
    r"(?:(?:for (?:example|instance|(?:his|her|its|their) part)|of course|too|then|again|also|though|however|meanwhile|"
    r"instead)$|(?:in|on|at|after|during|while|when|speaking|writing|asked|meanwhile)\b)"
)
"""What stands between commas without saying who somebody is."""
_GROUP = re.compile(
    rf"(?:^|(?<=[\s,;:(]))((?:[\w’'&.-]+{GAP}){{0,4}}(?:[Aa]nalysts|[Ee]conomists|[Oo]fficials|[Ss]ources|[Ll]awyers|[Tt]raders|"
    rf"[Rr]esearchers|[Ss]cientists|[Pp]olice|[Dd]ealers|[Dd]iplomats|[Dd]octors|[Ww]itnesses|[Cc]ritics|[Ee]xperts|[Oo]rgani[sz]ers|[Mm]inisters|[Cc]ampaigners|[Ii]nvestigators|[Pp]rosecutors|[Oo]bservers))$"
)
_OF_SOMEBODY = re.compile(
    rf"(?:^|(?<=[\s,;:(\"”]))((?:[A-Z][\w&.-]*{GAP}){{0,4}}[A-Z][\w&.-]*(?:['’]s|s['’])(?:{GAP}[a-z][a-z-]*){{1,4}})$"
)
"""A person by whom they work for: "the Post's editor"."""
_PREPOSITION = re.compile(
    rf"{GAP}(?:of|at|from|for|with|in|do|da|de|du|von|bei){GAP}(?:the{GAP}|o{GAP}|a{GAP}|la{GAP})?$"
)
_CAPITALS = re.compile(rf"((?:[A-ZÀ-Þ][\w’.-]*{GAP}?){{1,4}})$")
_BELONGS = re.compile(
    rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he){GAP}(?:[a-z-]+{GAP}){{1,3}}(?:for|at|of|from|with){GAP}"
    rf"(?:(?!(?:but|who|that)\b)[\w&][\w&’'.-]*{GAP}?){{1,8}}$"
)
"""A person by whom they belong to: "a spokesman for Foo"."""
_DEFINITE = re.compile(
    rf"[Tt]he{GAP}(?:\d\d-year-old(?:{GAP}[a-z][\w-]*)?|(?:[\w-]+{GAP}){{0,2}}(?:winner|champion|striker|midfielder|defender|goalkeeper|winger|singer|actor|"
    rf"actress|director|film-?maker|author|novelist|writer|rapper|star|veteran|skipper|captain|New{GAP}Zealander|Briton|American|"
    rf"Scot|Welshman|Irishman|Englishman|Frenchman|Spaniard|Swede|German|Italian|Australian|Russian|Dutchman|Argentine|"
    rf"Brazilian|[A-Z][a-z]+(?:[ei]an|ese)|Finn|Dane|Czech|Pole|Serb|Croat|Swiss|South{GAP}African))$"
)
"""A person by what they are, where the text has named them before."""
_TITLE = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Dame|Judge|President|Senator|Sen|Rep|St)\.?{GAP}$"
)
_TITLE_WORDS = re.compile(
    r"(?:^|(?<=[,;:.\"”] )|(?<= but )|(?<= and )|(?<=\n))"
    rf"((?:(?:[Tt]he|[Aa]n?){GAP})?(?:[\w’'&-]+{GAP}){{1,6}})$"
)
_FAR = 60
_WINDOW = 250
_MOST_ROLE_WORDS = 7


class Said(Record, frozen=True):
    """Who a text gives words to."""

    speaker: str = ""
    description: str = ""
    pronoun: str = ""
    """The pronoun that stands for the speaker, if one does."""

    def __bool__(self) -> bool:
        return bool(self.speaker or self.description or self.pronoun)


def said_before(text: str, start: int, end: int, mentions: Mentions) -> Said:
    """Who says what begins at `end`, by the words from `start` on: "Ann Lee, a lawyer, said: "."""
    start = max(start, end - _WINDOW)
    for match in reversed(list(VERB.finditer(text, start, end))):
        said = _of_verb(text, start, match, end, mentions)
        if said and not (match["verb"] in REQUESTS and end - match.end() > _FAR):
            return said
    if text[start:end].rstrip().endswith(":"):
        return Said(mentions.subject_in(text, start, end))
    return Said()


def said_after(text: str, start: int, end: int, mentions: Mentions) -> Said:
    """Who says what ended at `start`, by the words up to `end`: " said Ann Lee, a lawyer"."""
    for match in VERB.finditer(text, start, min(end, start + _WINDOW)):
        said = _of_verb(text, start, match, end, mentions)
        if said:
            return said
    written = WRITTEN.match(text, start, end)
    return Said(description=_clean(written[1])) if written else Said()


_TRAILING = re.compile(r",[^,.;\"“”]{2,100}\.?$")


def said_by(text: str, start: int, place: int, end: int, mentions: Mentions) -> Said:
    """Who says what the words before it make passive: "was described as … by Ann Lee"."""
    agent = _BY.match(text, place, end)
    is_passive = agent is not None and PASSIVE.search(text, max(start, place - 2 * _WINDOW), place) is not None
    return _subject_after(text, agent.end(), end, mentions) if agent and is_passive else Said()


_BY = re.compile(rf"{GAP}by\b")


def said_at_end(text: str, start: int, end: int, mentions: Mentions) -> Said:
    """Who says a whole sentence, by its last words: ", Ann Lee has said."."""
    match = _TRAILING.search(text, max(start, end - _WINDOW), end)
    verb = match and LAST_VERB.search(text, match.start(), end)
    return _subject_before(text, match.start() + 1, verb.start(), mentions) if match and verb else Said()


_SAME_SUBJECT = re.compile(r"[\s,;]*\b(?:and|but)\s+(?:(?:also|then|later)\s+)?")
"""What stands between a quotation and another verb of the same speaker: " and said"."""
_NOTHING = re.compile(r"\W*(?:(?:a|ont|ha|hat)\s)?")


def _of_verb(text: str, start: int, verb: re.Match[str], end: int, mentions: Mentions) -> Said:
    if verb["source"] or verb["quoted"]:
        return _subject_after(text, verb.end(), end, mentions)
    if NO_SAYING.search(text, start, verb.start() + 1):
        return Said()
    if _SAME_SUBJECT.fullmatch(text, start, verb.start()):
        return Said(pronoun="he")
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
    for first, last, name in named:
        if mentions.may_be_person(name) and _OF.match(text, last):
            return Said(name.text, _role(text, start, first))
    if named and text[named[-1][1] : stop].strip() in ("", "."):
        first, last, name = named[-1]
        return Said(name.text, _role(text, start, first) or _apposition(text, last, end))
    if named and _OF.match(text, named[0][1]):
        return Said(named[0][2].text, _role(text, start, named[0][0]) or "")
    phrase = text[start:stop]
    capitals = _CAPITALS.search(phrase)
    if capitals and not _ARTICLE.match(phrase):
        form = capitals[1].strip()
        return Said(
            mentions.fullest(form), _role(text, start, start + capitals.start(1)) or _apposition(text, stop, end)
        )
    return Said(description=_clean(phrase)) if _ARTICLE.match(phrase) else Said()


_OF = re.compile(rf"{GAP}of\b")
_ARTICLE = re.compile(r"(?:an?|the|one|another|some|two|his|her)\b")


def _subject_before(text: str, start: int, place: int, mentions: Mentions) -> Said:
    stop = start + len(text[start:place].rstrip())
    if match := _ADVERBS.search(text, start, stop):
        stop = match.start()
    if (match := _UNNAMED.search(text, start, stop)) and _DEFINITE.match(match[1]):
        return Said(description=_clean(match[1]), pronoun="he")
    if match := _PRONOUN_BEFORE.search(text, start, stop):
        return Said(pronoun=match["pronoun"].lower())
    if match := _CLAUSE_BEHIND.search(text, start, stop):
        return _direct(text, start, match.start(), mentions)
    if text[stop - 1 : stop] == ",":
        return _with_apposition(text, start, stop - 1, mentions)
    return _direct(text, start, stop, mentions)


_CLAUSE_BEHIND = re.compile(
    rf"(?:{GAP}\([^()]{{1,40}}\))?,{GAP}(?:which|who|whose|where)\b[^.!?]*,$"
    rf"|{GAP}[-–—]{GAP}[^.!?]*[\w)]{GAP}[-–—]$"
    rf"|{GAP}(?:seen|viewed|obtained|reported|quoted|cited){GAP}by{GAP}[^.,;:!?]{{1,60}}$"
)
"""What says more of a subject before its verb: "the council, which watches schools,", "a memo seen by the Post"."""


def _with_apposition(text: str, start: int, stop: int, mentions: Mentions) -> Said:
    """The name in "Ann Lee, a lawyer for Foo," that the last comma ends."""
    for _, last, name in reversed(mentions.between(start, stop)):
        if text[last : last + 1] == "," and last < stop:
            return Said(name.text, _described(text[last + 1 : stop]))
    return _direct(text, start, stop, mentions)


def _open_apposition(text: str, start: int, stop: int, mentions: Mentions) -> Said:
    """The person in "Ann Lee, head of sales at Orchard said", whom no second comma sets apart."""
    for first, last, name in mentions.between(start, stop)[:1]:
        role = _OPEN_ROLE.fullmatch(text, last, stop)
        if role and mentions.may_be_person(name) and _FIRST.fullmatch(text, start, first):
            return Said(name.text, _clean(role[1]))
    return Said()


_FIRST = re.compile(rf"\W*(?:(?:But|And|Mr|Mrs|Ms|Dr)\.?{GAP})*")
_OPEN_ROLE = re.compile(
    rf",{GAP}((?:(?:an?|the|its|his|her|their|our|[A-Z][\w&-]*['’]s){GAP})?(?!(?:who|which|whose|where|and|but|as|in|on|at|to|for|with|one|he|she|it|they|we)\b)"
    r"[a-z][a-z-]*[a-z]\b(?:(?!\b(?:is|was|has|had|are|were|will|would|that)\b)[^.;:!?\"“”\n]){0,100})"
)


def _direct(text: str, start: int, stop: int, mentions: Mentions) -> Said:
    if said := _open_apposition(text, start, stop, mentions) or _named(text, start, stop, mentions):
        return said
    if match := _UNNAMED.search(text, start, stop) or _GROUP.search(text, start, stop):
        return Said(description=_clean(_NEW_CLAUSE.sub("", match[1])))
    if match := _OF_SOMEBODY.search(text, start, stop):
        return Said(description=_clean(match[1]))
    match = None if mentions.ending(stop) else _CAPITALS.search(text, start, stop)
    return Said(mentions.fullest(match[1].strip())) if match else Said()


def _named(text: str, start: int, stop: int, mentions: Mentions) -> Said:
    """The name that ends at the place, or the one that it belongs to ("a lawyer for Ann Lee", "Ann Lee of Orchard")."""
    found = mentions.ending(stop)
    if not found:
        return Said()
    first, name = found
    if match := _BELONGS.search(text, start, stop):
        return Said(description=_clean(match.group()))
    before = _PREPOSITION.search(text, start, first)
    if not before:
        return Said(name.text, _role(text, start, first))
    owner = mentions.ending(before.start())
    if not owner:
        return Said()
    return Said(owner[1].text, _role(text, start, owner[0]) or _clean(text[before.start() : stop]))


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
    return _described(match[1]) if match else ""


def _described(words: str) -> str:
    """The words behind a name, where they say what its bearer is."""
    words = _clean(words)
    return "" if _ASIDE.match(words) else words


def _clean(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:–—-")
