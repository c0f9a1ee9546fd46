"""Whom pronouns of the third person stand for, read by the shipped language model."""

from __future__ import annotations

from functools import cache

import pytest

import sayso
from sayso.model import Reading

pytestmark = pytest.mark.model


@cache
def reading(text: str) -> Reading:
    return sayso.read(text, published="2026-05-04", outlet="Lake Wire")


def meant(text: str, marked: str) -> str | None:
    """The name of what the last word of `marked` stands for."""
    at = text.index(marked) + len(marked)
    found = (e for e in reading(text).entities for m in e.mentions if m.form == "pronoun" and m.spans[0][1] == at)
    return next((entity.name for entity in found), None)


@pytest.mark.parametrize(
    ("marked", "name"),
    [("after she", "Imre Dost"), ("that his", "Tavo Rell"), ("He", "Tavo Rell"), ("ignored her", "Imre Dost")],
)
def test_the_whole_report_tells_who_is_he_and_who_is_she(marked: str, name: str) -> None:
    text = (
        "Premier Tavo Rell dismissed Treasurer Imre Dost on Monday after she told the council that his aides had "
        "hidden a loan.\n\nDost said she had warned Rell twice. He ignored her warnings."
    )
    assert meant(text, marked) == name


def test_a_name_in_apposition_stands_where_its_noun_does() -> None:
    text = (
        "Otieno's predecessor, Rosa Linder, asked the envoy, Ana Holm, to free the crew. "
        "She said the port, which he closed, was public."
    )
    assert meant(text, "She") == "Rosa Linder"
    assert (
        meant("The mayor, Ivo Tarn, met Paul Okello. The guild's master, Jan Holt, thanked him.", "him") != "Jan Holt"
    )


@pytest.mark.parametrize(
    ("text", "marked", "other"),
    [
        ("Amos Kibet spoke in Gao. Peter Mwangi condemned his remarks.", "condemned his", "Amos Kibet"),
        (
            "Amos Kibet spoke in Gao. Peter Mwangi thanked the crowd and called for his release.",
            "for his",
            "Amos Kibet",
        ),
        ("Amos Kibet spoke in Gao. Peter Mwangi thanked him for his work.", "for his", "Amos Kibet"),
        ("Amos Kibet spoke in Gao. Peter Mwangi announced his resignation.", "announced his", "Peter Mwangi"),
        ("Amos Kibet spoke in Gao. Peter Mwangi praised his soldiers.", "praised his", "Peter Mwangi"),
    ],
)
def test_nobody_condemns_a_remark_of_his_own(text: str, marked: str, other: str) -> None:
    assert meant(text, marked) == other


def test_what_a_leader_judges_is_not_what_he_leads() -> None:
    text = "Envoys met on Monday and took a decision. Mali's prime minister, Amos Kibet, condemned it as a mistake."
    assert meant(text, "condemned it") is None


def test_guards_who_hit_them_hit_others() -> None:
    text = "About 300 dockers blocked the gate. They threw stones at guards, who fired tear gas at them."
    assert meant(text, "gas at them") == "300 dockers"


def test_what_somebody_is_brings_nobody_into_mind() -> None:
    text = "Amos Kibet once worked as a driver of Peter Mwangi and held the post of deputy. He moved to Gao in 2009."
    assert meant(text, "He") == "Amos Kibet"


def test_whose_spokesman_says_so_may_stand_in_what_is_said() -> None:
    assert meant("Amos Kibet will meet the envoys on Friday, his spokesman said.", "his") == "Amos Kibet"


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        (
            "The visit lasted a day. Jane Roe met wounded soldiers. She promised them medals.",
            "promised them",
            "soldiers",
        ),
        ("Chad called the statement a trick. It urged Mali to wait.", "It", "Chad"),
        ("The threat grew in the context of Chad's war. A deal in view of its aggression is far.", "of its", "Chad"),
    ],
)
def test_who_does_or_suffers_what_only_people_and_bodies_do(text: str, marked: str, name: str) -> None:
    assert name in (meant(text, marked) or "")


def test_nothing_refers_back_to_whoever_brings_the_report_out() -> None:
    text = "GAO, May 4 (Lake Union Press) - Dockers left their union on Monday. The union said it would wait for them."
    assert meant(text, "said it") != "Lake Union Press"
    named = [m.text for e in reading(text).entities if e.name == "Lake Union Press" for m in e.mentions]
    assert named == ["Lake Union Press"]


def test_the_group_means_the_fighters_just_told_of_where_no_body_is_named() -> None:
    found = reading("Rebels attacked Gao on Friday. The group killed a guard.").entities
    assert next(e.name for e in found for m in e.mentions if m.text == "The group") == "Rebels"


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        (
            "Captain Tavo Rell left. A court heard that the plaintiff says he was thrown into a ditch.",
            "says he",
            "plaintiff",
        ),
        ("The envoys met the guards and left, accusing them of theft.", "accusing them", "guards"),
        (
            "Mayor Tavo Rell met the guards in Osk before leaving, and the judge dismissed him.",
            "dismissed him",
            "Tavo Rell",
        ),
    ],
)
def test_who_speaks_and_who_does_what_a_participle_tells(text: str, marked: str, name: str) -> None:
    assert name in str(meant(text, marked))


def test_whoever_said_it_is_kept_in_mind_through_a_long_sentence() -> None:
    text = (
        "Inspector Tavo Rell flew to Osk. He said that no letters, calls, maps, tickets or receipts linked the fires "
        "at the mills, farms, barns and shops in Kenya and Chad to the trader and alleged sponsor, Imre Dost, who "
        "lives in Mali. The work in the two towns takes time, he said."
    )
    assert meant(text, "time, he") == "Tavo Rell"


def test_of_two_of_one_surname_the_bare_one_means_of_whom_more_is_told() -> None:
    text = (
        "The bodies of Marta Ulven, 58, and Tove Brekke, 44, were found on Monday. The man, Erik Ulven, 31, is to "
        "appear before a judge. Ulven was arrested at a farm."
    )
    named = next(e for e in reading(text).entities if any(m.text == "Ulven" for m in e.mentions))
    assert named.name == "Erik Ulven"


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        ("Farmers rallied in Gao. Riot police used gas to scatter them.", "scatter them", "Farmers"),
        ("Amos Kibet spoke in Gao. Peter Mwangi sent a lawyer to help him.", "help him", "Peter Mwangi"),
    ],
)
def test_who_does_a_thing_to_some_end_is_not_whom_it_is_done_to(text: str, marked: str, name: str) -> None:
    assert meant(text, marked) == name


def test_what_several_do_to_their_own_is_of_none_but_them() -> None:
    told = "The troops left. Chad and Togo had ended their pact with Mali."
    assert meant(told, "their") is None
    assert meant("The troops left. Chad and Togo praised their courage.", "their") == "troops"


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        ("Chad rejected Mali's offer and demanded that it hand over the bomber.", "that it", "Mali"),
        ("Chad said that it would hand over the bomber.", "that it", "Chad"),
        ("Mali left. The fine was put off by Chad, which paid after it was warned.", "after it", "Chad"),
    ],
)
def test_nobody_demands_of_himself_and_a_clause_goes_on_with_its_subject(text: str, marked: str, name: str) -> None:
    assert meant(text, marked) == name
