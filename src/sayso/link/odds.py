"""How likely tellings of two reports are to be of one event.

What they share is measured thing by thing; what each thing says for or against was learnt (`training/linked.py`) from
pairs of tellings judged by eye in pictures of real reports, most of which have nothing to do with each other, from
stories of several outlets, and from ECB+. The weights stand in `odds.toml`, to be read.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from sayso.link.features import Features
from sayso.link.likeness import COPIED
from sayso.link.moments import DAY
from sayso.link.rarity import Rarity
from sayso.link.ruled_out import SAME_FIGURE, gap, how_many, is_all_over, is_word, of_one_place

#: more alike than this reports are copies, or as good as that
VERY_ALIKE = 0.6
#: two reports are of the same day, of days near each other, or of other times, in days between them
ONE_DAY, NEAR_DAYS, FAR_DAYS = 1.5, 4.0, 60.0
#: more shared names say no more
MANY_NAMES = 3


def odds(one: Features, other: Features, story: float, rarity: Rarity, least: float | None = None) -> float:
    """Log odds that two tellings are of one event, `story` being how alike their reports are; -inf where they cannot
    reach `least`, which spares comparing their passages.
    """
    known = weights()
    found = known["bias"] + sum([known[name] * value for name, value in _facts(one, other, story, rarity)])
    if least is not None and found + known["passage"] < least:
        return -float("inf")
    return found + known["passage"] * rarity.alike(one.words, other.words)


def shared(one: Features, other: Features, story: float, rarity: Rarity) -> dict[str, float]:
    """All that two tellings are compared by; what is not there is 0."""
    return {**dict(_facts(one, other, story, rarity)), "passage": rarity.alike(one.words, other.words)}


@cache
def weights() -> Mapping[str, float]:
    """What each measure adds to the log odds; "bias" is added always."""
    text = resources.files("sayso.link").joinpath("odds.toml").read_text(encoding="utf-8")
    found: dict[str, float] = tomllib.loads(text)["log_odds"]
    return found


def _facts(one: Features, other: Features, story: float, rarity: Rarity) -> Iterator[tuple[str, float]]:
    """What, who, where, when and how many: all but the passages."""
    yield "story", min(story, VERY_ALIKE)
    yield from _reports(one, other, story)
    yield from _what(one, other)
    yield from _who(one, other, rarity)
    yield from _where(one, other, rarity)
    yield from _when(one, other)


def _reports(one: Features, other: Features, story: float) -> Iterator[tuple[str, float]]:
    if story > COPIED:
        yield "copy", 1.0
    if one.published is not None and other.published is not None:
        days = abs(one.published - other.published) / DAY
        if days <= NEAR_DAYS:
            yield ("reports_of_one_day" if days <= ONE_DAY else "reports_of_near_days"), 1.0
        elif days > FAR_DAYS:
            yield "reports_far_apart", 1.0
    if one.leads and other.leads:
        yield "both_lead", 1.0
    if one.about and other.about:
        yield "both_about", 1.0


def _what(one: Features, other: Features) -> Iterator[tuple[str, float]]:
    word, coded = one.lemma == other.lemma, one.type is not None and one.type == other.type
    if word:
        yield ("word_and_type" if coded else "word"), 1.0
    elif coded:
        yield "type", 1.0
    if not word and not one.kin.isdisjoint(other.kin):
        yield "kin", 1.0
    if coded and one.mode is not None and other.mode is not None:
        yield ("mode" if one.mode == other.mode else "other_mode"), 1.0
    if one.several != other.several:
        yield "one_several", 1.0
    if one.loss or other.loss:
        yield "loss", 1.0
    if one.charged != other.charged:
        yield "one_charged", 1.0
    if one.past and other.past:
        yield "both_past", 1.0
    if one.tolls and other.tolls and (nearest := how_many(one, other)) > 0:
        yield ("figure" if nearest == SAME_FIGURE else "near_figure"), 1.0


def _who(one: Features, other: Features, rarity: Rarity) -> Iterator[tuple[str, float]]:
    actors, recipients = one.actors & other.actors, one.recipients & other.recipients
    if actors:
        yield "actor", rarity.party(actors)
    if recipients:
        hit = rarity.party(recipients)
        yield "recipient", hit
        if _in_one_word(one, other):
            yield "recipient_and_word", hit
    others = (one.actors and other.actors and not actors) or (one.recipients and other.recipients and not recipients)
    if others and (is_word(one) or is_word(other)):
        yield "words_of_others", 1.0
    if told := one.told_of & other.told_of:
        yield "told_of", rarity.rarest(told)
    if names := one.names & other.names:
        yield "names", rarity.rarest(names)
        yield "more_names", min(MANY_NAMES, len(names))


def _where(one: Features, other: Features, rarity: Rarity) -> Iterator[tuple[str, float]]:
    spot = one.unplaced is not None and one.unplaced == other.unplaced
    if one.place is not None and other.place is not None and of_one_place(one, other):
        if is_all_over(one, other):
            yield "all_over", 1.0
        elif one.place.name == other.place.name:
            spot = True
            yield "place", rarity.place(one.place.name)
    if spot and _in_one_word(one, other):
        yield "place_and_word", 1.0
    if None not in (one.unplaced, other.unplaced):
        yield ("spot" if spot else "other_spot"), 1.0
    if any(f.place is None and f.unplaced is None for f in (one, other)):
        yield "one_nowhere", 1.0


def _in_one_word(one: Features, other: Features) -> bool:
    return one.lemma == other.lemma or not one.kin.isdisjoint(other.kin)


def _when(one: Features, other: Features) -> Iterator[tuple[str, float]]:
    if one.start is None or other.start is None or one.end is None or other.end is None:
        yield "undated", (one.start is None) + (other.start is None)
    elif gap(one, other) >= 0:
        yield "apart", 1.0
    elif one.dated and other.dated and abs(one.start - other.start) < DAY:
        yield "day", float(max(one.end - one.start, other.end - other.start) <= DAY)
