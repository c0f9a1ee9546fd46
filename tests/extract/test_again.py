"""Nouns that take up an event told before: one event, with the status it was told with first."""

from __future__ import annotations

import pytest

from sayso.model import Event
from tests.extract.test_events import reading

pytestmark = pytest.mark.model


def of_type(text: str, kind: str) -> list[Event]:
    return [event for event in reading(text).events if event.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        (
            "Negotiators reached an agreement on the port. The agreement would let crews land. If parliament passes "
            "this agreement, the deal will end the strike.",
            "AGREE",
            "occurred",
        ),
        ("The two presidents held a summit in Oslo. The summit could lead to a truce.", "CONSULT", "occurred"),
        ("The ministers will meet on Friday. The meeting could end the strike.", "CONSULT", "planned"),
        ("The union began a strike on Monday. The strike could last for weeks.", "PROTEST", "occurred"),
        ("The premier of Chad visited Oslo on Monday. The visit will help trade.", "CONSULT", "occurred"),
        ("The cabinet lifted the ban on fishing. The decision could help the town.", "DECIDE", "occurred"),
    ],
)
def test_a_definite_noun_has_the_status_of_what_it_takes_up(text: str, kind: str, status: str) -> None:
    first, *others = of_type(text, kind)
    assert others and {e.same_as for e in others} == {first.id}
    assert {(e.status, e.certainty.degree, e.start) for e in others} == {(status, "certain", first.start)}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Chad and Peru held talks in Oslo on Monday. The talks will resume on Friday.", "CONSULT", "planned"),
        ("Chad and Peru met yesterday in Oslo. Today's meeting dealt with fish.", "CONSULT", "occurred"),
        ("Chad and Peru reached a deal. The new deal would end the strike.", "AGREE", "possible"),
        ("Rebels attacked the mill. The second attack was worse.", "ASSAULT", "occurred"),
        ("Rebels attacked the mill. The Gao attack was worse.", "ASSAULT", "occurred"),
        ("Rebels attacked a mill in Gao. The attack in Lorn was worse.", "ASSAULT", "occurred"),
        ("Chad and Peru held talks. The talks planned for Friday would be useful.", "CONSULT", "planned"),
        ("Chad and Peru held talks. The king is open to dialogue.", "CONSULT", "occurred"),
    ],
)
def test_nouns_of_another_time_or_kind_are_other_events(text: str, kind: str, status: str) -> None:
    *_, last = of_type(text, kind)
    assert (last.same_as, last.status) == (None, status)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The premier pledged to send blankets to Gao. He also pledged to build a school in Lorn.", "DECIDE"),
        ("Chad and Peru agreed to open the port. They agreed to cut tariffs.", "AGREE"),
    ],
)
def test_two_promises_of_different_content_are_two(text: str, kind: str) -> None:
    assert [event.same_as for event in of_type(text, kind)] == [None, None]


def test_a_promise_told_again_is_one() -> None:
    first, again = of_type(
        "The premier pledged to send blankets to Gao. She pledged on Monday to send the blankets by boat.", "DECIDE"
    )
    assert again.same_as == first.id
