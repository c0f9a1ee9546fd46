"""Where the networks for places and times go beyond the rules, and where they may not."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.codebook.codebook import load_codebook
from sayso.digest.gazetteer import load_gazetteer
from sayso.digest.language import load_language
from sayso.extract._placing.by_model import OF_PLACES, OF_TIMES, ground, heated
from sayso.extract._placing.grounds import MOST, NOWHERE, TODAY, Grounds
from sayso.extract._retelling.same import same_as
from sayso.extract.events import by_rules, find_events, told_events
from sayso.model import Event, Report
from sayso.pipeline import digest_doc

pytestmark = pytest.mark.model

DAY = "2031-05-07"  # a Wednesday
#: Sentences that make a report of a text, and tell of nothing.
REST = " The river is low. The harvest was poor this year. Schools are open."


class Says:
    """Stands in for the scores: one choice, by its word, by so much above all others; `None` is the first of all."""

    def __init__(self, doc, word: str | None, gap: float) -> None:
        self._doc, self._word, self._gap = doc, word, gap

    def scores(self, event, others, features, axis=1):  # noqa: ARG002
        best = next((row for row, i in enumerate(others) if self._doc[i].text == self._word), 0)
        scores = np.full((len(others), 1), -self._gap)
        scores[best] = 0.0
        return scores - np.log(np.exp(scores).sum())


class Shared:
    """Stands in for the scores: the shares of choices by their words; little of all others."""

    def __init__(self, doc, shares: dict[str, float]) -> None:
        self._doc, self._shares = doc, shares

    def scores(self, event, others, features, axis=1):  # noqa: ARG002
        return np.log([[self._shares.get(self._doc[i].text, 0.001)] for i in others])


class Read:
    """A text of `DAY` as far as its events by the rules."""

    def __init__(self, text: str, day: str | None = DAY) -> None:
        report = Report(id="r", text=text + REST, published=day)
        doc, codebook = load_language()(report.text), load_codebook()
        self.digest, statements, tellings = digest_doc(doc, report, load_gazetteer(), codebook)
        self.told = told_events(self.digest, statements, codebook, tellings)
        self.same = same_as(self.told, None)
        self.events = by_rules(self.told, self.same, self.digest)
        self.statements, self.names = statements, {e.id: e.name for e in self.digest.entities}

    def number(self, trigger: str) -> int:
        return next(n for n, event in enumerate(self.events) if event.trigger.text.startswith(trigger))

    def grounded(
        self,
        trigger: str,
        *,
        place: tuple[str | None, float] = (None, 0.0),
        time: tuple[str | None, float] = (None, 0.0),
    ) -> Event:
        """The event when the networks are so sure of other words."""
        data = self.digest.doc.user_data
        data["places"], data["times"] = Says(self.digest.doc, *place), Says(self.digest.doc, *time)
        return ground(self.told, self.events, self.same, self.digest)[self.number(trigger)]


@pytest.fixture(scope="module")
def raid() -> Read:
    return Read(
        "The mayor of Gao spoke of a hard week. Rebels killed four traders. The market had been full since Monday."
    )


def test_what_the_sentence_does_not_say_the_model_may_fill(raid: Read) -> None:
    assert raid.events[raid.number("killed")].place is None
    sure = raid.grounded("killed", place=("Gao", OF_TIMES.unfilled + 1), time=("Monday", OF_TIMES.unfilled + 1))
    assert raid.names[sure.place or ""] == "Gao"
    assert (sure.start, sure.end, sure.precision, sure.from_) == ("2031-05-05", "2031-05-06", "day", "words")


def test_it_must_be_surer_than_the_rules(raid: Read) -> None:
    ruled = raid.events[raid.number("killed")]
    unsure = raid.grounded("killed", place=("Gao", OF_TIMES.unfilled - 1), time=("Monday", OF_TIMES.unfilled - 1))
    assert (unsure.place, unsure.start) == (ruled.place, ruled.start)


@pytest.mark.parametrize(("chad", "gao", "place"), [(0.9, 0.09, "Chad"), (0.55, 0.35, ""), (0.3, 0.65, "Gao")])
def test_where_most_goes_to_a_country_no_town_is_taken(chad: float, gao: float, place: str) -> None:
    read = Read("Chad has had a hard week. The mayor of Gao spoke of it. Rebels killed four traders on Tuesday.")
    data = read.digest.doc.user_data
    data["places"], data["times"] = Shared(read.digest.doc, {"Chad": chad, "Gao": gao}), Says(read.digest.doc, None, 0)
    found = ground(read.told, read.events, read.same, read.digest)[read.number("killed")].place
    assert read.names.get(found or "", "") == place


def test_a_country_that_acts_is_no_scene() -> None:
    read = Read("Chad has had a hard week. Chad attacked rebels on Tuesday.")
    assert read.grounded("attacked", place=("Chad", 20.0)).place is None


@pytest.mark.parametrize(
    ("ruled", "town", "place"),
    [("Donbas", "Bakhmut", "Bakhmut"), ("Donbas", "Sumy", "Donbas"), ("Mali", "Gao", "Mali")],
)
def test_a_finer_place_in_the_region_of_the_rules_need_only_be_likelier(ruled: str, town: str, place: str) -> None:
    read = Read(f"Rebels killed four traders in {ruled} on Tuesday. The market of {town} was empty. The river is low.")
    data = read.digest.doc.user_data
    data["places"], data["times"] = Shared(read.digest.doc, {ruled: 0.3, town: 0.6}), Says(read.digest.doc, None, 0)
    found = ground(read.told, read.events, read.same, read.digest)[read.number("killed")].place
    assert read.names[found or ""] == place


def test_what_the_rules_found_goes_only_by_a_wide_margin() -> None:
    text = "Rebels killed four traders in Gao on Tuesday. The governor is on a visit to Mopti."
    read = Read(text)
    assert read.names[read.grounded("killed", place=("Mopti", OF_PLACES.surer - 0.5)).place or ""] == "Gao"
    assert read.names[read.grounded("killed", place=("Mopti", OF_PLACES.surer + 1)).place or ""] == "Mopti"


def test_a_place_that_acts_or_is_asked_is_no_scene() -> None:
    read = Read("Caracas asked Havana for more doctors on Tuesday.")
    for capital in ("Caracas", "Havana"):
        assert read.grounded("asked", place=(capital, 20.0)).place is None


def test_no_time_of_the_sentence_for_what_came_before_it() -> None:
    read = Read("Shops in Gao stayed closed on Thursday, a day after a suicide attack killed nine people at a stand.")
    assert read.grounded("suicide attack", time=("Thursday", 20.0)).start != "2031-05-08"


def test_a_place_that_no_map_has_stays() -> None:
    read = Read("Gunmen attacked a mill in Umm Zarqel on Tuesday. The governor is on a visit to Mopti.")
    ruled = read.events[read.number("attacked")].place
    assert ruled is not None and read.grounded("attacked", place=("Mopti", 20.0)).place == ruled


def test_the_words_for_the_place_are_those_of_another_sentence_where_its_own_has_none(raid: Read) -> None:
    found = raid.grounded("killed", place=("Gao", OF_TIMES.unfilled + 1))
    assert found.place_words is not None and found.place_words.text == "Gao" and found.has_place_apart
    assert raid.digest.report.text[slice(*found.place_words.spans[0])] == "Gao"


def test_the_words_for_the_place_are_the_nearest_of_the_sentence() -> None:
    read = Read("The mayor of Gao spoke. Rebels killed four traders in Gao on Tuesday. Gao is calm.")
    found = read.grounded("killed", place=("Gao", 9.0))
    assert found.place_words is not None and found.place_words.spans[0][0] == read.digest.report.text.index("Gao on")
    assert not found.has_place_apart


def test_of_several_sentences_the_words_are_those_that_the_network_takes() -> None:
    read = Read("The mayor of Gao spoke of a hard week. Rebels killed four traders. The market of Gao was full.")
    first = read.digest.report.text.index("Gao")
    found = read.grounded("killed", place=("Gao", OF_TIMES.unfilled + 1))  # the stand-in takes the first
    assert found.place_words is not None and found.place_words.spans == ((first, first + 3),)


def test_how_sure_is_the_share_of_what_was_chosen(raid: Read) -> None:
    sure = raid.grounded("killed", place=("Gao", 5.0), time=("Monday", 5.0))
    assert sure.place_sure is not None and sure.place_sure > 0.9 and not sure.is_place_unsure
    assert sure.time_sure is not None and sure.time_sure > 0.8
    read = Read("Rebels killed four traders in Gao on Tuesday. The governor is on a visit to Mopti.")
    unsure = read.grounded("killed", place=("Mopti", OF_PLACES.surer - 0.5), time=("Tuesday", 3.0))
    assert read.names[unsure.place or ""] == "Gao" and unsure.is_place_unsure and not unsure.is_time_unsure


def test_an_hour_of_no_known_day_dates_nothing() -> None:
    read = Read(
        "The mayor of Gao spoke of a hard week. Rebels killed four traders. The market had shut at 5 p.m.", None
    )
    clock = next(time for time in read.digest.times if "p.m." in time.text)
    assert clock.start is None and clock.precision in ("minute", "hour")
    assert read.grounded("killed", time=("5", OF_TIMES.unfilled + 5)).time is None
    dated = Read("The mayor of Gao spoke of a hard week. Rebels killed four traders. The market had shut at 5 p.m.")
    assert dated.grounded("killed", time=("5", OF_TIMES.unfilled + 5)).time is not None


def test_a_share_that_is_given_is_less_than_the_network_says_and_in_its_order() -> None:
    shares = {"Gao": 0.9, "Mopti": 0.08, NOWHERE: 0.02}
    given = heated(shares, OF_PLACES.temperature)
    assert sum(given.values()) == pytest.approx(1) and given["Gao"] < 0.9
    assert sorted(given, key=given.__getitem__) == sorted(shares, key=shares.__getitem__)
    assert heated(shares, 1.0) == pytest.approx(shares)


def test_nothing_is_said_of_how_sure_no_place_is() -> None:
    read = Read("Rebels killed four traders years ago. The market of Gao was full.")
    nowhere = read.grounded("killed", place=("Gao", 0.0))
    assert (nowhere.place, nowhere.place_sure, nowhere.place_words) == (None, None, None)


def test_a_day_that_is_told_twice_has_the_share_of_both() -> None:
    read = Read("Rebels killed four traders on Tuesday. The mayor spoke on Tuesday. He left on Monday.")
    found = read.grounded("killed", time=("Tuesday", 0.0))
    # as likely as another: none, the report's day, Tuesday twice, Monday, this year
    assert found.start == "2031-05-06" and found.time_sure == pytest.approx(2 / 6, abs=0.01)


def test_the_day_of_the_report_by_name_is_still_the_day_of_the_report() -> None:
    read = Read("Rebels killed four traders. The mayor will speak on Wednesday.")
    found = read.grounded("killed", time=("Wednesday", OF_TIMES.unfilled + 3))
    assert (found.start, found.from_, found.time) == (DAY, "dateline", None)
    assert found.time_sure is not None and found.time_sure > 0.8


def test_the_choices_are_all_names_and_times_and_none(raid: Read) -> None:
    grounds, number = Grounds(raid.digest, raid.told, raid.events), raid.number("killed")
    places, times = grounds.places(number), grounds.times(number)
    assert places[0].id == NOWHERE and [c.token.text for c in places][1:] == ["Gao"]
    assert [c.id for c in times][:2] == [NOWHERE, TODAY] and "Monday" in [c.token.text for c in times][2:]
    assert all(c.features for c in places + times)


def test_in_a_long_report_only_the_nearest_names_are_choices() -> None:
    read = Read("Rebels killed four traders in Gao. " + "They went from Lome to Oran. " * MOST)
    places = Grounds(read.digest, read.told, read.events).places(read.number("killed"))
    assert len(places) <= MOST + 1 and {c.token.text for c in places[1:]} == {"Gao", "Lome", "Oran"}


def test_of_a_line_or_two_the_rules_know_all() -> None:
    report = Report(id="r", text="Police arrested a baker five days before a match in Lome.", published=DAY)
    doc, codebook = load_language()(report.text), load_codebook()
    digest, statements, _ = digest_doc(doc, report, load_gazetteer(), codebook)
    doc.user_data["places"] = doc.user_data["times"] = Says(doc, "Lome", 20.0)
    assert find_events(digest, statements, codebook)[0].place is None


def test_what_no_network_has_read_is_not_said_to_be_sure() -> None:
    report = Report(id="r", text="Rebels killed four traders in Gao on Tuesday.", published=DAY)
    doc, codebook = load_language()(report.text), load_codebook()
    digest, statements, _ = digest_doc(doc, report, load_gazetteer(), codebook)
    event = find_events(digest, statements, codebook)[0]
    assert event.place_words is not None and event.place_words.text == "Gao"
    assert (event.place_sure, event.time_sure, event.is_place_unsure) == (None, None, False)


def test_without_the_networks_the_rules_stand(raid: Read) -> None:
    data = raid.digest.doc.user_data
    kept = {name: data.pop(name) for name in ("places", "times")}
    found = ground(raid.told, raid.events, raid.same, raid.digest)
    assert [(e.place, e.start) for e in found] == [(e.place, e.start) for e in raid.events]
    assert all(e.place_sure is None and (e.place_words is None) == (e.place is None) for e in found)
    data.update(kept)


def test_the_place_of_the_story_is_that_of_what_goes_on_there() -> None:
    text = (
        "GAO, May 6 - A bomb exploded at the main market of Gao on Tuesday. Hundreds of shoppers ran for their lives. "
        "At least nine people were killed in the attack, doctors said."
    )
    read = Read(text)
    events = [e for e in find_events(read.digest, read.statements, load_codebook()) if e.type == "ASSAULT"]
    assert {(read.names[e.place or ""], e.start) for e in events} == {("Gao", "2031-05-06")} and len(events) == 2
