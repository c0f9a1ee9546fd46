"""Times: intervals against the dateline, tense, the story's own dates, and what no time may depend on."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from work import calls

import sayso
from sayso.digest.times import find_times
from sayso.errors import InputError
from sayso.model import Time

NLP = spacy.blank("en")
#: A Monday.
PUBLISHED = "2024-11-18"


def only(text: str, published: str | None = PUBLISHED) -> Time:
    found = find_times(NLP(text), published)
    assert len(found) == 1, found
    return found[0]


def unsplit(text: str) -> Doc:
    """A text as one token, so that only our own reading is timed."""
    return Doc(NLP.vocab, words=[text], spaces=[False])


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("On Sunday the bridge fell.", "2024-11-17", "2024-11-18", "day"),
        ("They met on Monday.", "2024-11-18", "2024-11-19", "day"),
        ("The talks will be held on Friday.", "2024-11-22", "2024-11-23", "day"),
        ("The vote is on Friday.", "2024-11-22", "2024-11-23", "day"),
        ("The vote is set for the first Sunday of March.", "2025-03-02", "2025-03-03", "day"),
        ("They met last month.", "2024-10-01", "2024-11-01", "month"),
        ("They fled last week.", "2024-11-11", "2024-11-18", "week"),
        ("They stock wood for the winter.", "2024-12-01", "2025-03-01", "season"),
        ("The trams will be gone by the spring.", "2025-03-01", "2025-06-01", "season"),
        ("They fought through the winter of 2022.", "2022-12-01", "2023-03-01", "season"),
        ("It will be ready by 2025.", "2025-01-01", "2026-01-01", "year"),
        ("They have fought since 2014.", "2014-01-01", "2015-01-01", "year"),
        ("In late 2023 they dug in.", "2023-09-01", "2024-01-01", "year"),
        ("They dug in at the end of 2023.", "2023-12-01", "2024-01-01", "year"),
        ("They dug in at the beginning of 2023.", "2023-01-01", "2023-02-01", "year"),
        ("They dug in at the end of May 2023.", "2023-05-21", "2023-06-01", "month"),
        ("Wars of the 1990s left mines.", "1990-01-01", "2000-01-01", "vague"),
        ("It was built in the 19th century.", "1800-01-01", "1900-01-01", "vague"),
        ("Over the past three months it fell.", "2024-08-18", "2024-11-18", "month"),
        ("Exports fell in the third quarter.", "2024-07-01", "2024-10-01", "quarter"),
        ("They left months ago.", None, "2024-11-18", "vague"),
        ("They held it for three weeks.", None, None, "week"),
        ("It is shelled every day.", None, None, "vague"),
        ("They cut the tax earlier this year.", "2024-01-01", "2024-11-18", "year"),
        ("They will meet later this month.", "2024-11-18", "2024-12-01", "month"),
        ("They met earlier in 2015.", "2015-01-01", "2016-01-01", "year"),
        ("Mills will close over the next year.", "2024-11-18", "2025-11-18", "year"),
        ("Mills will close next year.", "2025-01-01", "2026-01-01", "year"),
        ("Envoys will leave in the coming days.", "2024-11-18", None, "vague"),
        ("Wells ran dry over the past few weeks.", None, "2024-11-18", "vague"),
        ("They fasted during Ramadan.", "2024-03-11", "2024-04-10", "month"),
        ("They marched on Orthodox Good Friday.", "2024-05-03", "2024-05-04", "day"),
        ("They voted on Memorial Day.", "2024-05-27", "2024-05-28", "day"),
        ("They sailed on the last day of Hanukkah in 2022.", "2022-12-26", "2022-12-27", "day"),
        ("The mill burned in the first week of September.", "2024-09-01", "2024-09-08", "week"),
        ("Shells fell overnight into Saturday.", "2024-11-15T20:00:00", "2024-11-16T06:00:00", "hour"),
    ],
)
def test_intervals(text: str, start: str | None, end: str | None, precision: str) -> None:
    found = only(text)
    assert (found.start, found.end, found.precision) == (start, end, precision)


def test_hours_are_in_the_offset_of_the_dateline_or_of_their_own_zone() -> None:
    published = "2024-11-18T09:00:00+02:00"
    assert only("Drones struck Kyiv overnight.", published).start == "2024-11-17T20:00:00+02:00"
    assert only("Sirens sounded at 10:35 a.m. on Sunday.", published).start == "2024-11-17T10:35:00+02:00"
    assert only("The raid began at 0530 GMT on Sunday.", published).start == "2024-11-17T05:30:00+00:00"
    assert only("They fired two hours ago.", published).start == "2024-11-18T07:00:00+02:00"


def test_without_a_dateline_relative_times_have_no_interval() -> None:
    for text in ("On Sunday they fled.", "They met last month.", "They left two weeks ago.", "It now holds."):
        found = only(text, None)
        assert (found.start, found.end) == (None, None)
        assert found.value
    assert only("They met on 3 May 2024.", None).start == "2024-05-03"


def test_two_days_of_a_range() -> None:
    found = find_times(NLP("Between 3 and 5 May 2024 they talked."), PUBLISHED)
    assert [(time.text, time.start) for time in found] == [("3", "2024-05-03"), ("5 May 2024", "2024-05-05")]


def test_the_story_goes_on_from_its_own_dates() -> None:
    text = (
        "The town fell on 3 May 2022. Two days later they fled. That month hundreds died. The next year it was retaken."
    )
    values = [time.value for time in find_times(NLP(text), PUBLISHED)]
    assert values == ["2022-05-03", "2022-05-05", "2022-05", "2023"]


def test_next_day_is_that_of_the_story() -> None:
    found = find_times(NLP("The army on 3 November held nine men; Togo next day freed them."), PUBLISHED)
    assert [time.start for time in found] == ["2024-11-03", "2024-11-04"]


def test_history_dates_its_months_by_its_own_years() -> None:
    text = (
        "War broke out in 1939. On 1 September Poland fell. In December 1941 Japan struck. In January it took Manila."
    )
    values = [time.value for time in find_times(NLP(text), PUBLISHED)]
    assert values == ["1939", "1939-09-01", "1941-12", "1942-01"]


def test_capitals() -> None:
    text = "SAN SALVADOR, 11 JAN 90 -- THE ARMY MAY MARCH ON SUNDAY. GUERRILLAS STRUCK LAST NIGHT AND IN MAY 1989."
    values = [time.value for time in find_times(NLP(text), "1990-01-11")]
    assert values == ["1990-01-11", "1990-01-14", "1990-01-10TNI", "1989-05"]


def test_a_published_that_is_no_date_is_named() -> None:
    with pytest.raises(InputError, match="yesterday-ish"):
        find_times(NLP("On Sunday they fled."), "yesterday-ish")


PROBE = """
import spacy
from sayso.digest.times import find_times
text = "They met last month, left on Sunday, now hold it, will strike next week in '99 at Easter this winter overnight."
for published in ("2024-11-18", "1990-02-04T23:30:00-05:00", None):
    print(find_times(spacy.blank("en")(text), published))
