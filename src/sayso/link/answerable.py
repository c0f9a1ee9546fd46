"""Rival words on who did it: a claim, blame or a side's own account, each on somebody's word.

Two are at odds where each names somebody else, where whoever is blamed lays it to another, or where they speak of
doers of two kinds ("criminals", "insurgents"). Who tells of more than one doer at once, or in other words, is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import msgspec

from sayso.codebook.words import word_list
from sayso.link.accounts import status
from sayso.link.records import Account
from sayso.link.told import PRONOUNS, Told
from sayso.link.voices import Voice, voice
from sayso.link.whose import came_out_together, is_denied, voice_of_chain
from sayso.model import Entity, Link, Participant, Spans

#: deeds that one side does
ONE_SIDED = frozenset({"ASSAULT", "COERCE"})
#: kinds of doers without a name
KINDS = ("state", "rebels", "criminals", "civilians")
NAMED = frozenset({"organization", "person", "nationality", "place"})
#: words of which the kind stands behind "of", and those of whom nothing is said but what they did
_GANGS = frozenset({"gang", "group", "band", "mob", "cell"})
_UNKNOWN = word_list("disputes_unknown")
#: sectors (PLOVER) that are of a kind
SECTORS = {
    "MIL": "state",
    "COP": "state",
    "GOV": "state",
    "SPY": "state",
    "REB": "rebels",
    "UAF": "rebels",
    "CRM": "criminals",
}


@dataclass(frozen=True)
class Laid:
    """One party, as one telling has it on somebody's word."""

    told: Told
    party: Voice
    named: bool
    kind: str | None
    by: Voice
    account: Account
    #: said in so many words, and not only told
    in_words: bool
    #: report, and where the words that say so or tell the deed stand: two who are named in one place did it together
    at: tuple[str, Spans]


def rival_words(told: Sequence[Told]) -> list[Account]:
    """One account of each party that is at odds with another; empty where none are."""
    laid = [*_in_words(told), *_in_tellings(told)]
    joint = {frozenset((one.party, other.party)) for one, other in combinations(laid, 2) if one.at == other.at}
    found: dict[str, Account] = {}
    for one, other in combinations(laid, 2):
        if (one.in_words or other.in_words) and {one.party, other.party} not in joint and _at_odds(one, other):
            for side in (one, other):
                found.setdefault(side.party.name, side.account)
    return list(found.values())


def _in_words(told: Sequence[Told]) -> Iterator[Laid]:
    for t in told:
        for one in t.responsibilities:
            if one.party is not None and one.stance in ("claims", "blamed", "suspected"):
                found = _laid(t, one.party, one.according_to, one.cue.spans, in_words=True)
                yield from (_as_rebels(laid) if one.stance == "claims" else laid for laid in found)


def _as_rebels(claim: Laid) -> Laid:
    """A named body that claims an attack and is of no known kind: no criminals, and no civilians."""
    return replace(claim, kind="rebels") if claim.named and claim.kind is None else claim


def _in_tellings(told: Sequence[Told]) -> Iterator[Laid]:
    for t in told:
        chain = t.event.according_to
        if t.event.type in ONE_SIDED and not is_denied(t) and chain and not chain[-1].hearsay:
            for actor in t.event.actors:
                yield from _laid(t, actor, chain, t.event.trigger.spans, in_words=False)


def _laid(told: Told, party: Participant, chain: tuple[Link, ...], at: Spans, *, in_words: bool) -> Iterator[Laid]:
    entity = told.owner(party) or told.entity(party.entity)
    name = party.text if entity is None else entity.name
    if name.casefold() in PRONOUNS or _last(name) in _UNKNOWN:
        return
    named = entity is not None and entity.has_name and entity.kind in NAMED
    source = voice_of_chain(told, chain)
    account = msgspec.structs.replace(status(told, name, party), according_to=told.named(chain))
    yield Laid(told, voice(name, entity), named, _kind(name, entity), source, account, in_words, (told.report.id, at))


def _kind(name: str, entity: Entity | None) -> str | None:
    """The kind of a doer by the noun for him, else by the sector of the body."""
    last = _last(name)
    by_word = next((kind for kind in KINDS if {last, last.removesuffix("s")} & word_list(f"doers_{kind}")), None)
    return by_word or SECTORS.get((entity.sector or "") if entity is not None else "")


def _last(name: str) -> str:
    """ "Criminals" of "a gang of criminals", "rebels" of "rebels of the north"."""
    words = name.casefold().split(" of ")
    first = words[0].split() or [""]
    return (words[1].split() or [""])[-1] if first[-1] in _GANGS and len(words) > 1 else first[-1]


def _at_odds(one: Laid, other: Laid) -> bool:
    """Whether both cannot be so."""
    if (
        not came_out_together(one.told, other.told)
        or _is_of_one(one.by, other.by)
        or _is_of_one(one.party, other.party)
    ):
        return False
    if _capitals(one.account) & _capitals(other.account):
        return False  # "the Greek patrol ship", "the Greek coast guard"
    of_land = one.party.country is not None and one.party.country == other.party.country
    if of_land and one.party.of_state and other.party.of_state:
        return False
    if one.kind and other.kind and one.kind != other.kind:
        return True
    blamed = _is_of_one(one.party, other.by) or _is_of_one(other.party, one.by)
    return blamed or (one.named and other.named)


def _capitals(account: Account) -> set[str]:
    return {word for word in str(account.value).split() if word[:1].isupper()}


def _is_of_one(one: Voice, other: Voice) -> bool:
    return one.may_be(other) or other.may_be(one)
