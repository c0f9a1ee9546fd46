"""Copies are found, whole, cut or lengthened; reports of the same thing in other words are none."""

import random

from builders import Build
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.syndication import find_copies, shared_words, shingles

WORDS = [f"word{i}" for i in range(5000)]


def text(seed, length=300):
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def report(body, outlet, published="2024-11-18"):
    return Build(body, outlet=outlet, published=published).report()


def test_the_earliest_is_the_origin():
    reports = [
        report(text(1), "Eastern Ledger", "2024-11-18T09:00:00+00:00"),
        report(text(1), "Harbour Wire", "2024-11-18T07:00:00+00:00"),
        report(text(1), "Undated", None),
        report(text(2), "Northgate Post"),
    ]
    origin = reports[1].id
    assert find_copies(reports) == {reports[0].id: origin, reports[2].id: origin}


def test_cut_and_lengthened_copies():
    whole = text(1, 400)
    half = " ".join(whole.split()[:150])
    lengthened = f"{text(2, 120)} {half} {text(3, 20)}"
    reports = [report(whole, "A"), report(half, "B"), report(lengthened, "C")]
    assert len(find_copies(reports)) == 2


def test_half_of_the_shorter_text_decides():
    own = text(1, 100).split()
    for shared, copied in ((70, True), (40, False)):
        other = " ".join(own[:shared] + text(9, 100 - shared).split())
        found = find_copies([report(" ".join(own), "A"), report(other, "B")])
        assert bool(found) is copied


def test_one_outlet_repeats_itself_without_copying_itself():
    bulletin = text(1, 200)
    reports = [report(f"{bulletin} {n} people died", "Dnipro Post") for n in (19, 34)]
    assert find_copies(reports) == {}


def test_a_text_in_very_many_outlets():
    reports = [report(text(1, 200), f"Outlet {i}") for i in range(120)]
    assert len(find_copies(reports)) == 119


def test_short_and_empty_texts():
    reports = [report(t, o) for t, o in (("Hello", "A"), ("hello!", "B"), ("…", "C"), ("—", "D"), ("Bye", "E"))]
    assert len(find_copies(reports)) == 1
    assert find_copies([]) == {}


@given(st.text(max_size=200), st.text(max_size=200))
def test_sharing_is_symmetric_and_whole_with_oneself(one, other):
    assert shared_words(one, other) == shared_words(other, one)
    assert shared_words(one, one) == (1.0 if len(shingles(one)) else 0.0)
