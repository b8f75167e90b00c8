"""The marks of an article as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in JSON-LD.

Each is found on the page by the anchor of its sentence and, within it, by its words and those around them. Addresses
are relative to the file, as JSON-LD allows, which keeps it at a third of the size.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import msgspec

from generator.model import TITLE, Annotated, Entry, Sentence, Span
from generator.render import addresses
from generator.render.escaping import one_line
from generator.render.index import Index
from generator.render.recipes import FileRecipe, key_of
from generator.render.story_box import differences_of, story_of, story_token
from generator.render.texts import key_sentences, sentence_at, title_of

_AROUND = 16
"""Characters before and behind a mark that tell it from the same words elsewhere in its sentence."""

_Values = dict[str, object]


def annotation_recipes(index: Index) -> Iterator[FileRecipe[str]]:
    """`annotations.json` of every article, where the settings want them."""
    if not index.site.settings.render.annotations:
        return
    for entry in index.entries.values():
        key = key_of("annotations", index.tokens[entry.id], index.marks[entry.id], story_token(index, entry.id))
        yield FileRecipe(f"{entry.address}/annotations.json", key, partial(_written, index, entry))


def _written(index: Index, entry: Entry) -> str:
    each = index.articles[entry.id]
    page = _Page(index, each)
    items = [{"type": "Annotation", **one} for one in page.annotations()]
    numbered = [{"id": f"#a{number}", **one} for number, one in enumerate(items, 1)]
    return (
        msgspec.json.encode(
            {
                "@context": "http://www.w3.org/ns/anno.jsonld",
                "id": "annotations.json",
                "type": "AnnotationPage",
                "partOf": {
                    "id": "annotations.json#all",
                    "type": "AnnotationCollection",
                    "label": title_of(each),
                    "total": len(numbered),
                },
                "startIndex": 0,
                "items": numbered,
            }
        ).decode()
        + "\n"
    )


class _Page:
    """An article and its annotations."""

    def __init__(self, index: Index, each: Annotated) -> None:
        self._index = index
        self._each = each
        self._text = each.article.text
        address = index.entries[each.article.id].address
        self._top = "../" * (address.count("/") + 1)
        self._here = "./" if index.site.directories else f"../{address.rpartition('/')[2]}.html"
        self._topics = {
            span: self._page(addresses.topic_address(topic.key))
            for topic, mention in reversed(index.topics_of.get(each.article.id, ()))
            for span in mention.spans
        }

    def annotations(self) -> Iterator[_Values]:
        """All of them: key sentences, keywords, names, figures, quotes, differences."""
        notes = self._each.annotations
        for sentence in key_sentences(self._each):
            yield {"motivation": "highlighting", "target": self._target(sentence.span)}
        for keyword in notes.keywords:
            yield self._said("tagging", one_line(keyword.text), keyword.spans)
        for name in notes.names:
            yield self._said("identifying", one_line(name.text), name.spans)
        for figure in notes.figures:
            yield self._said("describing", one_line(f"{figure.value} {figure.unit}"), (figure.span,))
        for quote in notes.quotes:
            if speaker := one_line(quote.speaker):
                yield self._said("describing", speaker, (quote.span,))
            else:
                yield {"motivation": "highlighting", "target": self._target(quote.span)}
        yield from self._differences()

    def _differences(self) -> Iterator[_Values]:
        story = story_of(self._index, self._each.article.id)
        for said in differences_of(story, self._each.article.id) if story else ():
            if said.our.place.sentence == TITLE:
                continue
            assert story  # noqa: S101 - else there is no difference
            there = story.entries[said.their.place.article]
            target: _Values = {"source": self._page(there.address)}
            if said.their.place.sentence != TITLE:
                target["selector"] = _fragment(story.sentence(said.their.place))
            why = f"{story.names[said.their.place.article]}: {one_line(said.one.why)}"
            yield {
                "motivation": "commenting",
                "body": [
                    {"type": "TextualBody", "value": why, "purpose": "commenting"},
                    {"type": "SpecificResource", "purpose": "linking", **target},
                ],
                "target": self._target(said.our.span),
            }

    def _said(self, motivation: str, value: str, spans: Sequence[Span]) -> _Values:
        body: list[_Values] = [{"type": "TextualBody", "value": value, "purpose": motivation}]
        topic = next((self._topics[span] for span in spans if span in self._topics), "")
        if topic:
            body.append({"type": "SpecificResource", "source": topic, "purpose": "linking"})
        return {"motivation": motivation, "body": _one(body), "target": _one(map(self._target, spans))}

    def _target(self, span: Span) -> _Values:
        number = sentence_at(self._each, span.start)
        sentence = self._each.annotations.sentences[number] if number is not None else None
        if sentence and sentence.span == span:
            return {"source": self._here, "selector": _fragment(sentence)}
        if sentence and span.end <= sentence.span.end:
            return {
                "source": self._here,
                "selector": {**_fragment(sentence), "refinedBy": self._quoted(span, sentence.span)},
            }
        return {"source": self._here, "selector": self._quoted(span, Span(0, len(self._text)))}

    def _quoted(self, span: Span, within: Span) -> _Values:
        before = self._text[max(within.start, span.start - _AROUND) : span.start]
        behind = self._text[span.end : min(within.end, span.end + _AROUND)]
        around = {"prefix": _collapsed(before), "suffix": _collapsed(behind)}
        words = one_line(self._text[span.start : span.end])
        return {"type": "TextQuoteSelector", "exact": words, **{key: text for key, text in around.items() if text}}

    def _page(self, address: str) -> str:
        return self._top + addresses.in_site(address, directories=self._index.site.directories)


def _fragment(sentence: Sentence) -> _Values:
    return {"type": "FragmentSelector", "value": addresses.sentence_anchor(sentence)}


def _collapsed(text: str) -> str:
    """The text on one line, with one space at the ends where it has any."""
    inside = one_line(text)
    return f"{' ' * text[:1].isspace()}{inside}{' ' * text[-1:].isspace()}" if inside else " " * bool(text)


def _one(values: Iterable[_Values]) -> _Values | list[_Values]:
    """The value where it is the only one, as JSON-LD writes it."""
    found = list(values)
    return found[0] if len(found) == 1 else found
