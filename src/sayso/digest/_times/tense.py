"""Tense around a word: whether what is told lies before or after the dateline."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal

from spacy.tokens import Doc, Token

from sayso.codebook.grammar import HAVE
from sayso.digest._lexer import Word
from sayso.digest._times.looks import looks

#: "since" is a past without a limit: "since January".
Tense = Literal["past", "present", "future", "since"]
#: How many words away a verb may stand and still date an expression.
REACH = 25
#: A participle this close behind "will", "to be" … belongs to it: "will be named".
NEAR = 4
#: Auxiliaries of what reaches up to today.
PERFECT = frozenset({"has", "have", "now"})
#: Penn tags of words that can look ahead or back.
VERBAL = frozenset(("MD", "VBN", "VBG", "VBZ", "VBP", "VBD", "VB", "JJ", "NNS", "POS", "IN"))
#: Words right before an expression that look ahead whatever the verb.
AHEAD = frozenset(("until", "till", "effective", "due", "starting", "beginning"))
#: Words right before an expression that look ahead where the verb does: "warned of famine by June".
LIMITS = frozenset(("by", "for", "before"))
CONDITIONS = frozenset(("if", "unless"))
WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))


@cache
def _verbs() -> dict[str, Tense | None]:
    """Tense by word; None for words in -ed that are no verbs."""
    tables = _tables()
    order: tuple[Tense, ...] = ("past", "present", "future")
    verbs: dict[str, Tense | None] = dict.fromkeys(tables["none"]["words"])
    for tense in order:
        verbs |= dict.fromkeys(tables[tense]["words"], tense)
    return verbs


@cache
def _foretelling() -> frozenset[str]:
    """Verbs of what is to come, whenever they were said."""
    return frozenset(_tables()["ahead"]["words"])


@cache
def _opening() -> frozenset[str]:
    return frozenset(_tables()["opening"]["words"])


@cache
def _timetable() -> frozenset[str]:
    return frozenset(_tables()["timetable"]["words"])


def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("sayso.codebook").joinpath("tense.toml").read_text("utf-8"))


class Tenses:
    """The verbs of a text that tell a tense, and which of them speaks for a position."""

    def __init__(self, words: list[Word], doc: Doc) -> None:
        self._leads = _leads(words)
        self._leads |= dict.fromkeys(_terms(words, _tags(doc)), "future")
        self._limits = {word.start for before, word in pairwise(words) if before.lower in LIMITS}
        self._until = {word.start for before, word in pairwise(words) if before.lower == "by"}
        self._begun = {word.start for before, word in pairwise(words) if before.lower == "from"}
        self._done = _done(doc)
        self._looks = sorted(looks(doc).items())
        self._perfect = [word.start for word in words if word.lower in PERFECT]
        self._at: list[int] = []
        self._tense: list[Tense | None] = []
        #: whether the verb there foretells: "vowed", and the "to" of "vowed to leave"
        self._foretold: list[bool] = []
        #: where the verbs begin by which something is to be from a day on
        self._opening = {word.start for word in words if word.lower in _opening()}
        self._opening |= {had.start for had, word in pairwise(words) if had.lower in HAVE and word.lower in _opening()}
        tags = _tags(doc)
        verbs = _verbs()
        looked_ahead = -NEAR
        for index, word in enumerate(words):
            tense: Tense | None = None
            foretold = word.lower in _foretelling()
            if word.kind == "word":
                tense = _tense(words, index, tags.get(word.start, ""), verbs)
                if word.lower == "to" and any(self._foretold[-1:]) and _is_infinitive(words, index, tags):
                    tense, foretold = "future", True
            elif word.raw not in (".", "!", "?", ";"):
                continue
            else:
                looked_ahead = -NEAR  # the next sentence has its own tense
            if tense == "future":
                looked_ahead = index
            elif tense == "past" and index - looked_ahead < NEAR:
                tense = "future"
            if tense is not None or word.kind == "mark":
                self._at.append(word.start)
                self._tense.append(tense)
                self._foretold.append(foretold)

    def at(self, start: int, end: int) -> Tense | None:
        """Tense of the nearest verb before the expression in its sentence, else of the first one after it."""
        seen = bisect_left(self._looks, start, key=lambda look: look[0])
        look = self._looks[seen][1] if seen < len(self._looks) and self._looks[seen][0] < end else None
        if start in self._leads and look != "since":
            return self._leads[start]
        here = bisect_left(self._at, start)
        if start in self._begun and here and self._at[here - 1] in self._opening:
            return "future"  # "called a strike from Monday"
        if look is not None:
            return look
        done = bisect_left(self._done, start)
        if done < len(self._done) and self._done[done] < end:
            return "since"
        if here and self._tense[here - 1] is not None and start - self._at[here - 1] < REACH * 8:
            return "future" if self._foretold[here - 1] and start in self._limits else self._tense[here - 1]
        after = bisect_left(self._at, end)
        if after < len(self._at) and self._at[after] - end < REACH * 8:
            return self._tense[after]
        return None

    def is_limit(self, start: int) -> bool:
        """Whether the expression there says until when: "by February 7"."""
        return start in self._until

    def is_back(self, start: int, end: int) -> bool:
        """Whether the text has come back from a story to today between the two: "and has killed thousands since"."""
        return bisect_left(self._perfect, start) < bisect_left(self._perfect, end)


def _done(doc: Doc) -> list[int]:
    """Where words stand that hang on a verb in the simple past ("resigned in January"): never to come, but under what
    foretells ("planned for January", "said in January").
    """
    if not doc.has_annotation("DEP"):
        return []
    ahead = _foretelling() | _timetable()
    told = (t for t in doc if t.dep_ == "obl" and t.head.tag_ in ("VBD", "VBN") and t.i > t.head.i)
    over = [t.idx for t in told if t.head.lower_ not in ahead and _is_over(t.head, t)]
    spite = (t for t in doc if t.dep_ == "case" and t.lower_ == "despite")  # "despite his arrest on Monday"
    return sorted({*over, *(one.idx for t in spite for one in t.head.subtree if one.i > t.head.i)})


def _is_over(verb: Token, time: Token) -> bool:
    """ "Resigned", "was jailed", "had left", and nothing before the time that the verb is about or for."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "aux:pass")]
    if any(c.dep_ in ("ccomp", "xcomp") and c.i < time.i for c in verb.children):
        return False
    if any(c.dep_ == "case" and c.lower_ in ("for", "until", "to") for c in time.children):
        return False
    return all(c.tag_ in ("VBD", "VBN") for c in helpers) and (bool(helpers) or verb.tag_ == "VBD")


