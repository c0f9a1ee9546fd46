"""What a number counts, in words: by the parse where there is one, else by the shape of the words that follow."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.codebook.syntax import base
from sayso.digest._lexer import Word
from sayso.digest._quantities.words import QuantityWords
from sayso.model import Span

#: Most words that a counted noun phrase is followed through.
LONGEST = 6
#: … and code points.
FARTHEST = 80
BEFORE_NOUN = frozenset(("amod", "compound", "nmod", "det", "nummod", "flat", "advmod", "punct", "goeswith"))


class Counted:
    """Finds the words that name what is counted."""

    def __init__(self, doc: Doc, words: list[Word], tables: QuantityWords) -> None:
        self._words = words
        self._tables = tables
        self._token_at: dict[int, Token] = {}
        if doc.has_annotation("DEP"):
            self._token_at = {token.idx: token for token in doc}

    def after(self, at: int) -> Span | None:
        """Offsets of what is counted, for a number whose words end before word `at`."""
        number = self._token_at.get(self._words[at - 1].start) if at else None
        at, joined = self._first(at)
        if at >= len(self._words) or self._words[at].kind == "mark" or self._words[at].lower in self._tables.time_units:
            return None
        token = self._token_at.get(self._words[at].start)
        if token is not None and token.tag_ == "DT" and number is not None and number.head.i < number.i:
            return None  # "raised to eight the number of dead", not "half the dead"
        return self._by_shape(at) if token is None else self._by_parse(token, joined=joined)

    def whole(self, at: int) -> int | None:
        """The word of the second number in "14 of 16 drones", "half of the 40 huts", where the first ends before
        `at`: both count the same.
        """
        words = self._words
        if at >= len(words) or words[at].lower != "of":
            return None
        at = self._first(at)[0]
        return at if at < len(words) and words[at].kind == "number" and not words[at].ordinal else None

    def _first(self, at: int) -> tuple[int, bool]:
        """The word that what is counted begins with, and whether a hyphen joins it ("five-storey")."""
        words = self._words
        if at < len(words) and words[at].lower == "of":
            at += 1
            while at < len(words) and words[at].lower in self._tables.determiners:
                at += 1
        joined = at < len(words) and words[at].raw == "-" and words[at].start == words[at - 1].end
        return at + joined, joined

    def _by_parse(self, first: Token, *, joined: bool) -> Span | None:
        """From the first word to the noun that it stands before or is."""
        head = first
        for _ in range(LONGEST):
            if joined or base(head.dep_) not in BEFORE_NOUN or head.head.i <= head.i:
                break
            head = head.head
        noun = head.pos_ in ("NOUN", "PROPN") or head.lower_ in self._tables.plurals
        if (
            not noun
            or head.lower_ in self._tables.stops
            or head.tag_ in ("PRP", "DT")
            or head.idx - first.idx > FARTHEST
        ):
            return None
        return first.idx, head.idx + len(head)

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
