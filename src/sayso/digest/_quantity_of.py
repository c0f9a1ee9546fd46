"""What a number counts, in words: by the parse where there is one, else by the shape of the words that follow."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.digest._lexer import Word
from sayso.digest._quantity_words import QuantityWords
from sayso.model import Span

#: Most words that a counted noun phrase is followed through.
LONGEST = 6


class Counted:
    """Finds the words that name what is counted."""

    def __init__(self, doc: Doc, words: list[Word], tables: QuantityWords) -> None:
        self._words = words
        self._tables = tables
        self._token_at: dict[int, Token] = {}
        if doc.has_annotation("DEP"):
            self._token_at = {token.idx: token for token in doc}

    def after(self, start: int, at: int) -> Span | None:
        """Offsets of what is counted, for a number whose words begin at `start` and end before word `at`."""
        words = self._words
        if at >= len(words):
            return None
        if words[at].lower == "of":
            at += 1
            while at < len(words) and words[at].lower in self._tables.determiners:
                at += 1
            if at >= len(words):
                return None
        if at < len(words) and words[at].raw == "-" and words[at].start == words[at - 1].end:
            at += 1
        parsed = self._by_parse(words[start], at)
        return parsed if parsed is not None else self._by_shape(at)

    def _by_parse(self, number: Word, at: int) -> Span | None:
        """The number's head noun and what stands between."""
        if not self._token_at or at >= len(self._words):
            return None
        token = self._token_at.get(number.start)
        first = self._words[at]
        head = token
        for _ in range(LONGEST):
            if head is None or head.dep_ == "ROOT" or head.head is head:
                break
            head = head.head
            if head.pos_ in ("NOUN", "PROPN", "ADJ") and head.idx >= first.start:
                break
        if head is None or head.pos_ not in ("NOUN", "PROPN") or head.idx < first.start or head.idx - first.start > 80:
            return None
        return first.start, head.idx + len(head)

    def _by_shape(self, at: int) -> Span | None:
        """The run of words up to the first plural, a stop word, a verb by its ending or a mark."""
        words, tables = self._words, self._tables
        end = at
        while end < len(words) and end - at < LONGEST:
            word = words[end]
            hyphen = word.raw == "-" and end > at and word.start == words[end - 1].end
            if word.lower == "'s" and end > at and end + 1 < len(words) and words[end + 1].kind == "word":
                end += 1
                continue
            designation = word.kind == "number" and end > at and word.start == words[end - 1].end
            if (
                not hyphen
                and not designation
                and (word.kind != "word" or word.lower in tables.stops or word.lower.endswith("ly"))
            ):
                break
            if end > at and word.lower.endswith("ed") and word.lower not in tables.plurals:
                break
            end += 1
            if self._plural(word) and (end >= len(words) or not self._plural(words[end])):
                break
        while end > at and words[end - 1].kind != "word":
            end -= 1
        return (words[at].start, words[end - 1].end) if end > at else None

    def _plural(self, word: Word) -> bool:
        lower = word.lower
        if lower in self._tables.plurals:
            return True
        return (
            lower.endswith("s") and not lower.endswith("ss") and lower not in self._tables.singulars and len(lower) > 2
        )
