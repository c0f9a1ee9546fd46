"""Events as `sayso read` gives them: what must be told, and what must not happen."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sayso.model import Event, Reading, Report, report_id
from sayso.pipeline import read

pytestmark = pytest.mark.model
DAY = "2024-03-14"


def reading(text: str, published: str | None = DAY, title: str | None = None) -> Reading:
    report = Report(id=report_id(outlet=None, url=None, text=text), text=text, title=title, published=published)
    return next(iter(read([report])))


def told(found: Reading, kind: str, mode: str | None = None) -> list[Event]:
    return [e for e in found.events if e.type == kind and (mode is None or e.mode == mode)]


def names(event: Event, side: str) -> list[str]:
    return [p.text for p in getattr(event, side)]


def place_of(found: Reading, event: Event) -> str | None:
    return next((e.name for e in found.entities if e.id == event.place), None)


def test_passive_and_active_give_the_same_sides() -> None:
    for text in ("Rebels kidnapped two engineers near Bamako.", "Two engineers were kidnapped by rebels near Bamako."):
        (event,) = told(reading(text), "ASSAULT", "abduct")
        assert names(event, "actors") == ["Rebels" if text.startswith("Rebels") else "rebels"]
        assert [name.lower() for name in names(event, "recipients")] == ["two engineers"]


def test_a_nominalization_has_its_sides() -> None:
    (event,) = told(reading("The shelling of Dilling by paramilitary troops went on until noon."), "ASSAULT")
    assert names(event, "recipients") == ["Dilling"]
    assert "troops" in names(event, "actors")[0]


def test_both_sides_of_talks_act() -> None:
    (event,) = told(reading("Talks between Chad and Sudan opened in Doha on Tuesday."), "CONSULT")
    assert set(names(event, "actors")) == {"Chad", "Sudan"}


def test_a_decision_has_decider_content_and_limit() -> None:
    found = reading("President Amina Diallo has allowed Niger to fly drones over the border, but only in daylight.")
    event = told(found, "DECIDE", "permit")[0]
    assert "Diallo" in names(event, "actors")[0] and names(event, "recipients") == ["Niger"]
    assert event.content is not None and "fly drones" in event.content.text
    assert event.status == "occurred"
    assert event.codes is not None and event.codes.plover == "CONCEDE"


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Gunmen tried to kidnap the mayor of Jos.", "ASSAULT", "attempted"),
        ("The militia threatened to bomb the harbour.", "ASSAULT", "threatened"),
        ("The army will withdraw its troops from Abyei.", "RETREAT", "planned"),
        ("Rebels may attack the convoy near Gao.", "ASSAULT", "possible"),
        ("The soldiers did not attack the village of Kona.", "ASSAULT", "did_not_occur"),
        ("Rebels attacked the army base at Kona.", "ASSAULT", "occurred"),
        ("Soldiers are shelling the village of Kona.", "ASSAULT", "ongoing"),
        ("The army shows no sign of withdrawing its tanks from Kona.", "RETREAT", "did_not_occur"),
        ("The sides agreed to continue the talks in Basel.", "CONSULT", "planned"),
        ("We look forward to welcoming Chad as a member.", "SUPPORT", "planned"),
        ("We must work together on the dam.", "COOPERATE", "possible"),
        ("I want to thank the nurses of Chad.", "SUPPORT", "occurred"),
        ("They want talks so that the sanctions on Chad are lifted.", "DECIDE", "possible"),
        ("The two ports must not only cooperate with Chad but share its costs.", "COOPERATE", "possible"),
    ],
)
def test_status(text: str, kind: str, status: str) -> None:
    assert [e.status for e in told(reading(text), kind)] == [status]


def test_the_city_of_the_dateline_is_no_place_of_the_event() -> None:
    found = reading("NAIROBI, March 14 (Wire) — Gunmen attacked a police station in Garissa on Wednesday.")
    event = told(found, "ASSAULT")[0]
    assert place_of(found, event) == "Garissa"
    found = reading("NAIROBI, March 14 (Wire) — Gunmen attacked a police convoy on Wednesday.")
    assert place_of(found, told(found, "ASSAULT")[0]) is None


def test_history_keeps_its_year() -> None:
    found = reading("Relations have been cold since the 1998 invasion of the islands by the navy.")
    event = told(found, "ASSAULT")[0]
    assert event.start is not None and event.start.startswith("1998") and event.from_ == "words"
    assert event.salience == "history"


def test_a_country_is_not_pinned_to_its_capital() -> None:
    found = reading("Protesters marched across Kenya on Tuesday.")
    event = told(found, "PROTEST")[0]
    assert place_of(found, event) == "Kenya"


def test_a_clause_shares_the_time_of_its_main_clause() -> None:
    attacks = told(reading("Raiders struck Kaya on Monday, killing nine villagers and burning a mill."), "ASSAULT")
    assert {event.start for event in attacks} == {"2024-03-11"}
    shelling = told(reading("Hundreds fled Goma in January as rebels shelled the port."), "ASSAULT")[0]
    assert shelling.start == "2024-01-01"


def test_what_is_told_in_passing_has_its_own_place_and_time() -> None:
    found = reading(
        "Governor Ade Musa, who imposed a curfew on Monday, will meet President Rosa Lund in Abuja on Friday."
    )
    curfew, meeting = told(found, "COERCE")[0], told(found, "CONSULT")[0]
    assert (place_of(found, curfew), curfew.start) == (None, "2024-03-11")
    assert (place_of(found, meeting), meeting.start) == ("Abuja", "2024-03-15")


def test_the_year_of_a_treaty_is_not_when_it_is_invoked() -> None:
    request = told(reading("Manila asked Washington for talks under their 1951 treaty."), "REQUEST")[0]
    assert request.from_ == "dateline"


def test_without_a_time_the_day_is_the_datelines() -> None:
    event = told(reading("Rebels attacked a barracks in Gao."), "ASSAULT")[0]
    assert (event.start, event.end, event.from_, event.time) == ("2024-03-14", "2024-03-15", "dateline", None)
    assert told(reading("Rebels attacked a barracks in Gao.", None), "ASSAULT")[0].start is None


def test_a_heading_and_its_sentence_are_one_event() -> None:
    text = "Gunmen attack hotel in Gao\n\nGunmen attacked a hotel in Gao on Tuesday, killing six people."
    first, *others = told(reading(text), "ASSAULT")
    assert first.same_as is None and others
    assert all(event.same_as == first.id for event in others)


def test_nothing_is_gathered_from_unrelated_sentences() -> None:
    text = "A bomb exploded in a market in Kano. Cameroon's president arrived in Paris. Troops were seen in Maroua."
    found = reading(text)
    event = told(found, "ASSAULT")[0]
    assert place_of(found, event) == "Kano"
    assert not event.actors


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers traded a war of words.",
        "A bombshell report dominated the news.",
        "The club will fire the coach after the derby.",
    ],
)
def test_figures_of_speech_are_no_violence(text: str) -> None:
    assert not told(reading(text), "ASSAULT")


@pytest.mark.parametrize(
    "text",
    [
        "Three brigades took part in the parade in Gao.",
        "The mayor hopes to resolve many issues in Gao.",
        "The embassy is receiving requests from volunteers.",
        "The council spoke of ways of meeting the interests of farmers.",
        "The festival brings together young people from Mali and was held in Gao.",
        "The new rule meets the needs of farmers and yields a good return.",
    ],
)
def test_idioms_are_no_acts(text: str) -> None:
    assert not [e for e in reading(text).events if e.type in ("CONTROL", "DECIDE", "CONSULT", "CONCEDE")]


def test_bare_relations_are_no_events() -> None:
    for text in (
        "Cooperation between the two ports rests on trust.",
        "The chairman spoke of threats to peace and of cooperation in trade.",
    ):
        assert all(event.is_doubtful for event in reading(text).events)


def test_a_renewed_commitment_and_withdrawn_support_are_events() -> None:
    assert told(reading("Norway renewed its commitment to the fund."), "DECIDE", "pledge")
    assert told(reading("Norway suspended its cooperation with Chad."), "COOPERATE")


def test_announced_sanctions_are_imposed() -> None:
    (event,) = told(reading("Norway announced new sanctions on Chad."), "SANCTION")
    assert event.status == "occurred"


def test_whom_an_act_turns_to_does_what_it_asks() -> None:
    found = reading("I urge all members of the council to reject the plan.")
    assert names(told(found, "REJECT")[0], "actors") == ["all members of the council"]
    assert names(told(reading("The governor thanked the President for the dam."), "SUPPORT")[0], "recipients")


def test_nobody_is_turned_to_where_something_is_spoken_of() -> None:
    for text in ("The leaders discussed the unrest in Kashmir.", "We pledge to fight hunger in Kashmir."):
        assert all("Kashmir" not in names(e, "recipients") for e in reading(text).events if e.type != "CONTROL")


def test_arms_that_somebody_is_provided_with_are_aid() -> None:
    (event,) = told(reading("Norway has provided Chad with hundreds of missiles."), "AID", "military")
    assert (names(event, "recipients"), names(event, "instruments")) == (["Chad"], ["missiles"])


def test_a_choice_is_a_decision() -> None:
    (event,) = told(reading("Eight years ago the villagers made a choice to become an independent state."), "DECIDE")
    assert names(event, "actors") == ["the villagers"] and event.salience == "history"


def test_what_is_told_as_past_was_not_later() -> None:
    found = reading("The ministers agreed to continue the talks in May.")
    assert told(found, "AGREE")[0].from_ == "dateline"
    assert told(found, "CONSULT")[0].start == "2024-05-01"


def test_neither_side_of_a_relation_is_agreed_with() -> None:
    event = told(reading("The leaders agreed to deepen Chadian-Malian trade."), "AGREE")[0]
    assert names(event, "recipients") == []


def test_every_event_stands_in_its_sentence_and_words() -> None:
    text = "Police arrested forty monks in Mandalay. The junta has banned rallies. Envoys met in Jakarta on Monday."
    found = reading(text)
    assert [e.id for e in found.events] == [f"v{i}" for i in range(1, len(found.events) + 1)]
    for event in found.events:
        start, end = event.sentence
        assert event.trigger.text == " ".join(text[s:e] for s, e in event.trigger.spans)
        assert all(start <= s and e <= end for s, e in event.trigger.spans)
    assert all(a.trigger.spans[0] <= b.trigger.spans[0] for a, b in pairwise(found.events))


def test_empty_and_odd_texts_have_no_events() -> None:
    for text in ("", "\n\n", "….", "12345"):
        assert all(event.is_doubtful for event in reading(text).events)


def test_an_act_that_is_spoken_of_is_one_whoever_does_it() -> None:
    (event,) = told(reading("Lifting the sanctions on Chad is out of the question."), "DECIDE", "lift")
    assert names(event, "recipients") == ["Chad"]


def test_who_says_so_did_not_do_what_follows() -> None:
    text = "Norway has let Chad fly drones, two officials said on Sunday, reversing a ban that had stood for months."
    assert names(told(reading(text), "DECIDE", "lift")[0], "actors") == ["Norway"]


def test_what_is_called_something_is_not_called_for() -> None:
    found = reading("The minister called the attack on the port a crime.")
    assert not told(found, "REQUEST") and names(told(found, "ASSAULT")[0], "actors") == []


def test_a_side_stands_on_one_side_only() -> None:
    found = reading("The ministry confirmed the aid provided by the ministry.")
    assert all(set(names(e, "actors")).isdisjoint(names(e, "recipients")) for e in found.events)


def test_nobody_is_agreed_with_where_nobody_agrees() -> None:
    (event,) = told(reading("It was agreed that the two sides will keep in touch."), "AGREE")
    assert names(event, "recipients") == []


def test_a_title_that_is_conferred_is_no_meeting() -> None:
    assert not told(reading("The king conferred an honorary title on the brigade."), "CONSULT")
    assert told(reading("The two ministers conferred for an hour."), "CONSULT", "meet")


def test_a_heading_that_only_names_is_no_event_beside_its_text() -> None:
    text = "Talks go on in Oslo, the minister said.\n{}\nChad is expected to deploy drones near Faya next month."
    for heading, told_there in (("Drone Deployment in Faya", False), ("Chad Deploys Drones in Faya", True)):
        found = reading(text.format(heading))
        assert any(e.trigger.text.startswith("Deploy") for e in found.events) is told_there
