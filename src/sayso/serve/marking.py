"""Marked text: spans laid over one text, as properly nested pieces that a template can write out.

A page needs elements that nest; spans of findings may cross. `marked` walks the text once and, where two marks cross,
closes and opens again the inner one. It costs time linear in the text and the marks, times the depth at which marks
cross.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sayso.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """Whose words they are, and which part of it they play."""

    #: id of the finding
    id: str
    #: "trigger", "actor", "content" …
    part: str
    #: what the page shows without being asked: a class name, or "" for parts that show only when pointed at
    look: str = ""
    #: True for the words that stand for the whole finding: they link to it
    head: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One step of the walk."""

    kind: Literal["open", "close", "text", "code", "anchor"]
    #: the words; the code point of a control character ("U+202E"); the id of an anchor
    text: str = ""
    refs: tuple[Ref, ...] = ()
    #: id of the finding that an opened piece links to, also on the piece that closes it; never inside another link
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading inside the text."""

    kind: Literal["paragraph", "heading"]
    span: Span
    pieces: tuple[Piece, ...]


#: marks deeper than this at one place are left out: no report needs them, and a hostile one must not blow up the page
DEEPEST = 40

#: lines that are longer than this on average are not broken by hand
LONG_LINE = 90

#: controls that a page must not obey: C0 and C1 but tab and line ends, bidi overrides and isolates, lone surrogates
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANK_LINE = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_LINE_END = re.compile(r"\n\s*")


def harmless(text: str) -> str:
    """The text with every control character that could garble a page shown as U+FFFD."""
    return _CONTROL.sub("\ufffd", text)


def blocks(text: str) -> list[Span]:
    """The paragraphs of a text. Between them stands only white space.

    Blank lines part them in a text that is broken into short lines; in others, each line is a paragraph.
    """
    stops = list(_BLANK_LINE.finditer(text))
    lines = list(_LINE_END.finditer(text))
    if not stops or len(text) > LONG_LINE * (len(lines) + 1):
        stops = lines
    spans: list[Span] = []
    start = len(text) - len(text.lstrip())
    for stop in stops:
        if stop.start() > start:
            spans.append((start, stop.start()))
        start = max(start, stop.end())
    end = len(text.rstrip())
    if end > start:
        spans.append((start, end))
    return spans


def marked(text: str, marks: Iterable[tuple[Span, Ref]]) -> list[Block]:
    """The paragraphs of the text with their marks.

    The pieces of kind "text" and "code" give every character of a paragraph back in order; "open" and "close" balance
    within it. A mark that runs over several paragraphs is opened in each.
    """
    grouped: dict[Span, list[Ref]] = defaultdict(list)
    for (start, end), ref in marks:
        if 0 <= start < end <= len(text):
            grouped[start, end].append(ref)
    spans = sorted(grouped, key=lambda span: (span[0], -span[1]))
    anchored: set[str] = set()
    result: list[Block] = []
    waiting: list[Span] = []
    index = 0
    for block in blocks(text):
        while index < len(spans) and spans[index][0] < block[1]:
            waiting.append(spans[index])
            index += 1
        waiting = [span for span in waiting if span[1] > block[0]]
        pieces = tuple(_walk(text, block, waiting, grouped, anchored))
        result.append(Block(_kind(text[slice(*block)]), block, pieces))
    return result


def _kind(words: str) -> Literal["paragraph", "heading"]:
    """A short line without an end of sentence reads as a heading."""
    stripped = words.rstrip("\"'”’) ")
    return "heading" if len(words) <= 80 and words[:1].isupper() and stripped[-1:].isalnum() else "paragraph"


def _walk(
    text: str, block: Span, spans: Sequence[Span], grouped: dict[Span, list[Ref]], anchored: set[str]
) -> Iterator[Piece]:
    """The pieces of one paragraph; `spans` are those that touch it, in order of start, longest first."""
    starts: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        starts[max(span[0], block[0])].append(span)
    cuts = {block[0], block[1], *starts, *(min(end, block[1]) for _, end in spans)}
    stack: list[tuple[Span, str | None]] = []
    for here, there in pairwise(sorted(cuts)):
        reopen: list[Span] = []
        ending = sum(span[1] <= here for span, _ in stack)
        while ending:
            span, linked = stack.pop()
            yield Piece("close", link=linked)
            if span[1] <= here:
                ending -= 1
            else:
                reopen.append(span)
        for span in [*reversed(reopen), *starts.get(here, ())]:
            if len(stack) >= DEEPEST:
                break
            refs = tuple(grouped[span])
            yield from _anchors(refs, anchored)
            head = next((ref.id for ref in refs if ref.head), None)
            link = None if any(linked for _, linked in stack) else head
            stack.append((span, link))
            yield Piece("open", refs=refs, link=link)
        yield from _words(text, here, there)
    for _, linked in reversed(stack):
        yield Piece("close", link=linked)


def _anchors(refs: Sequence[Ref], anchored: set[str]) -> Iterator[Piece]:
    """One anchor before the first head words of each finding."""
    for ref in refs:
        if ref.head and ref.id not in anchored:
            anchored.add(ref.id)
            yield Piece("anchor", ref.id)


def _words(text: str, start: int, end: int) -> Iterator[Piece]:
    """The characters of a stretch, control characters by their code point."""
    for match in _CONTROL.finditer(text, start, end):
        if match.start() > start:
            yield Piece("text", text[start : match.start()])
        yield Piece("code", f"U+{ord(match[0]):04X}")
        start = match.end()
    if end > start:
        yield Piece("text", text[start:end])


def control_name(code: str) -> str:
    """The Unicode name of "U+202E", or what kind of character it is."""
    character = chr(int(code[2:], 16))
    return unicodedata.name(character, "control character")
