"""What short lines of a text are: captions, bylines, lines with a date, or left-overs of the page it came from."""

import re
from enum import StrEnum

from generator.model import Record


class Told(StrEnum):
    """What a line is told to be."""

    CAPTION = "caption"
    BYLINE = "byline"
    DATE_LINE = "line with the date"
    BOILERPLATE = "boilerplate"
    NOTHING = ""


class Line(Record, frozen=True):
    """What a line is, and what it says."""

    told: Told
    value: str = ""
    """The author of a byline, the date of a line with a date; else empty."""
    updated: bool = False
    """Whether the date is that of the last change."""


_LONGEST_CAPTION = 600
_LONGEST_LINE, _LONGEST_WITHIN = 160, 30
"""Characters of a line that is boilerplate, and of one that does not begin with a capital."""
_CREDIT = 100
"""Characters at the end of a caption in which its credit stands."""


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


_PICTURE = _any(
    r"photo(?:graph|graphy| credit| by| courtesy)?s?",
    r"file (?:photo|picture|image)",
    r"images?(?: credit)?",
    r"pictures?|pic|graphics?|illustration",
    r"fotos?(?:graf(?:ie|ía|ia))?|bild(?:quelle|er)?|abbildung",
    r"imagen|imagem|imágenes|crédits?(?: photo)?|créditos?|fotografia|zdjęcie",
    r"фото|写真|圖|图|图片|圖片|摄影|사진",
)
_ENDS_WITH_CREDIT = re.compile(
    _any(
        rf"(?:^|[.!?…”\"')\]（(|/]\s?|\s(?-i:(?=[^\Wa-z]))){_PICTURE}\s?[:：©]\s?[^.!?:：\n]{{1,80}}[.)）\]]?\s*$",
        r"[(\[（](?:(?:file |ap |reuters |afp )?photo|image|picture|foto)[^()\[\]\n]{0,80}[)\]）]\.?\s*$",
        r"\((?:AP|AFP|EPA|Reuters|Getty Images)(?: Photo)?/[^()\n]{2,60}\)\s*$",
        r"[.!?]\s(?:REUTERS|AP Photo|AFP)/[^.!?\n]{2,60}\s*$",
        r"[\s.]©\s?[^.!?\n]{2,60}/[^.!?\n]{2,40}$",
    ),
    re.IGNORECASE,
)
_CREDIT_MARK = re.compile(r"[:：©)\]）/]")
"""What every credit has one of; most lines have none and are soon done with."""
_BEGINS_AS_CAPTION = re.compile(
    _any(
        r"(?:photo|photograph|image|picture|file photo|foto|bild|imagen|imagem|caption|pictured)\s?:\s?\S",
        r"(?:写真|图|圖|图片|фото)\s?[:：]\s?\S",
        r"file photo(?:graph)?\b|\(?photo by\b|pictured (?:above|left|right)\b",
    ),
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    _any(
        r"(?:read|see|learn) (?:more|also|next)(?: (?:here|about|on)\b.{0,80})?\s*[:»>.…→]*",
        r"(?:read|see) (?:more|also)\s?:.{0,140}",
        r"read the (?:full|original) (?:story|article|report)\b.{0,60}",
        r"related (?:articles?|stor(?:y|ies)|coverage|content|topics)\s?:?.{0,80}",
        r"(?:you (?:may|might) also like|more on this (?:story|topic)|recommended (?:for you|reading))\s?:?",
        r"(?:most (?:read|popular)|trending(?: now)?)\s?:?",
        r"(?:continue|keep) reading(?: (?:below|the main story|here))?\s*[.…→]*",
        r"story continues below(?: (?:the )?advertisement)?\.?",
        r"\W{0,3}(?:advertisement|advertorial|sponsored(?: content)?|promoted(?: content)?)\W{0,3}",
        r"\W{0,3}(?:anzeige|werbung|publicité|publicidad|publicidade|pubblicità)\W{0,3}",
        r"sign(?:ing)? up (?:for|to|now|here)\b.{0,120}",
        r"subscribe|subscribe (?:to|now|today|here|for)\b.{0,100}",
        r"(?:click|tap) here\b.{0,100}",
        r"share (?:this|via|on (?:facebook|linkedin|twitter|whatsapp|x|social))\b.{0,60}|share|tweet",
        r"(?:follow|like|join) us\b.{0,80}",
        r"(?:get|download) (?:our|the) (?:free )?(?:app|newsletter)\b.{0,80}",
        r"log ?in|print|email|comments?|leave a comment|no comments yet",
        r"(?:©|\(c\)|copyright\b).{0,120}|.{0,100}\ball rights reserved\b.{0,40}",
        r"lesen sie (?:auch|mehr)\b.{0,100}|läs (?:också|mer)\b.{0,100}|lees (?:ook|meer)\b.{0,100}",
        r"lire (?:aussi|la suite)\b.{0,100}|à lire aussi\b.{0,100}|leggi anche\b.{0,100}",
        r"lee (?:también|más)\b.{0,100}|leer más\b.{0,100}|leia (?:também|mais)\b.{0,100}|saiba mais\b.{0,60}",
        r"阅读更多.{0,60}|相关(?:新闻|阅读|文章).{0,60}|関連記事.{0,60}|続きを読む.{0,20}|читайте также.{0,100}",
    ),
    re.IGNORECASE,
)
_NAME = (
    r"(?:[^\W\d_][\w.’'-]*)"
    r"(?: (?:(?:de|da|do|van|von|der|den|di|la|le|el|al|bin|dos|du)\s)?[^\W\d_a-z][\w.’'-]*){1,4}"
)
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|Written by|Reported by|Story by|Author:|Byline:)\s+"
    rf"(?P<names>{_NAME}(?:(?:, | and | & | und | et | y | e ){_NAME}){{0,3}})"
    r"(?:,? ?(?:\||,| in |- |– ).{0,60})?\.?"
)
_AND = re.compile(r", | and | & | und | et | y | e ")
_DATED = _any(
    r"(?:first |originally )?(?:published|posted|issued)|publication date|date",
    r"updated|last (?:updated|modified)|modified",
    r"veröffentlicht|erschienen|aktualisiert|stand|datum",
    r"publié(?: le)?|mis à jour(?: le)?",
    r"publicado(?: el| em)?|actualizado(?: el)?|atualizado(?: em)?|fecha|data",
    r"pubblicato(?: il)?|aggiornato(?: il)?|gepubliceerd",
    r"发布时间|更新时间|日期|公開日|更新日",
)
_DATE_LINE = re.compile(
    rf"(?P<what>{_DATED})\s*(?:on|at|am|le|el|em|il|op)?\s*[:：]?\s+(?P<date>\S.{{4,60}})", re.IGNORECASE
)
_UPDATED = re.compile(r"updat|modif|aktualis|mis à jour|actuali|atuali|aggiorn|更新|stand", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|\d{8}")
_BARE_DATE = re.compile(
    _any(
        r"(?:\w{2,12},? )?\d{1,2}[.]? \w{3,12},? \d{4}",
        r"(?:\w{2,12}, )?\w{3,9}\.? \d{1,2}, \d{4}",
        r"\d{4}-\d{2}-\d{2}",
    )
)


def tell(text: str) -> Line:
    """What the line is; NOTHING for most."""
    line = text.strip()
    if not line or len(line) > _LONGEST_CAPTION or "\n" in line:
        return Line(Told.NOTHING)
    if len(line) <= (_LONGEST_WITHIN if line[0].islower() else _LONGEST_LINE):
        short = _tell_short(line)
        if short.told:
            return short
    end = line[-_CREDIT:]
    if (_CREDIT_MARK.search(end) and _ENDS_WITH_CREDIT.search(end)) or _BEGINS_AS_CAPTION.match(line):
        return Line(Told.CAPTION)
    return Line(Told.NOTHING)


def _tell_short(line: str) -> Line:
    match = _BYLINE.fullmatch(line)
    if match and _unlike_a_sentence(line):
        return Line(Told.BYLINE, _AND.sub("\n", match["names"]))
    match = _DATE_LINE.fullmatch(line)
    if match and _YEAR.search(match["date"]):
        return Line(Told.DATE_LINE, match["date"], _UPDATED.search(match["what"]) is not None)
    if _BARE_DATE.fullmatch(line):
        return Line(Told.DATE_LINE, line)
    if _BOILERPLATE.fullmatch(line):
        return Line(Told.BOILERPLATE)
    return Line(Told.NOTHING)


def _unlike_a_sentence(line: str) -> bool:
    return not line.endswith((".", "!", "?", ":", ";", ","))