"""
FAKED = """
import datetime, time
class Date(datetime.date):
    @classmethod
    def today(cls): return cls(2001, 2, 3)
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls(2001, 2, 3, tzinfo=tz)
    @classmethod
    def utcnow(cls): return cls(2001, 2, 3)
    @classmethod
    def today(cls): return cls(2001, 2, 3)
datetime.date, datetime.datetime = Date, Moment
time.time = lambda: 981158400.0
"""


def test_nothing_depends_on_the_day_or_the_zone_of_the_machine() -> None:
    outputs = set()
    for zone, before in (("UTC", ""), ("Pacific/Kiritimati", FAKED), ("America/Los_Angeles", FAKED)):
        run = subprocess.run(
            [sys.executable, "-c", before + PROBE],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"TZ": zone},
        )
        outputs.add(run.stdout)
    assert len(outputs) == 1


PIECES = """the last next this past of in on at May march 3 31 2024 1914 - – 18 Sunday week weeks ago later early end
year night 10:35 a.m. GMT first third quarter century BC 's ' s half and a few two 99999999999 30 Feb winter
Christmas every"""
WORDS = st.sampled_from(PIECES.split())


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join)), st.sampled_from([PUBLISHED, None]))
def test_spans_are_the_words_in_order_and_ends_follow_starts(text: str, published: str | None) -> None:
    found = find_times(NLP(text), published)
    last = 0
    for number, time in enumerate(found, start=1):
        ((start, end),) = time.spans
        assert time.id == f"t{number}"
        assert last <= start < end
        assert text[start:end] == time.text
        last = end
        if time.start and time.end:
            assert datetime.fromisoformat(time.start) < datetime.fromisoformat(time.end)
    assert found == find_times(NLP(text), published)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "9999-12-31T23:59:59+14:00"])
def test_the_edges_of_the_calendar(published: str) -> None:
    text = (
        "Yesterday, tomorrow, last week, next year, the weekend, next winter, the past two centuries, ten years ago, "
        "3000 years later, Sunday night, overnight, Easter, last Friday, this decade, next century, at midnight."
    )
    assert find_times(NLP(text), published)


@pytest.mark.parametrize(
    "piece", ["1 ", "May ", "the last ", "first ", "half a ", "10:35 ", "-1", "of the year ", "1914-18 "]
)
def test_long_hostile_text_is_read_in_linear_time(piece: str) -> None:
    def work(count: int) -> int:
        doc = unsplit(piece * count)
        return calls(lambda: find_times(doc, PUBLISHED))

    assert work(8_000) < 9 * work(1_000)


def test_a_day_in_every_form() -> None:
    day = date(2024, 5, 3)
    for text in ("2024-05-03", "3 May 2024", "May 3, 2024", "the 3rd of May 2024", "Friday, 3 May 2024", "03.05.2024"):
        assert only(f"It fell on {text} at last.").start == day.isoformat()


def test_a_vow_looks_ahead_but_for_the_day_on_which_it_was_made() -> None:
    published = "2024-03-13"
    said, meant = find_times(NLP("The guild vowed on Monday to open a mill by June."), published)
    assert (said.start, meant.start) == ("2024-03-11", "2024-06-01")
    assert only("Nurses warned of cholera by June.", published).start == "2024-06-01"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The junta will hold a vote by February 7.", "2026-02-07"),
        ("The junta promised to hold a vote by February 7.", "2026-02-07"),
        ("The junta will hand over the mill by March 4.", "2025-03-04"),
        ("The junta left by February 7.", "2025-02-07"),
    ],
)
def test_a_limit_of_what_is_to_come_lies_ahead_unless_it_is_just_over(text: str, start: str) -> None:
    assert sayso.read(text, published="2025-03-12").times[-1].start == start


def test_whoever_called_for_something_did_so_before() -> None:
    def said(text: str, tag: str) -> str | None:
        doc = NLP(text)
        for token in doc:
            token.tag_ = tag if token.text == "called" else "NN"
        (found,) = find_times(doc, "2024-11-18")
        return found.start

    assert said("In July the guild called for a ban on barges.", "VBD") == "2024-07-01"
    assert said("The vote, called for July, was lost.", "VBN") == "2025-07-01"


def test_the_end_of_the_month_that_is_to_come_is_the_reports() -> None:
    text = "Police beat marchers last Thursday. Parliament will vote by the end of the month."
    assert [t.value for t in find_times(NLP(text), "2024-12-03")][-1] == "2024-12"


@pytest.mark.parametrize(
    ("published", "week"),
    [("2024-11-24", "2024-W47"), ("2024-11-22", "2024-W47"), ("2024-11-20", "2024-W46"), ("2024-12-06", "2024-W46")],
)
def test_a_review_of_the_week_means_its_own(published: str, week: str) -> None:
    text = "The crews left the port on 17 November 2024. Two ferries sank during the week."
    assert [t.value for t in find_times(NLP(text), published)][-1] == week


@pytest.mark.model
def test_the_term_of_a_condition_is_to_come() -> None:
    def said(text: str) -> str | None:
        (event,) = sayso.read(text, published=PUBLISHED).times
        return event.start

    assert said("Gas will be cut off if the debt is not paid by Friday.") == "2024-11-22"
    assert said("Gas was to be cut off if the debt was not paid by Friday.") == "2024-11-15"


def test_may_behind_in_is_a_month_whatever_follows() -> None:
    assert [t.value for t in find_times(NLP("Two nurses who were seized in May have been freed."), PUBLISHED)] == [
        "2024-05"
    ]
    assert find_times(NLP("The nurses may have been freed."), PUBLISHED) == ()


def starts(text: str) -> list[str | None]:
    return [(time.start or "")[:10] or None for time in find_times(NLP(text), PUBLISHED)]


def test_what_is_over_goes_on_from_no_day_to_come() -> None:
    text = "They met on Thursday. The ferry will sail on Saturday. The envoy went home the same day."
    assert starts(text) == ["2024-11-14", "2024-11-23", "2024-11-14"]
    text = "They met on Thursday. The ferry will sail on Saturday and will come back the following day."
    assert starts(text) == ["2024-11-14", "2024-11-23", "2024-11-24"]


def test_hours_and_days_later_go_on_from_the_story() -> None:
    assert starts("A mine sank the ferry on Monday. Hours later the crew was found.") == ["2024-11-18", "2024-11-18"]
    assert starts("A mine sank the ferry on Thursday. Days later the crew was found.") == ["2024-11-14", "2024-11-15"]
    assert starts("A mine sank the ferry on Thursday. The day before, it had been in port.")[-1] == "2024-11-13"


def test_a_quarter_of_a_town_is_no_time() -> None:
    assert starts("Troops drove into the quarter on Thursday.") == ["2024-11-14"]
    assert len(starts("Profits fell in the quarter.")) == 1


def begins(text: str, published: str = "2024-10-11") -> list[str | None]:
    return [time.start for time in find_times(NLP(text), published)]


def test_the_day_of_an_attribution_does_not_move_the_story() -> None:
    text = "Rebels hit the port on Tuesday, a doctor said on Friday. Hours later they burned it."
    assert begins(text) == ["2024-10-08", "2024-10-11", "2024-10-08"]
    assert begins("The mayor spoke to reporters on Tuesday. A day later he fled.")[-1] == "2024-10-09"
    assert begins("Police said on Tuesday that the mayor had gone. A day later he came back.")[-1] == "2024-10-09"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("A bomb went off just after midnight on Wednesday.", "2024-10-09T00:00:00"),
        ("They danced on Tuesday evening. Shortly after midnight the roof fell.", "2024-10-09T00:00:00"),
        ("Shops burned after midnight.", "2024-10-11T00:00:00"),
        ("They left before midnight on Tuesday.", "2024-10-08T23:00:00"),
        ("The truce began at midnight on Tuesday.", "2024-10-09T00:00:00"),
    ],
)
def test_midnight_begins_or_ends_a_day(text: str, start: str) -> None:
    assert begins(text)[-1] == start


def test_no_day_is_counted_from_a_month_or_a_year() -> None:
    assert begins("In 1999 the king fled. The next day the palace burned.")[-1] is None
    text = "On Monday the mayor spoke.\n\nIn March 2019 he was jailed.\n\nThe next morning he left."
    assert begins(text)[-1] == "2024-10-08T06:00:00"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The premier resigned in January.", "2024-01-01"),
        ("Ida Holm was jailed in December.", "2023-12-01"),
        ("The talks were planned for January.", "2025-01-01"),
        ("The ban starts a year later than planned. Togo lifted its veto on Sunday.", "2024-11-17"),
    ],
)
def test_what_a_verb_in_the_past_tells_is_over(text: str, start: str) -> None:
    found = sayso.read(text, published="2024-11-18").times
    assert found[-1].start == start


def test_the_small_hours_behind_an_evening_are_of_the_next_day() -> None:
    assert begins("They met on Tuesday evening. At 2 a.m. they left.")[-1] == "2024-10-09T02:00:00"
    assert begins("They met on Tuesday morning. At 8 a.m. they left.")[-1] == "2024-10-08T08:00:00"
    assert begins("They met on Tuesday night. At 11 p.m. they left.")[-1] == "2024-10-08T23:00:00"


def test_a_day_of_the_month_of_a_full_date_is_of_its_year() -> None:
    found = find_times(NLP("He died on June 24, 2005, after a June 20 raid. They met again on May 4."), PUBLISHED)
    assert [time.start for time in found] == ["2005-06-24", "2005-06-20", "2024-05-04"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The union called a strike from Wednesday.", "2024-11-20"),
        ("The union has called a strike from Wednesday.", "2024-11-20"),
        ("The union called a strike on Wednesday.", "2024-11-13"),
        ("He announced that troops had fired from Wednesday on.", "2024-11-13"),
    ],
)
def test_what_is_called_from_a_day_on_is_to_come(text: str, start: str) -> None:
    assert only(text).start == start


def test_a_story_is_left_where_the_text_comes_back_to_today() -> None:
    told = "The war began in April 2022 and has killed thousands. Talks collapsed in May after a walkout."
    assert [time.start for time in find_times(NLP(told), "2024-06-03")] == ["2022-04-01", "2024-05-01"]


def test_a_day_without_a_dateline_is_a_day() -> None:
    found = find_times(NLP("They met yesterday. They left last week."), None)
    assert [(time.precision, time.start) for time in found] == [("day", None), ("week", None)]


def test_a_weekday_before_a_week_that_owns_something_stands_alone() -> None:
    found = find_times(NLP("They released film on Monday of last week's raid."), PUBLISHED)
    assert [time.text for time in found] == ["Monday", "last week"]
