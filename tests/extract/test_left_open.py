"""What is bound to come, what only hangs on an open word, and what goes on by the present."""

from __future__ import annotations

import pytest

from tests.extract.test_events import reading

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "degree"),
    [
        ("The premier has decided to send troops to Gao.", "send", "probable"),
        ("The guilds have agreed to lift the ban.", "lift", "probable"),
        ("The king instructed the guards to release the monks.", "release", "probable"),
        ("The ministers reaffirmed their commitment to support Togo.", "support", "probable"),
        ("The envoy wants to visit Gao.", "visit", "possible"),
        ("Perhaps the guards will arrest the monks.", "arrest", "possible"),
    ],
)
def test_what_somebody_is_bound_to_do_is_as_sure_as_the_words_that_bind_him(
    text: str, trigger: str, degree: str
) -> None:
    (event,) = (e for e in reading(text).events if e.trigger.text == trigger)
    assert (event.status, event.certainty.degree) == ("planned", degree)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The king has directed the army to release the monks.", "release", "planned"),
        ("The rebels directed the attack.", "attack", "occurred"),
        ("The ministers reaffirmed their commitment to support Togo.", "support", "planned"),
        ("The ministers reaffirmed their commitment to the ceasefire.", "ceasefire", "occurred"),
        ("The guards permitted the monks to meet the envoy.", "meet", "permitted"),
        ("The vote would permit the monks to meet the envoy.", "meet", "possible"),
        ("The bishop wants the guards to let the monks meet the envoy.", "meet", "possible"),
        ("If the guards decide to arrest the monks, the town will protest.", "arrest", "possible"),
        ("The mayor may agree to lift the ban.", "lift", "possible"),
        ("The mayor said that he would agree to lift the ban.", "lift", "planned"),
        ("The mayor wants to visit Gao.", "visit", "planned"),
        ("The mayor wants the bishop to visit Gao.", "visit", "possible"),
        ("The mayor does not want the bishop to visit Gao.", "visit", "did_not_occur"),
        ("The mayor hopes that the bishop will visit Gao.", "visit", "possible"),
        ("The bishop urged the guilds to avoid condemning the monks.", "condemning", "possible"),
        ("The guilds avoided condemning the monks.", "condemning", "did_not_occur"),
        ("It was confirmed that the negotiations would take place in Gao.", "negotiations", "planned"),
        ("The guards are looking into the raid.", "raid", "occurred"),
        ("The guards look to arrest the monks.", "arrest", "planned"),
        ("Given the decisions of the mayor, the guild asked the bishop to resign.", "decisions", "occurred"),
    ],
)
def test_what_hangs_on_an_open_word_is_open(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The guards should not arrest the monks.", "arrest", "possible"),
        ("The monks must never be arrested.", "arrested", "possible"),
        ("The guards should not have arrested the monks.", "arrested", "did_not_occur"),
        ("The guards cannot arrest the monks.", "arrest", "did_not_occur"),
        ("The banker failed to appear at the second hearing.", "hearing", "occurred"),
        ("The ministers praised the efforts of the guilds supporting Togo.", "supporting", "occurred"),
        ("They spoke of the risk of rebels attacking the mill.", "attacking", "possible"),
        ("Togo was the last country to ratify the treaty.", "ratify", "occurred"),
        ("Togo wants to be the first country to ratify the treaty.", "ratify", "planned"),
        ("The guilds have had to meet the mayor.", "meet", "occurred"),
        ("The ministers met to discuss the harvest.", "discuss", "occurred"),
    ],
)
def test_what_ought_not_to_be_and_what_an_open_word_does_not_reach(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The mill stays shut as the guards investigate the murder.", "investigate", "ongoing"),
        ("The mill was shut as the guards investigated the murder.", "investigated", "occurred"),
        ("The envoy spoke of Togo's brutal and ongoing siege of the port.", "siege", "ongoing"),
        ("The envoys are holding talks with the rebels.", "holding talks", "ongoing"),
        ("The banker is under investigation.", "investigation", "ongoing"),
        ("The banker was under investigation.", "investigation", "occurred"),
        ("The world stands with Gao in the face of Togo's aggression.", "aggression", "ongoing"),
        ("The town fell in the war against Togo.", "war", "occurred"),
        ("The guilds promised to stand with Gao in the face of the aggression.", "aggression", "occurred"),
    ],
)
def test_what_goes_on_by_the_present(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


def test_what_two_sides_met_for_is_as_certain_as_that_they_met() -> None:
    (event,) = (e for e in reading("The ministers met to discuss the harvest.").events if e.trigger.text == "discuss")
    assert event.certainty.degree == "certain"


def test_an_opportunity_that_a_speaker_thanks_for_was_taken() -> None:
    (event,) = (e for e in reading("I am grateful for this opportunity to meet you.").events if e.type == "CONSULT")
    assert (event.status, event.certainty.degree) == ("occurred", "certain")


def test_not_only_denies_nothing() -> None:
    text = "The guards arrested not only the monks but also the bishop."
    (event,) = (e for e in reading(text).events if e.type)
    assert (event.status, event.certainty.polarity) == ("occurred", "positive")


def test_an_infinitive_does_not_govern_itself() -> None:
    """ "Set" is an adjective in "set to enter" and the verb itself here: that once went round in a circle."""
    assert "fire" in {
        e.trigger.text for e in reading("The sheriff would not name the fuel used to set the fire.").events
    }


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Had the raiders shelled the port, the guards would have fled.", "shelled", "did_not_occur"),
        ("If the raiders had shelled the port, the guards would have fled.", "shelled", "did_not_occur"),
        ("If the raiders shelled the port, the guards would flee.", "shelled", "possible"),
        ("The two ministers had been due to meet in Gao on Friday.", "meet", "did_not_occur"),
        ("The two ministers were to have met in Gao on Friday.", "met", "did_not_occur"),
        ("The two ministers had been expected to meet in Gao.", "meet", "did_not_occur"),
        ("The two ministers are due to meet in Gao on Friday.", "meet", "planned"),
        ("The two ministers were expected to meet in Gao on Friday.", "meet", "planned"),
    ],
)
def test_what_would_have_been_was_not(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The raiders tried to capture the port.", "attempted"),
        ("The raiders will try to capture the port.", "planned"),
        ("The raiders may try to capture the port.", "possible"),
        ("The bishop said the raiders would try to capture the port.", "planned"),
        ("The raiders plan to try to capture the port.", "planned"),
    ],
)
def test_a_try_is_as_sure_as_its_verb(text: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == "capture"} == {status}


