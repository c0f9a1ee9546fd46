"""What a telling has of the one that it tells again, and what one word takes."""

from __future__ import annotations

from builders import SUMY, Build

from sayso.link.features import features
from sayso.link.same_event import link_events
from sayso.link.syndication import find_copies
from sayso.model import Reading


def linked(*readings: Reading) -> dict[tuple[str, str], str]:
    return link_events(readings, find_copies([r.report for r in readings]))


def test_what_is_told_again_was_done_to_the_same() -> None:
    b = Build("The mine hit a lorry. The blast was at night.", outlet="A")
    first = b.event("hit", lemma="hit", recipients=["a lorry"])
    b.event("blast", lemma="blast", same_as=first)
    assert [f.recipients for f in features(0, b.reading())] == [frozenset({"lorry"})] * 2


def test_the_taking_of_a_town_is_not_that_of_men() -> None:
    a = Build("Rebels captured Sumy on Sunday.", outlet="A", published="2024-11-18")
    a.entity("place", "Sumy", place=SUMY)
    a.event("captured", type="CONTROL", lemma="capture", mode="gain", actors=["Rebels"], place="Sumy")
    b = Build("Rebels captured nine guards in Sumy on Sunday.", outlet="B", published="2024-11-18")
    b.entity("place", "Sumy", place=SUMY)
    b.event("captured", type="COERCE", lemma="capture", mode="arrest", actors=["Rebels"], place="Sumy")
    assert len(set(linked(a.reading(), b.reading()).values())) == 2
