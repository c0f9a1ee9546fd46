"""Quantities: bounds, ranges, vague numerals, units, what is counted, and what is no quantity."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from work import calls

from sayso.digest.language import WEIGHTS, load_language
from sayso.digest.quantities import find_quantities
from sayso.digest.times import find_times
from sayso.model import Quantity

NLP = spacy.blank("en")
TABLES = tomllib.loads(files("sayso.codebook").joinpath("quantities.toml").read_text("utf-8"))


def read(text: str) -> tuple[Quantity, ...]:
    doc = NLP(text)
    return find_quantities(doc, find_times(doc, "2024-11-18"))


def only(text: str) -> Quantity:
    found = read(text)
    assert len(found) == 1, found
    return found[0]


def numbers(found: Quantity) -> tuple[float | None, float | None, float | None]:
    return found.low, found.high, found.best


@pytest.mark.parametrize(
    ("text", "words", "bound", "values", "of"),
    [
        ("So far this year 40 clerks have been hurt.", "40 clerks", "exact", (40, 40, 40), "clerks"),
        ("Strikes killed 20 people.", "20 people", "exact", (20, 20, 20), "people"),
        ("At least 11 were killed.", "At least 11", "at_least", (11, None, None), None),
        ("Up to 300 Libyan army trucks came.", "Up to 300 Libyan army trucks", "at_most", (None, 300, None),
         "Libyan army trucks"),
        ("Between 14 and 20 soldiers died.", "Between 14 and 20 soldiers", "between", (14, 20, None), "soldiers"),
        ("They lost 40–45 tanks.", "40–45 tanks", "between", (40, 45, None), "tanks"),
        ("One or two drones got through.", "One or two drones", "between", (1, 2, None), "drones"),
        ("Some 40,000 troops moved.", "Some 40,000 troops", "about", (None, None, 40000), "troops"),
        ("Nearly three and a half million refugees left.", "Nearly three and a half million refugees", "about",
         (None, None, 3.5e6), "refugees"),
        ("Dozens of people were hurt.", "Dozens of people", "vague", (24, None, None), "people"),
        ("Hundreds of thousands fled.", "Hundreds of thousands", "vague", (200000, None, None), None),
        ("More than a dozen civilians died.", "More than a dozen civilians", "at_least", (12, None, None), "civilians"),
        ("Three of the soldiers fled.", "Three of the soldiers", "exact", (3, 3, 3), "soldiers"),
        ("No casualties were reported.", "No casualties", "exact", (0, 0, 0), "casualties"),
        ("They sent 20 T-72 tanks.", "20 T-72 tanks", "exact", (20, 20, 20), "T-72 tanks"),
        ("About 300 U.S. soldiers stayed.", "About 300 U.S. soldiers", "about", (None, None, 300), "U.S. soldiers"),
        ("Nine in ten households agreed.", "Nine in ten households", "exact", (0.9, 0.9, 0.9), "households"),
        ("Two-thirds of voters agreed.", "Two-thirds of voters", "exact", (2 / 3, 2 / 3, 2 / 3), "voters"),
    ],
)  # fmt: skip
def test_counts(text: str, words: str, bound: str, values: tuple[float | None, ...], of: str | None) -> None:
    found = only(text)
    assert (found.text, found.bound, numbers(found), found.of) == (words, bound, values, of)


@pytest.mark.parametrize(
    ("text", "unit", "best"),
    [
        ("It cost $5m.", "$", 5e6),
        ("It cost EUR 550 million.", "EUR", 550e6),
        ("It rose 6.5% at once.", "%", 6.5),
        ("It lies 300 km away.", "km", 300),
        ("They shipped 37 million tonnes of grain.", "tonne", 37e6),
        ("It flew at 900 miles per hour.", "mile per hour", 900),
        ("A 15-year-old was hurt.", "year of age", 15),
        ("It fell to -5 degrees.", "degree", -5),
        ("It held for 18 months.", "month", 18),
        ("The abbot died aged 84.", "year of age", 84),
        ("They paid 30,000 naira.", "NGN", 30000),
        ("They paid Sh500 million.", "shilling", 5e8),
        ("Flood relief of 1,20,000 rupees was paid.", "rupee", 120000),
    ],
)
def test_units(text: str, unit: str, best: float) -> None:
    found = only(text)
    assert (found.unit, found.best) == (unit, best)


def test_more_than_is_strict() -> None:
    assert only("More than 40 died.").strict
    assert not only("At least 40 died.").strict


@pytest.mark.parametrize(
    "text",
    [
        "They met on 3 May 2024.",
        "It began at 10:35 a.m.",
        "Resolution 2202 was adopted.",
        "They fired 155mm howitzers.",
        "The third man fled.",
        "It was a T-72.",
        "No one spoke.",
        "They won 2-1.",
        "Petrenko, 44, was shot.",
        "They left two weeks ago.",
        "Nord Stream 2 was stopped.",
        "It was a meeting of the Group of Seven (G7).",
        "They drove on Route 66.",
        "Call 0800 555 1234 or +254 20 762 4000.",
        "Column 0077 was missing.",
        "The 9/11 widows met.",
        "See note 783499116076687360.",
        "Call +7(495)232-9803, desk@example.org.",
        "The minister, 61, was shot.",
    ],
)
def test_what_names_or_dates_is_no_quantity(text: str) -> None:
    assert read(text) == ()


def test_not_to_exceed_is_a_bound() -> None:
    found = only("The wait did not exceed five minutes.")
    assert (found.bound, found.high) == ("at_most", 5)


def test_a_part_counts_what_its_whole_counts() -> None:
    assert [(one.text, one.of) for one in read("They shot down 14 of the 16 drones.")] == [
        ("14", "drones"),
        ("16 drones", "drones"),
    ]


@pytest.mark.model
@pytest.mark.skipif(not (WEIGHTS / "model.onnx").exists(), reason="the language model is not here: see training/")
@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("At least 17 people, including three aid workers, were killed.", ["people", "aid workers"]),
        ("Thousands marched through the port.", [None]),
        ("It lies 65 nautical miles west of the cape.", [None]),
        ("Nineteen were hurt, two of them children.", [None, None]),
        ("Prices rose 33 percent year-on-year.", [None]),
        ("A five-storey building burned.", ["storey"]),
        ("She turned 87 today.", [None]),
        ("It cost US$38 billion, which is much.", [None]),
        ("Nearly half of the 3,400 homes burned.", ["homes", "homes"]),
    ],
)
def test_what_is_counted_by_the_parse(text: str, of: list[str | None]) -> None:
    assert [one.of for one in find_quantities(load_language()(text), ())] == of


def test_a_change_is_no_range() -> None:
    assert [found.best for found in read("The toll rose from 12 to 15.")] == [12, 15]
    assert [found.best for found in read("The toll rose to 15 from 12.")] == [15, 12]


def test_capitals() -> None:
    found = read("AT LEAST 11 PEOPLE, INCLUDING TWO CHILDREN, WERE KILLED. 12 SOLDIERS DIED.")
    assert [(one.bound, one.low, one.of) for one in found] == [
        ("at_least", 11, "PEOPLE"),
        ("exact", 2, "CHILDREN"),
        ("exact", 12, "SOLDIERS"),
    ]


@pytest.mark.parametrize("bound", TABLES["bound"], ids=lambda bound: bound["name"] + "-strict" * bound.get("strict", 0))
def test_a_bound_finds_its_examples_and_nothing_else(bound: dict[str, list[object]]) -> None:
    for sentence, number in bound["example"]:
        found = only(str(sentence))
        assert found.bound == bound["name"]
        assert found.strict == bound.get("strict", False)
        assert number in numbers(found)
    for sentence in bound["not"]:
        same = [
            one for one in read(str(sentence)) if (one.bound, one.strict) == (bound["name"], bound.get("strict", False))
        ]
        assert not same, same


@pytest.mark.parametrize("words", TABLES["vague"])
def test_vague_numerals_have_a_low_alone(words: str) -> None:
    found = only(f"They saw {words} men." if words.endswith("of") else f"They saw {words} of men.")
    assert (found.bound, found.low, found.high, found.best) == ("vague", TABLES["vague"][words], None, None)


PIECES = """at least more than between and 14 20 - – to from 1,000 1.5 million 10k 3½ two hundred dozens of a few half
dozen people $ € % km no one casualties 155 mm howitzers or so ( ) . , " 1/2 9999999999999999999999 third -5 m 2-1
Group No. scores DOZENS"""


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES.split()), max_size=25).map(" ".join)))
def test_spans_are_the_words_in_order_and_bounds_fill_their_fields(text: str) -> None:
    last = 0
    filled = {
        "exact": (True, True, True),
        "about": (False, False, True),
        "at_least": (True, False, False),
        "at_most": (False, True, False),
        "between": (True, True, False),
        "vague": (True, False, False),
    }
    for number, found in enumerate(read(text), start=1):
        ((start, end),) = found.spans
        assert found.id == f"q{number}"
        assert last <= start < end
        assert text[start:end] == found.text
        last = end
        assert tuple(value is not None for value in numbers(found)) == filled[found.bound]


@pytest.mark.parametrize(
    "piece", ["1 ", "between 1 and ", "half a ", "one ", "1,", "-1", "at least ", "two-", "a few "]
)
def test_long_hostile_text_is_read_in_linear_time(piece: str) -> None:
    def work(count: int) -> int:
        doc = Doc(NLP.vocab, words=[piece * count], spaces=[False])
        return calls(lambda: find_quantities(doc, ()))

    assert work(8_000) < 9 * work(1_000)
