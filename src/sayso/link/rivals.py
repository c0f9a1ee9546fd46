"""Where accounts of one attack disagree over whom it hit, and with what: "civilians", "fighters"; "drone", "mine"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sayso.codebook.words import word_list
from sayso.link.accounts import dispute, status
from sayso.link.records import Account, Dispute, DisputeField, LinkedEvent
from sayso.link.told import Told
from sayso.link.whose import came_out_together, is_denied, source_of
from sayso.model import Words

#: whom an attack hits, by kind
HIT = ("civilians", "fighters")
#: with what it is done, by kind
ARMS = ("aircraft", "drone", "gun", "mine", "missile")
#: kinds that one word may be of: the shells of a gun
ALIKE = frozenset({"gun", "missile"})

Side = tuple[str, Words]


def rival_sides(event: LinkedEvent, told: Sequence[Told]) -> Iterable[Dispute]:
    """The disputes over whom one attack hit and with what; where somebody has both, both may be."""
    if event.type != "ASSAULT" or any(t.event.mode == "clash" for t in told):
        return
    told = [t for t in told if not is_denied(t) and t.event.according_to]
    hit, arms = _kinds("rivals", HIT), _kinds("arms", ARMS)
    yield from _rivals(event, "recipients", [(t, _sides(t.event.recipients, hit)) for t in told])
    yield from _rivals(event, "instruments", [(t, _sides(t.event.instruments, arms)) for t in told])


def _kinds(of: str, kinds: Iterable[str]) -> dict[str, str]:
    return {word: kind for kind in kinds for word in word_list(f"{of}_{kind}")}


def _sides(words: Iterable[Words], kinds: Mapping[str, str]) -> list[Side]:
    """(kind, words) of those that are of a kind."""
    heads = ((w, w.text.casefold().split(" of ")[0].split()[-1:]) for w in words)
    return [(kinds[head], w) for w, last in heads for head in last if head in kinds]


def _rivals(event: LinkedEvent, field: DisputeField, told: Sequence[tuple[Told, list[Side]]]) -> Iterable[Dispute]:
    """The dispute between sources of which each knows one kind alone."""
    accounts: dict[str, tuple[Told, Account]] = {}
    kinds: dict[str, set[str]] = {}
    for t, sides in told:
        source = source_of(t)
        kinds.setdefault(source, set()).update(kind for kind, _ in sides)
        for kind, words in sides[:1]:
            accounts.setdefault(source, (t, status(t, kind, words)))
    if any(len(found) > 1 for found in kinds.values()):
        return
    rivals = dict.fromkeys(
        source
        for one, other in combinations(accounts, 2)
        if kinds[one] != kinds[other]
        and not kinds[one] | kinds[other] <= ALIKE
        and came_out_together(accounts[one][0], accounts[other][0])
        for source in (one, other)
    )
    if rivals:
        yield dispute(
            event, field, "contradiction", [accounts[source][1] for source in rivals], of="kind", is_open=True
        )