def test_who_has_not_claimed_a_deed_is_not_its_actor() -> None:
    for text in (
        "No group has claimed responsibility for the bombing.",
        "The guild has not claimed the bombing.",
        "Neither the guild nor any other group has claimed responsibility for the bombing.",
    ):
        assert not [e.actors for e in reading(text).events if e.trigger.text == "bombing" and e.actors]


def test_by_the_end_is_till_when_and_not_by_whom() -> None:
    (event,) = (e for e in reading("The ban will be lifted by the end of May.").events if e.type == "DECIDE")
    assert (event.mode, event.actors) == ("lift", ())


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The king is weighing whether to lift the ban, a step that Chad and Niger oppose.", "oppose", "occurred"),
        ("The guards may shell the port, a plan that the bishops condemned.", "condemned", "occurred"),
        ("The ban is a step that the bishops may oppose.", "oppose", "possible"),
        ("“The moment you endorse a rival, you will be a spokesman for him,” the king said.", "endorse", "possible"),
        ("The guild could recover by the time a new mayor is inaugurated.", "inaugurated", "possible"),
        ("The guards said they had made no arrests.", "made arrests", "did_not_occur"),
        ("The guards have made two arrests since Friday.", "made arrests", "occurred"),
    ],
)
def test_what_somebody_says_of_an_open_step_is_not_open(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The rebels could cut the road by seizing the bridge.", "seizing", "possible"),
        ("The army hopes to win by shelling the port.", "shelling", "planned"),
        ("The colonel may have been trying to impress her by killing the mayor.", "killing", "possible"),
        ("The ministry plans to end the strike by arresting its leaders.", "arresting", "planned"),
        ("The army ended the siege by bombing the port.", "bombing", "occurred"),
        ("The gang tried to take the town by shelling its market.", "shelling", "occurred"),
        ("He said the army might have killed the hostages.", "killed", "possible"),
        ("The army could have killed the hostages.", "killed", "did_not_occur"),
    ],
)
def test_what_is_done_by_something_is_as_real_as_what_it_is_done_for(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The two suspects were handed over to the United States for trial.", "trial", "planned"),
        ("He was flown to Kigali for trial.", "trial", "planned"),
        ("Police announced the arrest of a banker on Monday.", "arrest", "occurred"),
        ("The ministry announced two arrests.", "arrests", "occurred"),
        ("The army announced the capture of Goma on Tuesday.", "capture", "occurred"),
        ("The army announced a new offensive on the town.", "offensive", "planned"),
        ("The junta announced a curfew.", "curfew", "occurred"),
        ("The union called a 48-hour strike from Monday.", "called strike", "planned"),
    ],
)
def test_what_is_announced_or_awaited(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Officials in Lima said that airstrikes on the port remained an option.", "airstrikes", "possible"),
        ("A raid on the camp is still on the table, the general said.", "raid", "possible"),
        ("A strike on the port remains possible.", "strike", "possible"),
        ("A ceasefire is still a long way off.", "ceasefire", "possible"),
        ("A ceasefire is nowhere in sight, the bishop said.", "ceasefire", "possible"),
        ("A ceasefire seems a distant prospect.", "ceasefire", "possible"),
        ("A prisoner exchange remains out of reach.", "prisoner exchange", "possible"),
        ("A prisoner exchange is out of the question.", "prisoner exchange", "did_not_occur"),
        ("He said that an attack on the port was no longer an option.", "attack", "did_not_occur"),
        ("Shelling the port remains an option, the general said.", "Shelling", "possible"),
        ("The raid on the camp was a success.", "raid", "occurred"),
        ("The raid on the camp came from the table mountain.", "raid", "occurred"),
    ],
)
def test_what_is_only_in_view_has_not_happened(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The militia said that it would fight until the troops left Gao.", "left", "planned"),
        ("The militia fought until the troops left Gao.", "left", "occurred"),
    ],
)
def test_what_will_be_done_until_something_happens_is_ahead_of_it(text: str, trigger: str, status: str) -> None:
    assert {e.status for e in reading(text).events if e.trigger.text == trigger} == {status}


def test_what_is_still_to_begin_is_planned() -> None:
    text = "Soldiers left the town of Gao before the military offensive {}."
    (ahead,) = (e for e in reading(text.format("begins")).events if "offensive" in e.trigger.text)
    (over,) = (e for e in reading(text.format("began")).events if "offensive" in e.trigger.text)
    assert (ahead.status, over.status) == ("planned", "occurred")
