"""Where accounts of one event disagree over who did it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product

import msgspec

from sayso.codebook.grammar import SOMEBODY
from sayso.codebook.roots import root
from sayso.codebook.words import word_list
from sayso.link.accounts import dispute, status
from sayso.link.answerable import ONE_SIDED, rival_words
from sayso.link.records import Account, Dispute, LinkedEvent
from sayso.link.told import Told
from sayso.link.whose import came_out_together, is_denied, source_of
from sayso.model import Link

#: doers of whom nothing is said but what they did
_UNKNOWN = word_list("disputes_unknown")
_FOR_STATE = word_list("disputes_for_state")
_AGAINST = word_list("disputes_against")


def rival_doers(event: LinkedEvent, told: Sequence[Told]) -> Iterable[Dispute]:
    """Reports that lay the same event to different countries, or to whoever lays it to another; in a clash both act."""
    every, told = told, [t for t in told if not is_denied(t) and t.event.actors]
    if event.type not in ONE_SIDED or any(t.event.mode == "clash" for t in told):
        return
    accounts: dict[frozenset[str], list[Told]] = {}
    for t in told:
        doers = (t.entity(a.entity) or t.owner(a) for a in t.event.actors)
        countries = frozenset(e.country for e in doers if e is not None and e.country)
        if countries:
            accounts.setdefault(countries, []).append(t)
    rivals = [
        side
        for one, other in combinations(accounts, 2)
        if not one & other and any(_are_at_odds(*pair) for pair in product(accounts[one], accounts[other]))
        for side in (one, other)
    ]
    shown = [_status_of(side, accounts[side][0]) for side in dict.fromkeys(rivals)]
    shown = shown or _laid_to_sides(told) or rival_words(every)
    if shown:
        yield dispute(event, "actors", "contradiction", shown, is_open=True)


def _status_of(countries: frozenset[str], told: Told) -> Account:
    return status(told, ", ".join(sorted(countries)), told.event.actors[0])


def _are_at_odds(one: Told, other: Told) -> bool:
    """Whether two tellings that lay it to two countries can be at odds over it."""
    return _tell_one_deed(one, other) and came_out_together(one, other) and _two_voices(one, other)


def _tell_one_deed(one: Told, other: Told) -> bool:
    """Whether they may tell one deed, as they do in one word: else not in two ways, nor done to others."""
    if root(one.event.trigger.lemma) == root(other.event.trigger.lemma):
        return True
    modes = {t.event.mode for t in (one, other)} - {None}
    to = [{t.name_of(r).casefold() for r in t.event.recipients} for t in (one, other)]
    return len(modes) < 2 and (bool(to[0] & to[1]) or not all(to))


def _laid_to_sides(told: Sequence[Told]) -> list[Account]:
    """One account of each doer, of those who blame each other, or lay it to soldiers here and to rebels there."""
    somebody = [t for t in told if (e := t.entity(t.event.actors[0].entity)) is None or e.kind in SOMEBODY]
    pairs = combinations([t for t in somebody if _last_word(_laid_to(t).value) not in _UNKNOWN], 2)
    rivals = (t for pair in pairs if _blame_each_other(*pair) or _are_foes(*pair) for t in pair)
    accounts: dict[str, Account] = {}
    for account in map(_laid_to, rivals):
        accounts.setdefault(_last_word(account.value), account)
    return list(accounts.values())


def _laid_to(told: Told) -> Account:
    """Who did it as this telling has it; of "its fighters", whose they are."""
    actor = told.event.actors[0]
    owner = told.owner(actor)
    account = status(told, told.name_of(actor) if owner is None else owner.name, actor)
    accuser = _accuser(told) if not account.according_to else None
    return msgspec.structs.replace(account, according_to=told.named((accuser,))) if accuser is not None else account


def _accuser(told: Told) -> Link | None:
    """ "The army blamed rebels for the attack": who lays it to them where the attack itself is on the outlet's word."""
    doers = {actor.spans for actor in told.event.actors}
    here = (e for e in told.opened.reading.events if e.sentence == told.event.sentence and e.type == "ACCUSE")
    charges = (e for e in here if e.actors and any(r.spans in doers for r in e.recipients))
    first = next((e.actors[0] for e in charges), None)
    if first is None:
        return None
    return Link(spans=first.spans, text=first.text, statement=None, entity=first.entity, hearsay=False)


def _are_foes(one: Told, other: Told) -> bool:
    """Whether one lays it to those who fight for a state, and the other to those who fight against one."""
    if source_of(one) == source_of(other) or not (came_out_together(one, other) and _two_voices(one, other)):
        return False
    doers = {_one_of_many(_last_word(_laid_to(t).value)) for t in (one, other)}
    return bool(doers & _FOR_STATE) and bool(doers & _AGAINST)


def _blame_each_other(one: Told, other: Told) -> bool:
    """Whether one who lays it to somebody is the one to whom another lays it."""
    if not (one.event.according_to and other.event.according_to) or not came_out_together(one, other):
        return False
    lands = [{e.country for a in t.event.actors if (e := t.entity(a.entity)) and e.country} for t in (one, other)]
    if lands[0] & lands[1]:  # "Chad", "Chadian forces"
        return False
    doers = [_last_word(_laid_to(t).value) for t in (one, other)]
    sources = [_last_word(source_of(t)) for t in (one, other)]
    blamed = doers[0] == sources[1] or doers[1] == sources[0]
    # "the police say that two officers fired" is no word against those who lay it to the police
    of_one_side = all(_one_of_many(doer) in _FOR_STATE for doer in doers)
    return blamed and not of_one_side and doers[0] != doers[1] and doers[0] != sources[0] and doers[1] != sources[1]


def _last_word(name: str | float | None) -> str:
    """ "Rebels" of "the rebels of the north"."""
    words = str(name or " ").casefold().split(" of ")[0].split()
    return words[-1] if words else ""


def _one_of_many(word: str) -> str:
    """ "Rebel" of "rebels", "deputy" of "deputies"."""
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _two_voices(one: Told, other: Told) -> bool:
    """Whether the tellings can be at odds over who did it: those of two reports, or of one report on the word of two
    sources that lay it to another than themselves. Else one report tells two deeds.
    """
    if one.report.id != other.report.id:
        return True
    sources = {source_of(t) for t in (one, other) if t.event.according_to and not _tells_of_itself(t)}
    return len(sources) > 1


def _tells_of_itself(told: Told) -> bool:
    """Whether the source of the telling is the one who did it."""
    return told.event.according_to[-1].entity in {actor.entity for actor in told.event.actors} - {None}
