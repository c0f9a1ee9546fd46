"""What became of an outlook: decided by later words alone."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from builders import KYIV, SUMY, Build

import sayso
from sayso.digest.language import WEIGHTS
from sayso.link.outcomes import find_outcomes
from sayso.link.same_event import link_events
from sayso.link.stories import similar
from sayso.model import Certainty, Horizon

PROBABLE = Certainty(degree="probable", polarity="positive")
DENIED = Certainty(degree="certain", polarity="negative")


def plan(text="The guild of Sumy will close the bridge on Friday.", *, cue="will", published="2026-03-02", friday=True,
         content="close the bridge", status="planned", **more):  # fmt: skip
    b = Build(text, outlet="Volga Wire", published=published)
    b.entity("place", "Sumy", place=SUMY, country="UKR")
    recipients = ["the bridge"] if "the bridge" in text else []
    event = b.event("close", type=None, lemma="close", actors=["The guild"] if "The guild" in text else [],
                    recipients=recipients, status=status, certainty=PROBABLE, **more)  # fmt: skip
    b.outlook(content, cue=cue, event=event)
    if friday:
        until = Horizon(start="2026-03-06", end="2026-03-07", text="Friday", spans=(b.span("Friday"),))
        b.outlooks[0] = msgspec.structs.replace(b.outlooks[0], horizon=until)
    return b.reading()


def told(text="The guild closed the bridge in Sumy on Friday.", trigger="closed", *, day="2026-03-06",
         published="2026-03-06T20:00:00+00:00", lemma="close", **more):  # fmt: skip
    b = Build(text, outlet="Dnipro Post", published=published)
    for name, place in (("Sumy", SUMY), ("Kyiv", KYIV)):
        if name in text:
            b.entity("place", name, place=place, country="UKR")
    actor = next((words for words in ("The guild", "The navy") if words in text), None)
    thing = next((words for words in ("the bridge", "the school") if words in text), None)
    dated = {"start": day, "end": f"{day[:-2]}{int(day[-2:]) + 1:02}", "precision": "day", "from_": "words"}
    place = next((name for name in ("Sumy", "Kyiv") if name in text), None)
    b.event(trigger, type=None, lemma=lemma, actors=[actor] if actor else [], recipients=[thing] if thing else [],
            place=place, **{**dated, **more})  # fmt: skip
    return b.reading()


def outcome(*readings):
    links = link_events(readings, {})
    alike = {pair: max(0.3, value) for pair, value in similar(readings).items()}
    pairs = {(i, j): 0.3 for i in range(len(readings)) for j in range(i + 1, len(readings))} | alike
    return find_outcomes(readings, {}, links, pairs)[0]


def test_it_came_true_where_a_later_report_tells_it():
    found = outcome(plan(), told())
    assert (found.outcome, found.came_about, found.horizon_passed) == ("came_true", True, False)
    assert [(by.outlet, by.event, by.text) for by in found.by] == [
        ("Dnipro Post", "v1", "The guild closed the bridge in Sumy on Friday.")
    ]


@pytest.mark.parametrize(
    ("why", "later"),
    [
        ("told before", told(published="2026-03-01", day="2026-03-01")),
        ("of the days before", told(day="2026-03-01")),
        ("after the day", told(day="2026-03-09", published="2026-03-10")),
        ("elsewhere", told("The guild closed the bridge in Kyiv on Friday.")),
        ("by others", told("The navy closed the bridge in Sumy on Friday.")),
        ("another thing", told("The guild closed the school in Sumy on Friday.")),
        ("another deed", told("The guild painted the bridge in Sumy on Friday.", "painted", lemma="paint")),
        ("planned again", told(status="planned")),
        ("only probable", told(certainty=PROBABLE)),
        ("history", told(salience="history")),
    ],
)
def test_it_stays_open(why, later):
    assert outcome(plan(), later).outcome == "open", why


def test_silence_is_no_failure_however_late():
    quiet = told(
        "The guild painted the mill in Sumy.", "painted", lemma="paint", published="2026-05-01", day="2026-05-01"
    )
    found = outcome(plan(), quiet)
    assert (found.outcome, found.horizon_passed, found.by) == ("open", True, ())


def test_it_failed_where_somebody_says_that_it_did_not_when_the_time_was_up():
    words = "The guild did not close the bridge in Sumy."
    late = told(words, "close", status="did_not_occur", certainty=DENIED)
    found = outcome(plan(), late)
    assert (found.outcome, found.came_about) == ("failed", False)
    early = told(words, "close", status="did_not_occur", certainty=DENIED, published="2026-03-04", day="2026-03-04")
    assert outcome(plan(), early).outcome == "open"


def test_without_a_day_a_bare_denial_decides_nothing_and_a_refusal_does():
    open_ended = plan("The guild of Sumy will close the bridge.", friday=False)
    bare = told("The guild did not close the bridge in Sumy.", "close", status="did_not_occur", certainty=DENIED)
    refused = told("The guild refused to close the bridge in Sumy.", "close", status="did_not_occur", certainty=DENIED)
    assert outcome(open_ended, bare).outcome == "open"
    assert outcome(open_ended, refused).outcome == "failed"


def test_what_was_not_to_be_and_what_was_unlikely_fail_where_it_was():
    text = "The guild of Sumy will not close the bridge."
    found = outcome(
        plan(text, cue="will not", content="not close the bridge", friday=False, status="did_not_occur"), told()
    )
    assert (found.outcome, found.came_about) == ("failed", False)
    text = "The guild of Sumy is unlikely to close the bridge on Friday."
    found = outcome(plan(text, cue="unlikely"), told())
    assert (found.outcome, found.came_about) == ("failed", True)


def test_what_was_unlikely_came_true_where_it_was_refused():
    text = "The guild of Sumy is unlikely to close the bridge on Friday."
    refused = told("The guild refused to close the bridge in Sumy.", "close", status="did_not_occur", certainty=DENIED)
    found = outcome(plan(text, cue="unlikely"), refused)
    assert (found.outcome, found.came_about) == ("came_true", False)


def test_a_condition_that_was_not_met_is_no_failure():
    text = "The guild of Sumy will close the bridge on Friday if it rains."
    refused = told("The guild refused to close the bridge in Sumy.", "close", status="did_not_occur", certainty=DENIED)
    wanted = plan(text, content="close the bridge on Friday if it rains")
    assert outcome(wanted, refused).outcome == "open"
    assert outcome(wanted, told()).outcome == "came_true"


def test_what_some_tell_so_and_some_otherwise_is_open_with_both():
    refused = told("The guild refused to close the bridge in Sumy.", "close", status="did_not_occur", certainty=DENIED)
    found = outcome(plan(), told(), refused)
    assert (found.outcome, [by.happened for by in found.by]) == ("open", [True, False])


def test_what_was_known_before_is_no_outcome():
    earlier = told(published="2026-03-01", day="2026-03-01")
    again = told(published="2026-03-03", day="2026-03-01")
    assert (
        outcome(plan(friday=False, text="The guild of Sumy will close the bridge."), earlier, again).outcome == "open"
    )


def test_what_stays_as_it_is_undoes_a_change_only_when_its_time_is_up():
    kept = told("The guild kept the bridge in Sumy open on Friday.", "kept", lemma="keep")
    assert outcome(plan(), kept).outcome == "failed"
    assert outcome(plan("The guild of Sumy will close the bridge.", friday=False), kept).outcome == "open"


def test_a_report_without_a_date_has_open_outlooks():
    assert outcome(plan(published=None), told()).outcome == "open"


@pytest.mark.model
@pytest.mark.skipif(not (WEIGHTS / "model.onnx").exists(), reason="the language model is not here: see training/")
def test_no_pair_is_decided_wrongly_and_most_are_decided():
    lines = (Path(__file__).parents[1] / "gold/outcomes.jsonl").read_text(encoding="utf-8").splitlines()
    right = 0
    for pair in map(json.loads, lines):
        readings = [
            sayso.read(pair["expected"], published="2026-03-03T08:00:00", outlet="one"),
            sayso.read(pair["told"], published="2026-03-06T23:00:00", outlet="two"),
        ]
        found = find_outcomes(readings, {}, link_events(readings, {}), {(0, 1): 0.25})
        outcomes = {outcome.outcome for outcome in found}
        assert outcomes <= {"open", pair["outcome"]}, pair
        right += pair["outcome"] in outcomes
    assert right >= 0.95 * len(lines)
