"""Quotations in raw text: every style of marks, nested, unclosed, and over several paragraphs. One pass, linear time.

Typographers' rules that are followed: a mark that leans both ways opens after white space or an opening bracket and
closes after a word or a stop; within one paragraph a quotation that never closes ends with its sentence (or with the
paragraph, when it opened it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.model import Span

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Opening marks, with the marks that close them. „ and ‚ are closed by what opens an English quotation.
PAIRS = {
    "“": ("”", '"'),
    "„": ("“", "”"),
    "‟": ("”",),
    "«": ("»",),
    "‹": ("›",),
    "「": ("」",),
    "『": ("』",),
    "〝": ("〞", "〟"),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    '"': ('"', "”"),
    "'": ("'", "’"),
    "``": ("''",),
    "''": ("''",),
    "»": ("«",),
    "›": ("‹",),
    "＂": ("＂",),
    "”": ("”",),
    "`": ("'", "’"),
}
_MARK = re.compile(r"``|''|[“”„‟«»‹›「」『』〝〞〟‘’‚\"'＂`]")
_SINGLE = frozenset("‘’'‚`")
_BOTH_WAYS = frozenset(('"', "'", "''", "＂"))
#: Words that begin with an apostrophe, and years ("’90s").
_ELIDED = re.compile(r"(?:tis|twas|em|til|cause|bout|round|n|\d\ds?)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?…][\"”’')\]»]*(?=\s|$)")
_PARAGRAPH = re.compile(r"[^\n]+")
_OPENS_AFTER = frozenset(" \t\u00a0\u2009([{—–-/:;,“‘«„\"'")
#: Deepest nesting that is followed; deeper marks are read as part of the quotation that holds them.
DEEPEST = 4
#: Lines after the first that a quotation may take when only its last line closes it.
MOST_LINES = 12
_QUOTATIONS = "sayso.extract.quotes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between marks; offsets are code points into the text, marks included."""

    start: int
    end: int
    #: the words without their marks
    inside: Span
    mark: str
    depth: int
    closed: bool

    @property
    def span(self) -> Span:
        return self.start, self.end


