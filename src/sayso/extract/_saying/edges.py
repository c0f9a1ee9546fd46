"""Edges of spans as PolNeAR cuts them: a content takes its quotation marks in and leaves the sentence's stops out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.digest._places.dateline import whole_dateline
from sayso.extract._saying.draft import Draft, united
from sayso.extract._saying.quotes import Quotation
from sayso.model import Span, Spans

_SPACE = " \t\r\n\u00a0\u2009\u200b"
_LEADING = _SPACE + ",;:.!?…—–-)]"
_TRAILING = _SPACE + ",;:—–-(["
_STOPS = ".!?…"
#: What begins the next clause, whoever says that: "a vote, which" of "a vote, which it called a farce".
_RELATIVE = re.compile(r",\s+(?:which|who|whom|whose|where)\Z")


class Edges:
    """Repairs the edges of spans of one text; a look-up per span."""

    def __init__(self, text: str, quotations: Sequence[Quotation]) -> None:
        self.text = text
        self.outer = [quotation for quotation in quotations if quotation.depth == 0]
        self.starts = [quotation.start for quotation in self.outer]
        self.dateline = whole_dateline(text) or (0, 0)

    def repaired(self, draft: Draft) -> Draft | None:
        """The draft with clean edges, or None when no content is left."""
        within = [piece for one in draft.content for piece in self._in_paragraph(one, draft.cue)]
        within = [self._in_quoted_sentence(one, draft.cue) for one in within]
        first = min((start for start, _ in within), default=0)
        content = united(tuple(span for one in within if (span := self.content(one, first)) is not None))
        if not content:
            return None
        source = tuple(piece for one in draft.source for piece in self._last_line(one))
        return replace(draft, source=self.plain(source), content=content)

    def _last_line(self, span: Span) -> list[Span]:
        """A source that runs over a line's end begins after it."""
        at = self.text.rfind("\n", *span)
        return [span] if at < 0 or not self.text[at : span[1]].strip() else [(at + 1, span[1])]

    def _in_paragraph(self, span: Span, cue: Spans) -> list[Span]:
        """A content that runs over a paragraph's end outside quotations keeps the part on its cue's side: a heading
        is no part.
        """
        start, end = span
        if "\n" not in self.text[start:end] or self.quotation_at(start) is not None or self.over((span,)):
            return [span]
        if cue and cue[0][0] < start:
            return [(start, self.text.index("\n", start, end))]
        return [(self.text.rindex("\n", start, end) + 1, end)]

    def _in_quoted_sentence(self, span: Span, cue: Spans) -> Span:
        """A content before its cue that takes in the sentence before its quotation keeps the quotation."""
        start, end = span
        last = self.quotation_at(end - 1)
        if last is None or not cue or cue[0][0] < end or not start < last.start:
            return span
        return (last.start, end) if self.text[start : last.start].rstrip()[-1:] in _STOPS else span

    def plain(self, spans: Spans) -> Spans:
        """A source: no white space and no stops at the edges."""
        found = []
        for span in spans:
            start, end = self._stripped(*span, _LEADING + "\"“”'‘’", _TRAILING + '"“”‘')
            last = self.quotation_at(end - 1) if start < end else None
            if last is not None and start < last.start:
                end = last.end  # "Ruiz, who was jailed for “lies”"
            if start < end:
                found.append((start, self._comma(start, end)))
        return tuple(found)

    def _comma(self, start: int, end: int) -> int:
        """An apposition's closing comma is part of the phrase, as its opening one is."""
        return end + 1 if self.text[end : end + 1] == "," and "," in self.text[start:end] else end

    def content(self, span: Span, first: int) -> Span | None:
        """Content: marks of a quotation that it fills are taken in, the report's own words after it are left out.

        `first`: where the statement's content begins; what begins within a quotation leaves that one's marks alone.
        """
        start, end = self._stripped(*self._after_dateline(span), _LEADING, _TRAILING)
        if (relative := _RELATIVE.search(self.text, start, end)) is not None:
            end = relative.start()
        if start >= end:
            return None
        quotation = self.quotation_at(start)
        if quotation is not None and quotation.inside[0] < first and end <= quotation.end:
            end = min(end, quotation.inside[1])
        elif quotation is not None:
            start, end = self._against(quotation, start, end)
        last = self.quotation_at(end - 1)
        if last is not None and last is not quotation:
            end = self._closed(last, end)
        if last is None or end != last.end:
            end = self._without_stop(end)
        if self.text[end : end + 1] == ")" and self.text.count("(", start, end) > self.text.count(")", start, end):
            end += 1
        return (start, end) if start < end else None

    def _after_dateline(self, span: Span) -> Span:
        """ "OSLO, May 3 (Wire) —" is said by nobody."""
        start, end = span
        return (max(start, self.dateline[1]), end) if self.dateline[0] <= start < self.dateline[1] else span

    def quotation_at(self, at: int) -> Quotation | None:
        """The outermost quotation over the code point, or None."""
        i = bisect_right(self.starts, at) - 1
        return self.outer[i] if i >= 0 and at < self.outer[i].end else None

    def over(self, spans: Spans) -> list[Quotation]:
        """Outermost quotations that share a code point with the spans, in text order."""
        found: list[Quotation] = []
        for start, end in spans:
            first, last = max(bisect_right(self.starts, start) - 1, 0), bisect_right(self.starts, end)
            found += [one for one in self.outer[first:last] if one.start < end and start < one.end]
        return found

    def _against(self, quotation: Quotation, start: int, end: int) -> Span:
        if start <= quotation.inside[0]:
            start = quotation.start
        if end <= quotation.end:
            return start, self._closed(quotation, end)
        ended = self.text[quotation.start : quotation.end].rstrip("\"”’'»")[-1:] in _STOPS
        rest = self.text[quotation.end : end]
        if (
            start == quotation.start
            and ended
            and rest.strip()
            and self.quotation_at(end - 1) is None
            and '"' not in rest
        ):
            return start, quotation.end
        return start, end

    def _closed(self, quotation: Quotation, end: int) -> int:
        rest = self.text[end : quotation.inside[1]] if end < quotation.inside[1] else ""
        return quotation.end if not rest.strip(_TRAILING + _STOPS) else end

    def _without_stop(self, end: int) -> int:
        if self.text[end - 1] == "." and not self._abbreviated(end):
            end -= 1
        return end

    def _abbreviated(self, end: int) -> bool:
        """ "the U.S." keeps its stop inside a sentence; at the end of the line it is the sentence's too."""
        word = self.text[max(0, end - 8) : end].split()[-1:] or [""]
        return "." in word[0][:-1] and any(letter.isalpha() for letter in word[0])

    def _stripped(self, start: int, end: int, leading: str, trailing: str) -> Span:
        while start < end and self.text[start] in leading:
            start += 1
        while end > start and self.text[end - 1] in trailing:
            end -= 1
        return start, end
