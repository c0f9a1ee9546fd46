"""Two deeds of one sentence: a verb of harm that is joined to another deed, and tells none of what came of it.

"Jets bombed a port, and six sailors were killed" is one deed; "jets bombed a port on Monday, and on Tuesday gunmen
killed six herders" are two. Another doer, another day and another place tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.tree import subtree_in_order
from sayso.codebook.words import word_list
from sayso.extract._counting.harmed import OBJECT_VERBS
from sayso.extract._placing.clauses import root_of
from sayso.extract._placing.finest import WIDE
from sayso.model import Place, Time

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Sorts of armed doers, of which none is another's; words before those who are not the ones of before.
SORTS = (word_list("apart_state"), word_list("apart_irregular"))
OTHERS = word_list("apart_others")
#: How two verbs are joined that may tell two deeds; what joins them then, of a clause under the other.
JOINED = frozenset({"conj", "parataxis"})
WHILE = frozenset({"while", "whereas"})
#: What stands before a place where something is done, and what it may be to the verb without one.
AT = frozenset({"in", "at", "near", "on", "outside", "around", "inside"})
BARE = frozenset({"obj", "nsubj:pass"})
#: What hangs on a clause and has times and places of its own.
CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis"})
#: How much of a name its people and its adjective share ("Togo", "Togolese").
STEM = 4


class Apart:
    """The times and places of a report, to be asked whether two verbs tell two deeds."""

    def __init__(self, digest: Digest) -> None:
        self._times: dict[int, Time] = {}
        self._places: dict[int, tuple[str, Place | None]] = {}
        for time in digest.times:
            span = digest.doc.char_span(*time.spans[0], alignment_mode="expand")
            if span is not None and time.type in ("date", "time"):
                self._times.update(dict.fromkeys(range(span.start, span.end), time))
        for entity in digest.entities:
            for mention in entity.mentions if entity.kind == "place" else ():
                if mention.form == "name" and (root := root_of(digest, mention)) is not None:
                    self._places[root.i] = (entity.id, entity.place)

    def __call__(self, verb: Token, over: Token) -> bool:
        """Whether the verb, joined to the one over it, tells a deed of its own."""
        if not _is_joined(verb) or not syntax.is_verb(over) or lemma(verb) not in OBJECT_VERBS or verb.tag_ == "VBG":
            return False
        if _others(syntax.logical_subjects(verb), syntax.logical_subjects(over)):
            return True
        return self._another_time(verb, over) or self._another_place(verb, over)

    def _another_time(self, verb: Token, over: Token) -> bool:
        """ "On Monday … and on Tuesday": both have one, and no moment is in both."""
        ours = [self._times[t.i] for t in _own_words(verb) if t.i in self._times]
        theirs = [self._times[t.i] for t in _own_words(over) if t.i in self._times]
        return bool(ours and theirs) and all(_are_disjoint(a, b) for a in ours for b in theirs)

    def _another_place(self, verb: Token, over: Token) -> bool:
        """ "In Lagos … and in Kano": both have one, and the second does not lie in the first."""
        ours = [self._places[t.i] for t in _own_words(verb) if t.i in self._places and _is_where(t)]
        theirs = [self._places[t.i] for t in _own_words(over) if t.i in self._places and _is_where(t)]
        wide = any(place is not None and place.feature in WIDE for _, place in theirs)
        return bool(ours and theirs) and not wide and not {one for one, _ in ours} & {one for one, _ in theirs}


def _is_joined(verb: Token) -> bool:
    marks = {c.lower_ for c in syntax.children(verb, "mark")}
    return verb.dep_ in JOINED or (verb.dep_ == "advcl" and bool(marks & WHILE))


def _own_words(verb: Token) -> Iterator[Token]:
    """The words of its own clause: not "last week" of "a man dismissed last week shot two"."""
    return subtree_in_order(verb, CLAUSES)


def _others(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether others act than in the first clause: of another sort, "unknown" ones, or those of another name."""
    if not ours or not theirs:
        return False
    one, two = ours[0], theirs[0]
    if any(c.lower_ in OTHERS for c in one.children):
        return True
    sorts = [next((n for n, words in enumerate(SORTS) if lemma(who) in words), None) for who in (one, two)]
    if None not in sorts:
        return sorts[0] != sorts[1]
    named = one.ent_type_ and two.ent_type_ and one.pos_ == two.pos_ == "PROPN"
    return bool(named) and one.lower_[:STEM] != two.lower_[:STEM]


def _is_where(name: Token) -> bool:
    """ "In [Town]", "shelled [Town]", "in the [Town] market": a place where something was done."""
    noun = name.head if name.dep_ in ("compound", "flat") and name.head.pos_ in ("NOUN", "PROPN") else name
    return syntax.case_of(noun) in AT or (noun is name and name.dep_ in BARE)


def _are_disjoint(one: Time, other: Time) -> bool:
    if not (one.start and one.end and other.start and other.end):
        return one.text.lower() != other.text.lower()
    return one.end <= other.start or other.end <= one.start
