"""Whom a war is waged against where its noun names only who wages it ("Chad's aggression", "the Chadian invasion"), and
who wages it where a government tells of "the special military operation".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.digest._naming.homeland import home_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from sayso.digest.digest import Digest
    from sayso.extract._telling.telling import Telling

#: Nouns of what one country does to another for long, and what some of it is told by beside them.
WARS = word_list("victims_wars")
STRIKING = frozenset({"invade", "attack", "bomb", "shell"})
#: What an operation of arms is called beside the noun.
OPERATIONS = frozenset({"military", "special"})
#: Before what somebody is helped against.
AGAINST = frozenset({"against", "of", "from", "by", "after"})
#: Types of what is done for somebody.
HELPING = frozenset({"SUPPORT", "AID"})
NATIONAL = frozenset({"place", "nationality"})


def name_victims(tellings: Sequence[Telling], digest: Digest) -> None:
    """Fills the recipients of such nouns: whom the same country's war is against elsewhere in the report, the country
    that it is in, or whoever is helped "in the face of Chadian aggression".
    """
    lands = _Lands(digest)
    wars = [t for t in tellings if t.type == "ASSAULT" and lands.are_two(t) and lemma(t.head) in WARS | STRIKING]
    ours = _our_country(digest)
    for telling in tellings:
        if ours is not None and telling.type == "ASSAULT" and not telling.actors and _is_operation(telling):
            telling.actors = [ours]
        noun = telling.type == "ASSAULT" and not syntax.is_verb(telling.head) and lemma(telling.head) in WARS
        country = lands.of(telling.actors) if noun and not telling.recipients else None
        if country:
            same = [t for t in wars if lands.of(t.actors) == country]
            same = [t for t in same if _is_national(t)] or same
            told = same if len({lands.of(t.recipients) for t in same}) == 1 else []
            near = min(told, key=lambda t: abs(t.head.i - telling.head.i), default=None)
            told_there = near.recipients if near is not None else []
            telling.recipients = told_there or _within(telling, lands) or _helped(telling, tellings, lands)


def _is_operation(telling: Telling) -> bool:
    """ "The special military operation": so one speaks of one's own war."""
    return lemma(telling.head) == "operation" and bool({lemma(t) for t in telling.tokens} & OPERATIONS)


def _our_country(digest: Digest) -> Token | None:
    """The country whose government brings the report out, where it is named."""
    home = home_of(digest.report)
    lands = (e for e in digest.entities if home is not None and e.country == home and e.place is not None)
    named = next((e.mentions[0] for e in lands if e.place is not None and e.place.feature == "country"), None)
    span = digest.doc.char_span(*named.spans[-1], alignment_mode="expand") if named is not None else None
    return span.root if span is not None else None


def _is_national(telling: Telling) -> bool:
    return all(t.ent_type_ in NATIONAL for t in telling.recipients)


def _within(telling: Telling, lands: _Lands) -> list[Token]:
    """ "Mali" of "Chad's aggression in Mali"."""
    found = [t for t in syntax.prepositional(telling.head, "in") if t.ent_type_ == "place"]
    return found if lands.of(found) and not lands.of(found) & lands.of(telling.actors) else []


def _helped(telling: Telling, tellings: Sequence[Telling], lands: _Lands) -> list[Token]:
    """ "Mali" of "support for Mali in the face of Chadian aggression"."""
    if syntax.case_of(telling.head).rpartition(" ")[2] not in AGAINST:
        return []
    sentence = telling.head.sent
    helped = [t.recipients for t in tellings if t.type in HELPING and t.head.sent == sentence and t.recipients]
    theirs = [r for r in helped if lands.of(r) and not lands.of(r) & lands.of(telling.actors)]
    return theirs[0] if len({lands.of(r) for r in theirs}) == 1 else []


class _Lands:
    """Of which countries words are."""

    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        self._country = {e.id: e.country for e in digest.entities}

    def of(self, words: Sequence[Token]) -> frozenset[str]:
        """The countries of all of them; none where one is of no country that is known."""
        found = [self._one(word) for word in words]
        return frozenset(c for c in found if c is not None) if found and None not in found else frozenset()

    def are_two(self, telling: Telling) -> bool:
        """Whether one side is of one country and the other of another."""
        actors, recipients = self.of(telling.actors), self.of(telling.recipients)
        return bool(actors and recipients) and not actors & recipients

    def _one(self, word: Token) -> str | None:
        near = [word, *(t for t in syntax.modifiers(word) if t.ent_type_ in NATIONAL)]
        near += [t for t in syntax.prepositional(word, "of") if t.ent_type_ in NATIONAL]
        entities = (self._digest.entity_at(t) for t in near)
        return next((c for e in entities if e is not None and (c := self._country[e]) is not None), None)
