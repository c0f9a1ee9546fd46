"""Who is a link of the chain, and who is only named there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


def chain(reading: Reading, word: str) -> list[str]:
    found = [v for v in reading.events if word in v.trigger.text]
    assert found, [v.trigger.text for v in reading.events]
    return [link.text for link in found[-1].according_to]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Governor Sela Marun refused to endorse the mayor of Port Ardan.", "endorse"),
        ("The two ministers agreed to hold talks in Port Ardan in May.", "talks"),
        ("The school declined to comment on reports that the rector had been arrested.", "arrested"),
        ("Port Ardan did not comment on the raid on the ferry.", "raid"),
        ("Port Ardan made no comment on the raid on the ferry.", "raid"),
        ("Marun commented on the raid on the ferry.", "raid"),
        ("The law allows the governor to dismiss the judges.", "dismiss"),
        ("The guards were aware that a boy had been shot near the gate.", "shot"),
        ("The ministry has not released the names of the soldiers who shelled the market.", "shelled"),
        ("The envoy never told reporters that the rebels had attacked the ferry.", "attacked"),
        ("Police received a report that two clerks had been robbed at gunpoint.", "robbed"),
        ("Drivers were required to consult the harbour master.", "consult"),
        ("Marun is expected to visit Port Ardan on Monday.", "visit"),
    ],
)
def test_who_puts_nothing_forth_is_no_link(read: Read, text: str, word: str) -> None:
    assert chain(read(text), word) == []


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("The two ministers agreed that rebels had attacked the ferry.", "attacked", "The two ministers"),
        ("The envoy told reporters that the rebels had attacked the ferry.", "attacked", "The envoy"),
        ("The envoy commented that the rebels had attacked the ferry.", "attacked", "The envoy"),
        ("The mayor does not believe that the rebels attacked the ferry.", "attacked", "The mayor"),
        ("The warlord is believed to have attacked the ferry.", "attacked", "is believed"),
        ("The ministry released a statement saying that rebels had attacked the ferry.", "attacked", "The ministry"),
        ("A clerk said that the envoy never told them of the attack on the ferry.", "attack", "A clerk"),
    ],
)
def test_who_puts_it_forth_is_the_link(read: Read, text: str, word: str, source: str) -> None:
    (link,) = chain(read(text), word)
    assert link.startswith(source)


def test_we_of_the_speakers_own_words_is_no_second_link(read: Read) -> None:
    reading = read("“We hope to continue the talks with the rebels in May,” Governor Sela Marun said.")
    assert chain(reading, "talks") == ["Governor Sela Marun"]


def test_we_of_a_joint_statement_is_no_link(read: Read) -> None:
    text = "We condemn the raid on Gao. We call on all states to reject the raid on the port."
    reading = read(text, title="Joint Statement by President Okot and Premier Bello", outlet="Palace")
    assert not chain(reading, "raid")


def test_whoever_is_named_right_behind_the_verb_says_it(read: Read) -> None:
    text = (
        "In Gao, the duty to consult with farmers before irrigation projects is particularly urgent, said Mark Holm, "
        "spokesman of a union."
    )
    (statement,) = read(text).statements
    assert statement.source is not None and statement.source.text.startswith("Mark Holm")


def test_who_denied_a_charge_does_not_deny_that_it_was_made(read: Read) -> None:
    reading = read("The guild filed affidavits alleging Marun beat his wife, a charge Marun denied.")
    assert [s.source.text for s in reading.statements if s.source is not None] == ["The guild"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Reporters asked whether the mayor would visit the ferry.", "visit"),
        ("The situation in Port Ardan calls for a meeting of the ministers.", "meeting"),
        ("It is obvious that the sanctions hurt Port Ardan.", "sanctions"),
        ("The two envoys met in May and agreed to hold talks in Port Ardan.", "talks"),
    ],
)
def test_what_nobody_puts_forth_has_no_link(read: Read, text: str, word: str) -> None:
    assert chain(read(text), word) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It is rumoured that the rebels attacked the ferry.", "rumoured"),
        ("It was reported that the rebels had attacked the ferry.", "was reported"),
        ("The letter has two clauses which say that the rebels attacked the ferry.", "two clauses"),
        ("The study reported that the rebels had attacked the ferry.", "The study"),
        ("In all, 20 percent of the drivers suggested that the rebels had attacked the ferry.", "20 percent"),
    ],
)
def test_hearsay_papers_and_what_which_stands_for_are_links(read: Read, text: str, source: str) -> None:
    (link,) = chain(read(text), "attacked")
    assert source in link
