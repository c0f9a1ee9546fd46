"""News, older, not done or general: what the language model adds to status and date."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.codebook.codebook import load_codebook
from sayso.digest.language import load_language
from sayso.extract._placing.told_as import GENERAL, NEWS, NOT_DONE, OLDER, is_done, is_older, status_as_told
from sayso.extract._telling.triggers import find_tellings
from tests.extract.test_events import reading, told

pytestmark = pytest.mark.model


def telling(status, text="Rebels attacked the garrison.", **shares: float):
    """An attack, told as something with these shares, whose words say `status`."""
    doc = load_language()(text)
    one = next(found for found in find_tellings(doc, load_codebook()) if found.type is not None)
    scores = np.full((len(doc), 4), -20.0)
    for name, share in shares.items():
        scores[one.head.i, {"news": NEWS, "older": OLDER, "not_done": NOT_DONE, "general": GENERAL}[name]] = np.log(
            share
        )
    doc.user_data["when"] = scores
    one.status = status
    return one


def test_what_is_told_as_older_or_general_is_not_of_the_reports_day() -> None:
    assert is_older(telling("occurred", older=0.7, news=0.3))
    assert is_older(telling("occurred", older=0.4, general=0.3, news=0.3))
    assert not is_older(telling("occurred", older=0.3, news=0.7))
    # whether it was done is another question
    assert is_older(telling("occurred", older=0.4, news=0.2, not_done=0.4))
    assert not is_older(telling("occurred", older=0.3, news=0.1, not_done=0.6))


def test_what_is_told_aside_needs_less_and_what_goes_on_needs_more_to_be_older() -> None:
    assert not is_older(telling("occurred", older=0.35, news=0.65))
    assert is_older(telling("occurred", "Nurses fled the town that rebels attacked.", older=0.35, news=0.65))
    assert not is_older(telling("ongoing", older=0.5, news=0.5))


def test_what_one_says_to_have_decided_is_decided_by_saying_it() -> None:
    assert not is_older(telling("occurred", "I have ordered the army to leave.", older=0.8, news=0.2))
    assert is_older(telling("occurred", "I have already ordered the army to leave.", older=0.8, news=0.2))
    assert is_older(telling("occurred", "He has ordered the army to leave.", older=0.8, news=0.2))


def test_against_the_words_the_model_must_be_sure() -> None:
    assert status_as_told(telling("occurred", not_done=0.9, news=0.1)) == "possible"
    assert status_as_told(telling("occurred", not_done=0.6, news=0.4)) == "occurred"
    assert status_as_told(telling("possible", older=0.9, not_done=0.1)) == "occurred"
    assert status_as_told(telling("possible", general=0.9, not_done=0.1)) == "possible"
    assert status_as_told(telling("planned", news=1.0)) == "planned"


def test_less_sure_where_the_certainty_of_the_words_speaks_against_it_too() -> None:
    for degree in ("possible", "unstated"):
        assert status_as_told(telling("occurred", not_done=0.7, news=0.3), degree) == "possible"
        assert status_as_told(telling("occurred", not_done=0.5, news=0.5), degree) == "occurred"
    assert status_as_told(telling("occurred", not_done=0.7, news=0.3), "probable") == "occurred"


def test_told_as_done_whenever_it_was() -> None:
    assert is_done(telling("occurred", news=0.4, older=0.3, not_done=0.3))
    assert not is_done(telling("occurred", news=0.4, general=0.6))


def test_what_nobody_saw_is_no_event_that_occurred() -> None:
    text = "A clerk who lives next door said she did not hear a gunshot."
    assert [e.status for e in told(reading(text), "ASSAULT")] == ["possible"]
    assert [e.status for e in told(reading("A clerk next door said she heard a gunshot."), "ASSAULT")] == ["occurred"]


def test_what_a_sentence_is_about_is_not_doubted() -> None:
    text = "Permission alone is not enough, a lawmaker said."
    assert [e.status for e in told(reading(text), "DECIDE")] == ["occurred"]


def test_a_status_that_is_settled_stays() -> None:
    one = telling("occurred", not_done=1.0)
    one.fixed = True
    assert status_as_told(one) == "occurred"


def test_without_the_head_the_words_stand() -> None:
    one = telling("occurred", not_done=1.0)
    del one.head.doc.user_data["when"]
    assert status_as_told(one) == "occurred" and not is_older(one)


def test_an_old_deed_in_the_news_of_today() -> None:
    old = "The paper's founder was murdered by agents of the old regime, and his widow runs it."
    (murder,) = told(reading(old), "ASSAULT")
    (shots,) = told(reading("Gunmen shot a driver of the paper."), "ASSAULT")
    assert (murder.from_, shots.from_) == (None, "dateline")
