"""Whom a pronoun counts ("he was arrested"), and the deed of which somebody is told to have died some sentences on
("She was later pronounced dead.").
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.codebook import syntax, tolls
from sayso.codebook.match import lemma
from sayso.extract._counting.care import succumbs
from sayso.extract._counting.count import Count
from sayso.extract._counting.counts import SUBJECT_VERBS
from sayso.extract._counting.harmed import STATES
from sayso.extract._sides.phrases import through_partitive
from sayso.extract._status.status import status_of
from sayso.extract._telling.telling import TAKEN, Telling
from sayso.extract.certainty import certainty_of

if TYPE_CHECKING:
    from sayso.digest.digest import Digest
    from sayso.model import Mention

#: Verbs of harm that may have no type ("struck by a car"), and of who says that somebody is dead.
HARMING = tolls.words("phrases", "harming")
PRONOUNCED = tolls.words("phrases", "pronounced")
#: Pronouns for one man or woman.
SOMEBODY = frozenset({"he", "she", "him", "her"})


class Victims:
    """Those whom the tellings of a report harm, by their entities."""

    def __init__(self, digest: Digest, tellings: Iterable[Telling]) -> None:
        self._digest = digest
        self._known = {entity.id: entity for entity in digest.entities}
        self._harmed: dict[str, list[tuple[Telling, Token]]] = {}
        for telling in tellings:
            for who in telling.recipients if _harms(telling) else ():
                if (entity := digest.entity_at(who)) is not None:
                    self._harmed.setdefault(entity, []).append((telling, who))

    def named(self, who: Token) -> Mention | None:
        """The last words before a pronoun that name or describe the one whom it stands for; None for all else."""
        if who.tag_ != "PRP" or who.lower_ not in SOMEBODY:
            return None
        entity = self._known.get(self._digest.entity_at(who) or "")
        if entity is None or entity.kind != "person":
            return None
        before = [m for m in entity.mentions if m.form != "pronoun" and m.spans[-1][1] <= who.idx]
        return before[-1] if before else None

    def died_of(self, count: Count, own: Telling | None) -> tuple[Telling, Token] | None:
        """What one who is said to be dead was harmed by before, and the words for him there."""
        if count.effect != "killed" or not tells_death(count.cue) or (own is not None and own.kind is not None):
            return None
        entity = self._digest.entity_at(through_partitive(count.who))
        before = [(t, who) for t, who in self._harmed.get(entity or "", ()) if t.head.i < count.cue.i]
        if not before or (own is not None and own.cause is not None):
            return None
        if own is not None and status_of(own, certainty_of(self._digest, own.head)) != "occurred":
            return None  # "may die of his wounds"
        telling, who = before[-1]
        return telling.cause or telling, who


def _harms(telling: Telling) -> bool:
    if telling.kind is None:
        return syntax.is_verb(telling.head) and lemma(telling.head) in HARMING
    return telling.type == "ASSAULT" and telling.mode not in TAKEN


def tells_death(cue: Token) -> bool:
    """ "Died", "succumbed to her wounds", "was pronounced dead", "was found dead"."""
    if lemma(cue) in SUBJECT_VERBS or succumbs(cue):
        return True
    return STATES.get(cue.lower_) == "killed" and syntax.is_verb(cue.head) and lemma(cue.head) in PRONOUNCED
