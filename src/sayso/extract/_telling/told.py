"""A finished event with the telling it was made from, and what is compared of two of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.grammar import NAMED, THEIRS
from sayso.codebook.match import lemma
from sayso.codebook.roots import root
from sayso.codebook.words import word_list
from sayso.extract._telling.telling import Telling
from sayso.model import HAPPENED, Entity, Event, Participant

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Modes that are two words for one act.
ALIKE = (
    {"permit", "approve"},
    {"heavy-weapons", "drone"},
    {"heavy-weapons", "aerial"},
    {"explosives", "suicide-attack"},
    {"explosives", "mine"},
    *(
        {"assassinate", mode}
        for mode in ("explosives", "firearms", "heavy-weapons", "drone", "aerial", "suicide-attack")
    ),
)
#: Words that say little of what is told beside an event, and classes of those that say something.
EMPTY = word_list("same_empty")
TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
#: What is done to somebody, and words by which it was done more than once, or before.
TO_SOMEBODY = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})
AGAIN = word_list("same_again")
#: Personal pronouns: whom they stand for may not be known, but that somebody stands there is.
PERSONAL = frozenset({"you", "he", "she", "they", "him", "her", "them"})
#: The name of a stranger stands before so many further sentences have begun.
SOON = 4
#: What the head words of the unnamed begin with, among the keys of a side.
WORD = "word:"


@dataclass(frozen=True, slots=True)
class Told:
    """A finished event with the telling it was made from."""

    event: Event
    telling: Telling
    #: who acts and who undergoes: ids of the named, the countries they belong to, and the head words of the others
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    #: the people to whom it was done, by id, with where each is first named, if anywhere
    people: Mapping[str, int | None] = field(default_factory=dict)
    #: ids of those of them to whom violence was done, and of those whose death it tells
    harmed: frozenset[str] = frozenset()
    dead: frozenset[str] = frozenset()
    #: the most dead that one number of it counts exactly
    killed: float = 0
    #: the most dead that any number of it counts, of a toll that runs too
    deadly: float = 0
    where: Entity | None = None
    #: roots of what else its sentence tells, and of what stands under it but for those who act
    beside: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()


def told_of(event: Event, telling: Telling, digest: Digest) -> Told:
    """The event with what of it is compared."""
    known = digest.by_id

    def sides(participants: tuple[Participant, ...]) -> frozenset[str]:
        ids = {p.entity for p in participants if p.entity and known[p.entity].kind in NAMED}
        lands = {f"country:{known[p.entity].country}" for p in participants if p.entity and known[p.entity].country}
        capitals = {w for p in participants for w in p.text.split() if w[0].isupper()}
        words = {WORD + w.lower() for w in capitals if not (w.istitle() and telling.head.vocab[w].is_stop)}  # "The"
        words |= {WORD + p.text.lower().split()[-1] for p in participants if p.entity not in ids}
        words -= {WORD + pronoun for pronoun in PERSONAL | THEIRS if not pronoun.startswith("you")}
        return frozenset(ids | lands | words)

    persons = [known[p.entity] for p in event.recipients if p.entity and known[p.entity].kind == "person"]
    people = {e.id: min((m.spans[0][0] for m in e.mentions if m.form == "name"), default=None) for e in persons}
    killed = [toll for toll in event.toll if toll.effect == "killed"]
    numbers = {toll.quantity for toll in killed if toll.scope == "event"}
    exact = (q.best for q in digest.quantities if q.id in numbers and q.bound == "exact" and q.best)
    every = {toll.quantity for toll in killed}
    counted = (q.best or q.low or 0 for q in digest.quantities if q.id in every)
    return Told(
        event,
        telling,
        actors=sides(event.actors),
        recipients=sides(event.recipients),
        people=people,
        harmed=frozenset(people if event.type == "ASSAULT" else ()),
        dead=frozenset(people if killed else ()),
        killed=max(exact, default=0),
        deadly=max(counted, default=0),
        where=known.get(event.place or ""),
        beside=words_beside(telling),
        under=words_under(telling),
    )


def words_beside(telling: Telling) -> frozenset[str]:
    """Roots of the words of its sentence but for its own."""
    return _roots(telling.head.sent, {t.i for t in telling.tokens})


def words_under(telling: Telling) -> frozenset[str]:
    """Roots of the words under it but for its own and those of who acts."""
    own = {t.i for t in telling.tokens} | {t.i for actor in telling.actors for t in actor.subtree}
    return _roots(telling.head.subtree, own)


def _roots(words: Iterable[Token], own: set[int]) -> frozenset[str]:
    told = (t for t in words if t.pos_ in TELLING and t.i not in own)
    return frozenset(root(lemma(t)) for t in told if lemma(t) not in EMPTY)


def apart(a: Told, b: Told) -> bool:
    """Whether two events were at places that cannot be one: not a building and the town around it, nor a town and its
    country.
    """
    one, other = a.where, b.where
    if one is None or other is None or one.id == other.id:
        return False
    lands = {e.country for e in (one, other) if e.country is not None}
    around = (one.kind == "facility") != (other.kind == "facility") or _is_country(one) or _is_country(other)
    return not around or len(lands) > 1


def _is_country(entity: Entity) -> bool:
    return entity.place is not None and entity.place.feature == "country"


def befell_once(a: Told, b: Told) -> bool:
    """Whether both tell the same done to the same person, as is mostly done once: "was abducted", "his abduction"."""
    again = any(t.lower_ in AGAIN for told in (a, b) for t in told.telling.head.subtree)
    if a.dead & b.dead or not _is_one_deed(a, b) or again:
        return bool(a.dead & b.dead)
    return bool(a.people.keys() & b.people.keys()) or _is_named_now(a, b)


def befell_others(a: Told, b: Told) -> bool:
    """Whether each befell people by their names, and nobody whom the other names; or so many of another sort by others
    ("the army freed nine monks", "the rebels freed 40 soldiers").
    """
    named = all(told.people and all(t.pos_ == "PROPN" for t in told.telling.recipients) for told in (a, b))
    if named and not a.people.keys() & b.people.keys():
        return True
    one, other = (_groups(told) for told in (a, b))
    others = bool(a.actors and b.actors) and not (a.actors & b.actors or a.recipients & b.recipients)
    return others and bool(one and other) and not one & other


def _groups(told: Told) -> frozenset[str]:
    """The numbers of those to whom it was done, by a verb."""
    verb = syntax.is_verb(told.telling.head)
    numbers = (n for t in told.telling.recipients if verb for n in syntax.children(t, "nummod"))
    return frozenset(number.lower_ for number in numbers)


def killed_more(earlier: Told, later: Told) -> bool:
    """Whether the later one tells, on the same word and exactly, of more dead than the earlier one: another deed."""
    same = earlier.event.according_to == later.event.according_to
    return same and 0 < earlier.killed < later.killed


def _is_one_deed(a: Told, b: Told) -> bool:
    """Whether both are told in the mode of one deed to somebody, or both by verbs of killing."""
    killed = bool(a.dead and b.dead) and all(syntax.is_verb(told.telling.head) for told in (a, b))
    alike = a.event.mode is not None and a.event.mode == b.event.mode
    return a.event.type == b.event.type and a.event.type in TO_SOMEBODY and (alike or killed)


def _is_named_now(a: Told, b: Told) -> bool:
    """ "A farmer was shot dead. … Diallo, 51, was killed by a bullet": whom the first telling leaves unnamed goes by a
    name that stands soon below it.
    """
    strangers = [t for t in a.telling.recipients if t.tag_ == "NN" and syntax.children(t, "det")]
    names = [at for at in b.people.values() if at is not None]
    if len(strangers) != 1 or len(a.people) != 1 or any(a.people.values()) or len(names) != 1:
        return False
    between = (t for t in b.telling.head.doc[a.telling.head.i + 1 :] if t.is_sent_start)
    sentences = list(islice(between, SOON))
    return a.event.trigger.spans[0][0] < names[0] and (len(sentences) < SOON or names[0] < sentences[-1].idx)


def named(side: frozenset[str]) -> bool:
    """Whether somebody on a side has a name."""
    return any(not key.startswith(WORD) for key in side)


def overlap(a: Event, b: Event) -> bool:
    """Whether the times of two events meet, as far as both are known."""
    if not (a.start and a.end and b.start and b.end):
        return True
    return a.start[:10] < b.end and b.start[:10] < a.end  # an hour's end is on its day


def is_of_another_time(a: Told, b: Told) -> bool:
    """Whether the words tell two times that do not meet."""
    return a.event.from_ == b.event.from_ == "words" and not overlap(a.event, b.event)


def undated(event: Event) -> Event:
    """The event without a time."""
    return msgspec.structs.replace(event, time=None, start=None, end=None, precision=None, from_=None)


def not_ahead(event: Event, published: str | None) -> Event:
    """The event; what happened has no time that is still to come, which is that of something else ("the truce, which is
    to last until June").
    """
    ahead = published is not None and event.start is not None and event.start[:10] > published[:10]
    return undated(event) if ahead and event.status in HAPPENED else event
