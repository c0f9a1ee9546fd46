"""Who "I" and "we" are: the report's metadata, the quotation, the turn."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from sayso.extract._saying.voice import voice_of
from sayso.model import Reading, Report

Read = Callable[..., Reading]


def report(**fields: str) -> Report:
    return msgspec.convert({"id": "r", "text": "x", **fields}, Report)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"title": "Remarks by Governor Amal Haddad on the Harbour"}, "Amal Haddad"),
        ({"title": "Statement of Prime Minister Idris Bello"}, "Idris Bello"),
        ({"title": "Secretary Haddad's Remarks to the River Council"}, "Haddad"),
        ({"title": "The Harbour Must Open", "byline": "By Amal Haddad"}, "Amal Haddad"),
        ({"title": "Statement on the Ferry Disaster", "outlet": "Amal Haddad"}, "Amal Haddad"),
    ],
)
def test_named_by_the_metadata(fields: dict[str, str], name: str) -> None:
    voice = voice_of(report(**fields))
    assert voice is not None
    assert voice.name == name


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Statement on the Ferry Disaster", "outlet": "Basra Daily News"},
        {"title": "Statement on the Ferry Disaster", "outlet": "State Department"},
        {"title": "Interview with Idris Bello of the Evening Show", "outlet": "Amal Haddad"},
        {"title": "Army Day greetings", "outlet": "Palace"},
        {"title": "Three dead in ferry disaster", "outlet": "Amal Haddad"},
    ],
)
def test_nobody_is_named(fields: dict[str, str]) -> None:
    assert voice_of(report(**fields)) is None


def test_several_speak_in_a_joint_statement() -> None:
    voice = voice_of(report(title="Joint Statement by President Okot and Premier Bello"))
    assert voice is not None
    assert voice.name is None


def speakers(reading: Reading) -> dict[str, str | None]:
    names = {entity.id: entity.name for entity in reading.entities}
    return {one.content.text: names.get(one.source.entity or "") for one in reading.statements if one.source}


@pytest.mark.model
def test_i_of_the_report_is_who_the_title_names(read: Read) -> None:
    text = "I condemn the attack on the harbour. As I told the council on Monday, we will rebuild the pier."
    reading = read(text, title="Remarks by Governor Amal Haddad", outlet="Palace")
    condemned = next(one for one in reading.statements if "attack" in one.content.text)
    assert condemned.source is not None
    assert condemned.source.kind == "named"
    assert "Amal Haddad" in speakers(reading).values()
    (record,) = [one for one in reading.entities if one.name == "Amal Haddad"]
    assert {mention.text for mention in record.mentions} == {"I"}


@pytest.mark.model
def test_i_inside_a_turn_is_its_speaker(read: Read) -> None:
    reading = read("QUESTION: And the pier?\nMARTA OLIVEIRA: I think that the pier is lost.")
    found = speakers(reading)
    assert found["that the pier is lost"] is not None
    assert found["that the pier is lost"].casefold() == "marta oliveira"


@pytest.mark.model
def test_we_of_a_joint_statement_is_no_outlet(read: Read) -> None:
    text = "We condemn the attack on the harbour of Basra."
    reading = read(text, title="Joint Statement by President Okot and Premier Bello", outlet="Palace")
    (statement,) = reading.statements
    assert statement.source is not None
    assert statement.source.kind == "collective"


@pytest.mark.model
def test_report_that_nobody_signs_speaks_for_its_outlet(read: Read) -> None:
    reading = read("I believe that the harbour will close.", title="The Harbour", outlet="Basra Daily")
    (statement,) = reading.statements
    assert statement.source is not None
    assert statement.source.kind == "outlet"


@pytest.mark.model
def test_speaker_who_is_the_outlet_is_no_link_of_the_chain(read: Read) -> None:
    text = "I can confirm that rebels attacked the harbour on Monday."
    own = read(text, title="Statement on the Harbour", outlet="Amal Haddad")
    other = read(text, title="Statement by Governor Amal Haddad", outlet="Palace")
    attacked = [next(e for e in one.events if e.trigger.lemma == "attack") for one in (own, other)]
    assert [len(event.according_to) for event in attacked] == [0, 1]


@pytest.mark.model
def test_what_i_will_do_is_held_by_me(read: Read) -> None:
    text = "I will meet the miners on Monday."
    reading = read(text, title="Statement by Governor Amal Haddad", outlet="Palace")
    (outlook,) = reading.outlooks
    assert outlook.holder is not None
    assert outlook.holder.text == "I"
    assert outlook.holder.entity is not None


@pytest.mark.model
@pytest.mark.parametrize(
    ("lead", "name", "kind"),
    [
        ("The letter from Mayor Ida Holm reads: ", "Ida Holm", "named"),
        ("Ida Holm's letter reads: ", "Ida Holm", "named"),
        ("Governor Idris Bello sent a letter to the crew. The letter reads: ", "Idris Bello", "named"),
        ("The letter reads: ", None, "unnamed"),
    ],
)
def test_who_wrote_a_document_says_i_in_it(read: Read, lead: str, name: str | None, kind: str) -> None:
    reading = read(f"{lead}“I am sure that the ferry will sail. The quay is weak.”")
    names = {entity.id: entity.name for entity in reading.entities}
    (source,) = [s.source for s in reading.statements if s.source and s.source.text == "I"]
    assert (names.get(source.entity or ""), source.kind) == (name, kind)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "outlet", "name"),
    [
        ("France is in mourning. We will send tents to Mali.", "Emmanuel Macron", "France"),
        ("Brigitte and I thank France for the flowers. We will send tents to Mali.", "Emmanuel Macron", None),
        ("France saw it. “We will send tents to Mali,” the nurses said.", "Emmanuel Macron", "nurses"),
        ("France is in mourning. We will send tents to Mali.", "Amal Haddad", None),
        ("The harbour is in mourning. We will send tents to Mali.", "Emmanuel Macron", None),
    ],
)
def test_we_of_whoever_serves_a_country_is_the_country(read: Read, text: str, outlet: str, name: str | None) -> None:
    reading = read(text, title="Statement on the Floods", outlet=outlet, published="2023-01-18")
    names = {entity.id: entity.name for entity in reading.entities}
    (sent,) = [e for e in reading.events if e.type == "AID"]
    assert [names.get(one.entity or "") for one in sent.actors] == [name]
