"""Names, numbers and sources are whole, and who bears a name has it; acts of office are no words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Reading

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


def names(reading: Reading) -> set[str]:
    return {entity.name for entity in reading.entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighters of the al-Shabab affiliate JAMI burned a bus.", "Fighters of the al-Shabab affiliate JAMI"),
        ("Fighters of the Al-Nusra Front burned a bus.", "Fighters of the Al-Nusra Front"),
        ("Members of the Qaeda-linked group JAMI attacked a convoy.", "Members of the Qaeda-linked group JAMI"),
        ("Troops of the south-eastern command left.", "Troops of the south-eastern command"),
        ("Soldiers in Gao - many of them boys - left.", "Soldiers in Gao"),
    ],
)
def test_a_hyphen_ends_no_phrase(read: Read, text: str, name: str) -> None:
    assert name in names(read(text))


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Twenty-four people were arrested, she added.", "Twenty-four people"),
        ("Police arrested thirty-one miners.", "thirty-one miners"),
        ("Police arrested at least three miners.", "three miners"),
    ],
)
def test_a_number_in_words_is_whole(read: Read, text: str, recipient: str) -> None:
    (event,) = (e for e in read(text).events if e.type == "COERCE")
    assert [one.text for one in event.recipients] == [recipient]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("A smuggler, who goes by the alias Rako, was shot.", ["A smuggler", "Rako"]),
        ("A leader of the gang, who goes by the name Zo Palu, fled.", ["A leader of the gang", "Zo Palu"]),
        ("The commander, who is known as Abu Salim, fled.", ["The commander", "Abu Salim"]),
    ],
)
def test_who_goes_by_a_name_has_it(read: Read, text: str, mentions: list[str]) -> None:
    (person,) = (e for e in read(text).entities if e.kind == "person")
    assert [mention.text for mention in person.mentions] == mentions


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            'Ruiz, 41, who was jailed in 2019 for "spreading lies", said she had heard of the raid only on Monday.',
            'Ruiz, 41, who was jailed in 2019 for "spreading lies",',
        ),
        ('The self-styled "council of elders" said the ford was closed.', 'The self-styled "council of elders"'),
    ],
)
def test_a_source_is_not_cut_in_a_quotation(read: Read, text: str, source: str) -> None:
    assert [s.source.text for s in read(text).statements if s.source] == [source]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The minister dismissed the general on Friday.", []),
        ("The council approved a loan for the port.", []),
        ("The mayor dismissed the critics as fools.", ["deny"]),
        ("The minister dismissed the claim as a lie.", ["deny"]),
        ("The minister dismissed the claim.", ["deny"]),
        ("The mayor approved of the plan.", ["praise"]),
    ],
)
def test_an_act_of_office_is_no_word(read: Read, text: str, acts: list[str]) -> None:
    assert [statement.act for statement in read(text).statements] == acts
