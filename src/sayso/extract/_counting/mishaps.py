"""Harm that nobody meant: "a woman was killed in a crash", "a boy was hit by a lorry", "two fell to their deaths"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.codebook import syntax, tolls
from sayso.codebook.codebook import words_for
from sayso.codebook.match import lemma
from sayso.extract._counting.harmed import OBJECT_VERBS
from sayso.extract._sides.mishap import is_traffic
from sayso.extract._telling.telling import Telling

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: The bounds of a number.
Number = tuple[float | None, float | None]

#: Happenings that kill and are no class of the codebook.
ALSO = tolls.words("mishap", "also")


def is_of_mishap(cue: Token) -> bool:
    """Whether a verb of harm stands in a sentence that tells a mishap, or has a vehicle or its driver as subject."""
    if not syntax.is_verb(cue) or lemma(cue) not in OBJECT_VERBS:
        return False
    subjects = syntax.logical_subjects(cue)
    if any(is_traffic(one) for one in subjects):
        return True
    if any(not (_is_accident(one) or one.pos_ == "PRON") for one in subjects):
        return False  # "an epidemic of guards who kill prisoners"
    return any(map(_is_accident, cue.sent))


def tell_again(tellings: Sequence[Telling], digest: Digest) -> None:
    """Marks, in place, the mishaps that only tell again the dead of one told before: as many, or the same by name."""
    numbers = {q.id: (q.low, q.high) for q in digest.quantities}
    told: list[Telling] = []
    for telling in tellings:
        if telling.kind is not None or telling.cause is not None or not telling.tolls:
            continue
        if telling.effect_of is None:
            telling.effect_of = next((one for one in told if _counts_the_same(one, telling, numbers, digest)), None)
        told.append(telling)


def _counts_the_same(one: Telling, other: Telling, numbers: Mapping[str, Number], digest: Digest) -> bool:
    for toll in other.tolls:
        for known in one.tolls:
            several = numbers.get(toll.quantity or "", (None, None))
            as_many = several[0] is not None and several[0] > 1 and several == numbers.get(known.quantity or "")
            if toll.effect == known.effect and toll.scope == known.scope == "event" and as_many:
                return True
    victims = {digest.entity_at(t) for t in one.recipients} & {digest.entity_at(t) for t in other.recipients}
    dead = all(any(toll.effect == "killed" for toll in t.tolls) for t in (one, other))
    return dead and bool(victims - {None})


def _is_accident(word: Token) -> bool:
    """Whether it harms without anybody's will."""
    return not {lemma(word), word.lower_}.isdisjoint(words_for("mishap", "traffic") | ALSO)