@dataclass(slots=True)
class _Open:
    start: int
    mark: str


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in text order, the outer before the inner ones."""
    found: list[Quotation] = []
    pending: tuple[int, int] | None = None
    for match in _PARAGRAPH.finditer(text):
        if not match.group().strip():
            continue
        start, pending = _over_lines(text, match, found, pending)
        inside = sorted(
            _in_paragraph(text, start, match.end()), key=lambda quotation: (quotation.start, -quotation.end)
        )
        unclosed = next(
            (q for q in inside if not q.closed and q.depth == 0 and _to_the_end(text, q, match.end())), None
        )
        found.extend(inside)
        if unclosed is not None:
            pending = (found.index(unclosed, len(found) - len(inside)), MOST_LINES)
    return tuple(found)


def quotations_of(digest: Digest) -> tuple[Quotation, ...]:
    """The quotations of a report, found once and kept with its words."""
    kept: tuple[Quotation, ...] | None = digest.doc.user_data.get(_QUOTATIONS)
    if kept is None:
        kept = digest.doc.user_data[_QUOTATIONS] = find_quotations(digest.report.text)
    return kept


def _over_lines(
    text: str, line: re.Match[str], found: list[Quotation], pending: tuple[int, int] | None
) -> tuple[int, tuple[int, int] | None]:
    """Where the line goes on after the end of a quotation that an earlier line left open, and which one is open still.

    `pending`: its place in `found`, and the lines that it may still take.
    """
    if pending is None:
        return line.start(), None
    index, left = pending
    mark = next((m for m in _MARK.finditer(text, *line.span()) if m.group() not in _SINGLE), None)
    if mark is None:
        return line.start(), (index, left - 1) if left > 1 else None
    one = found[index]
    last = not text[mark.end() : line.end()].strip()
    if mark.group() not in PAIRS[one.mark] or not (last or _can_close(text, *mark.span())):
        if mark.group() == one.mark and _opens_line(text, line, mark) and "\n\n" not in text[one.end : line.start()]:
            end = one.end + len(text[one.end : line.start()].rstrip())
            found[index] = replace(one, end=end, inside=(one.inside[0], end))
        return line.start(), None
    inside = (one.inside[0], mark.start())
    found[index] = replace(one, end=mark.end(), inside=inside, closed=True)
    return mark.end(), None


def _opens_line(text: str, line: re.Match[str], mark: re.Match[str]) -> bool:
    return not text[line.start() : mark.start()].strip()


def _to_the_end(text: str, quotation: Quotation, end: int) -> bool:
    return not text[quotation.end : end].strip()


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    marks = [(m.start(), m.end(), m.group()) for m in _MARK.finditer(text, start, end)]
    later = _later_closers(text, marks)
    stack: list[_Open] = []
    for i, (at, after, mark) in enumerate(marks):
        depth = _closed_by(text, stack, at, after, mark, later[i])
        if depth is not None:
            yield from _ended(text, stack, depth, at, start, end)
            yield _quotation(stack.pop(), after, at, depth, closed=True)
        elif _can_open(text, start, end, at, after, mark, later[i]):
            same = next((k for k, one in enumerate(stack) if one.mark == mark), None)
            if same is not None:
                yield from _ended(text, stack, same - 1, at, start, end)
            if len(stack) < DEEPEST:
                stack.append(_Open(at, mark))
    yield from _ended(text, stack, -1, end, start, end)


def _later_closers(text: str, marks: list[tuple[int, int, str]]) -> list[bool]:
    """For each mark: whether a single mark that can close comes later in the paragraph."""
    seen = False
    later = []
    for at, after, mark in reversed(marks):
        later.append(seen)
        seen = seen or (mark in "’'" and _can_close(text, at, after))
    return later[::-1]


def _can_close(text: str, at: int, after: int) -> bool:
    """After a word or a stop; a straight mark also with white space on both sides (`had left, " he said`)."""
    before, behind = text[at - 1 : at], text[after : after + 1]
    if text[at:after] == '"' and before.isspace():
        return not behind.strip()
    return bool(before) and not before.isspace() and not behind.isalnum()


def _closed_by(text: str, stack: list[_Open], at: int, after: int, mark: str, later: bool) -> int | None:
    """Position on the stack of the quotation that this mark closes, or None."""
    for depth in range(len(stack) - 1, -1, -1):
        one = stack[depth]
        if mark not in PAIRS[one.mark]:
            continue
        if not _can_close(text, at, after) and (mark in _BOTH_WAYS or mark in _SINGLE):
            return None
        possessive = mark in "’'" and text[at - 1] in "sS" and text[after : after + 2].strip()[:1].islower()
        if possessive and later:
            return None
        return depth
    return None


def _can_open(text: str, start: int, end: int, at: int, after: int, mark: str, later: bool) -> bool:
    before = text[at - 1] if at > start else " "
    behind = text[after] if after < end else " "
    if mark not in PAIRS or behind.isspace():
        return False
    if mark == "”":
        return at == start and behind.isalnum()
    if mark in "»›":
        return before.isspace()
    if before not in _OPENS_AFTER and not before.isspace():
        lost_space = mark == '"' and before in ".!?," and behind.isupper()
        return lost_space or mark in "“„«「『〝‟" or mark == "``"
    if mark in _SINGLE:
        return later and not _ELIDED.match(text, after)
    return True


def _ended(text: str, stack: list[_Open], depth: int, at: int, start: int, end: int) -> Iterator[Quotation]:
    """Quotations above `depth` that never closed: up to their sentence's end, or `at` where that comes first."""
    while len(stack) > depth + 1:
        one = stack.pop()
        stop = at
        if text[start : one.start].strip() or at < end:
            sentence = _STOP.search(text, one.start + 1, at)
            stop = sentence.end() if sentence else at
        while stop > one.start + 1 and text[stop - 1].isspace():
            stop -= 1
        yield _quotation(one, stop, stop, len(stack), closed=False)


def _quotation(one: _Open, end: int, inside_end: int, depth: int, *, closed: bool) -> Quotation:
    inside = (one.start + len(one.mark), inside_end)
    return Quotation(start=one.start, end=end, inside=inside, mark=one.mark, depth=depth, closed=closed)
