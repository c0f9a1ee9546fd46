"""The table of ways of laying a deed to somebody holds nothing that the reader does not know."""

from __future__ import annotations

from typing import get_args

import pytest

from sayso.codebook.responsibility import Way, ways, words
from sayso.extract._blaming import places
from sayso.model import Attitude

WAYS = list(dict.fromkeys(way for found in ways().values() for way in found))
PREPOSITIONS = frozenset(
    "about against as at behind by for from in into of on over to toward towards upon with".split()
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "/".join(sorted(way.words))[:40])
def test_every_way_is_in_words_that_the_reader_knows(way: Way) -> None:
    assert way.stance in get_args(Attitude)
    assert way.pos in ("VERB", "NOUN", "ADJ", "ANY")
    assert bool(way.with_) == bool(way.as_)
    assert not way.as_ or way.as_ in places._BESIDE
    assert {*way.party, *way.by, *way.deed} <= set(places._PLACES) | PREPOSITIONS
    assert way.party or way.stance == "unclaimed"


def test_lists() -> None:
    for name in ("carrying", "deeds", "generic", "harm", "suspected", "believed", "allegedly", "unreal", "unclear"):
        assert words(name)
    with pytest.raises(KeyError):
        words("no such list")
