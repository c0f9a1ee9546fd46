"""The annotated sentences: every mark parses, kinds and types are known, offsets are right, no sentence twice."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest

from training import own_data
from training.corpora import read_pool
from training.documents import Aligner
from training.own_data import MarkedEvent, parse_marks, read_events, read_names
from training.texts import read_text

EVENTS = list(read_events())


def arguments(event: MarkedEvent) -> list[tuple[int, int]]:
    spans = [span for spans in event.arguments.values() for span in spans]
    return spans + [span for toll in event.tolls.values() for span in toll.values()]


def test_enough_sentences_and_none_twice() -> None:
    names, events = [marked.text for marked in read_names()], [text for text, _ in EVENTS]
    assert len(names) >= 1200 and len(events) >= 500
    assert [text for text, count in Counter(names + events).items() if count > 1] == []


def test_names_have_known_kinds_and_tight_spans() -> None:
    for marked in read_names():
        assert marked.text == marked.text.strip() and not set("[]") & set(marked.text)
        for start, end, tag in marked.spans:
            words = marked.text[start:end]
            assert tag.removeprefix("~") in own_data.KINDS, (tag, marked.text)
            assert words and words == words.strip() and not words.endswith(("'s", "’s")), (words, marked.text)


def test_names_never_nest_in_names() -> None:
    for marked in read_names():
        names = sorted((start, end) for start, end, tag in marked.spans if not tag.startswith("~"))
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(names)), marked.text


def test_marks_of_names_are_whole_words() -> None:
    for marked in read_names():
        _, words = read_text("own", "own", marked.text)
        align = Aligner(words)
        for start, end, _ in marked.spans:
            covered = align(start, end)
            assert covered, marked.text
            assert (words[covered[0]][0], words[covered[1] - 1][1]) == (start, end), marked.text


def test_names_to_swap_in_do_not_show_the_kept_third() -> None:
    known, kept = (
        {m.text[start:end].lower() for m in read_names(part) for start, end, tag in m.spans if not tag.startswith("~")}
        for part in ("train", "test")
    )
    pool = read_pool(own_data.DATA / "pool.txt")
    assert set(pool) <= own_data.KINDS
    assert {name for names in pool.values() for name in names if name.lower() in kept - known} == set()


def test_every_event_has_a_trigger_and_known_labels() -> None:
    for text, events in EVENTS:
        for event in events:
            assert event.trigger is not None, text
            assert event.type is None or event.type in own_data.TYPES, text
            assert event.status in own_data.STATUSES and set(event.tolls) <= own_data.EFFECTS, text
            for start, end in [event.trigger, *arguments(event)]:
                assert 0 <= start < end <= len(text) and text[start:end] == text[start:end].strip(), text


def test_every_type_and_a_share_of_sentences_without_events() -> None:
    assert {event.type for _, events in EVENTS for event in events} == {None, *own_data.TYPES}
    assert 0.12 <= sum(not events for _, events in EVENTS) / len(EVENTS) <= 0.2


def test_the_parts_are_disjoint_and_complete() -> None:
    train, test = list(read_names("train")), list(read_names("test"))
    assert len(train) + len(test) == len(list(read_names())) and len(test) == len(train) // 2
    assert list(read_names())[2] == test[0]


@pytest.mark.parametrize("line", ["[Juba](place", "Juba](place)", "[Juba", "[Juba] (place)"])
def test_broken_marks_are_told(line: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        parse_marks(line)


def test_marks_nest() -> None:
    marked = parse_marks("[two [Kenyan](nationality) soldiers](~group) left")
    assert marked.text == "two Kenyan soldiers left"
    assert marked.spans == ((4, 10, "nationality"), (0, 19, "~group"))