def _terms(words: list[Word], tags: Mapping[int, str]) -> Iterator[int]:
    """Where a limit stands in a condition of the present: "if it is not paid by Friday"."""
    inside = False
    for before, word in pairwise(words):
        if word.lower in CONDITIONS:
            inside = True
        elif (word.kind != "word" and word.raw in (".", "!", "?", ";", ",")) or tags.get(word.start) in ("VBD", "MD"):
            inside = False
        if inside and before.lower == "by":
            yield word.start


def _leads(words: list[Word]) -> dict[int, Tense]:
    """Where words begin that stand right behind "since", "until", "as early as" …"""
    found: dict[int, Tense] = {}
    for at in range(1, len(words)):
        before = words[at - 1].lower
        if before in AHEAD or (before == "as" and at > 2 and words[at - 2].lower in ("early", "soon")):
            found[words[at].start] = "future"
        elif before == "since":
            found[words[at].start] = "since"
        elif (before == "on" and at > 2 and words[at - 2].lower in ("is", "are")) or _is_for_a_day(words, at):
            found[words[at].start] = "future"  # "the vote is on Sunday"
    return found


def _is_for_a_day(words: list[Word], at: int) -> bool:
    """ "Called a strike for Friday", and not "for Friday's attack"."""
    owner = at + 1 < len(words) and words[at + 1].lower in ("'s", "’s", "'", "’")
    return words[at - 1].lower == "for" and words[at].lower in WEEKDAYS and not owner


def _is_infinitive(words: list[Word], to: int, tags: dict[int, str]) -> bool:
    return to + 1 < len(words) and tags.get(words[to + 1].start) == "VB"


def _tags(doc: Doc) -> dict[int, str]:
    """Penn tags by offset, where the Doc has any; a participle that describes what was done ("the pact, signed on
    Monday") counts as a past tense.
    """
    if not doc.has_annotation("TAG"):
        return {}
    return {token.idx: "VBD" if token.tag_ == "VBN" and token.dep_ == "acl" else token.tag_ for token in doc}


def _tense(words: list[Word], index: int, tag: str, verbs: dict[str, Tense | None]) -> Tense | None:
    """Tense of one word, by its tag where there is one, else by the word lists and its ending."""
    word = words[index]
    following = words[index + 1].lower if index + 1 < len(words) else ""
    ahead = following == "to" and word.lower in ("set", "is", "are", "was", "were")
    called = word.lower == "called" and tag != "VBD"  # "an election called for May", not "she called for a ban in May"
    ahead = ahead or (following == "for" and (called or word.lower in ("set", "planned")))
    cue = "future" if ahead else verbs.get(word.lower)
    if word.lower == "may" and (word.raw == "May" or words[index - 1].kind == "number"):
        return None
    if tag and tag not in VERBAL:
        return None
    if tag == "VBP" and word.lower in _timetable():
        return "future"
    if tag and cue != "future":
        return "past" if tag == "VBD" else "present" if tag in ("VBZ", "VBP") else None
    if cue is not None or word.lower in verbs:
        return cue
    regular = word.lower.endswith("ed") and len(word.lower) > 4 and word.raw[1:2].islower() == word.raw[:1].islower()
    return "past" if regular and following != "by" else None
