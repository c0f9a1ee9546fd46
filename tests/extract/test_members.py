"""Groups that a list names one by one: whom "the leaders of …" and their "we" stand for."""

from __future__ import annotations

import pytest

from tests.extract.test_both import who
from tests.extract.test_events import names, reading, told

pytestmark = pytest.mark.model


def test_we_the_leaders_are_each_of_those_whom_the_list_names() -> None:
    found = reading(
        "We, the leaders of the River Council, Chad, Mali and Togo, condemn the raid on Benin. "
        "We commit to helping the refugees."
    )
    four = {"River Council", "Chad", "Mali", "Togo"}
    assert who(found, told(found, "ACCUSE")[0]) == four
    assert who(found, told(found, "DECIDE", "pledge")[0]) == four
    assert set(names(told(found, "ACCUSE")[0], "actors")) == {"We"}


def test_leaders_of_a_list_that_the_parse_cuts_are_told_whole_and_once() -> None:
    found = reading(
        "Today, the leaders of Chad, the River Council, Mali, Ghana, Togo, and the Netherlands met on the margins of "
        "the summit in Gao."
    )
    (met, *_) = told(found, "CONSULT", "meet")
    assert names(met, "actors") == ["the leaders of Chad, the River Council, Mali, Ghana, Togo, and the Netherlands"]


JOINT = "Joint Statement on the Lake Basin"


@pytest.mark.parametrize(
    ("lead", "speakers"),
    [
        ("Chad and Togo affirm our friendship. ", {"Chad", "Togo"}),
        ("We, President Paulo Reis and Premier Rosa Quint, met today in Oran. ", {"Paulo Reis", "Rosa Quint"}),
        (
            "Today the leaders of the Lake partnership – President Paulo Reis of Chad, Premier Rosa Quint of Togo, and "
            "Premier Jonas Beck of Mali – assessed its progress. ",
            {"Paulo Reis", "Rosa Quint", "Jonas Beck"},
        ),
    ],
)
def test_we_of_a_joint_statement_are_those_who_speak_in_its_first_sentences(lead: str, speakers: set[str]) -> None:
    found = reading(lead + "We condemn the raid on Benin.", title=JOINT)
    assert who(found, told(found, "ACCUSE")[0]) == speakers


def test_we_of_a_joint_statement_are_the_two_of_its_title() -> None:
    found = reading(
        "Dams are what the region needs, as Chad and Togo know. We condemn the raid on Benin.",
        title="Joint Statement on the Chad-Togo Dams Partnership",
    )
    assert who(found, told(found, "ACCUSE")[0]) == {"Chad", "Togo"}


def test_we_of_a_joint_statement_are_the_only_two_countries_of_its_title() -> None:
    text = "We condemn the raid on Benin. Dams in Chad and Togo will be built."
    found = reading(text, title="Joint Statement by Premier Sall of Chad and Premier Kima of Togo")
    assert who(found, told(found, "ACCUSE")[0]) == {"Chad", "Togo"}
    found = reading(text, title="Joint Statement on the Dams of Togo")
    assert not who(found, told(found, "ACCUSE")[0])


def test_we_of_others_is_nobody_whom_the_words_do_not_name() -> None:
    found = reading("Chad and Togo affirm our friendship. We condemn the raid on Benin.", title="Morning news")
    assert not who(found, told(found, "ACCUSE")[0])


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of Chad condemned the raid on Mali and Togo.",
        "The guild condemned the raid on the leaders of the rebels in Mali and Togo.",
    ],
)
def test_others_stay_who_they_are(text: str) -> None:
    found = reading(text)
    assert len(told(found, "ACCUSE")[0].actors) == 1
    assert not who(found, told(found, "ACCUSE")[0]) & {"Chad", "Mali", "Togo"}
