"""How much two tellings have in common: what ties them, and how much it says for one event."""

from __future__ import annotations

from sayso.link.features import Features
from sayso.link.moments import DAY, WEEK
from sayso.link.ruled_out import (
    SAME_FIGURE,
    bare,
    denies_in_other_words,
    gap,
    how_many,
    is_all_over,
    is_one_deed,
    is_word,
    of_one_place,
    of_one_spot,
)

#: places, or days, that do not meet and of which the reader is unsure take this from the likeness
PLACE_APART, DAY_APART = 1.0, 0.5
#: reports so alike tell one story
ONE_STORY = 0.4
#: what speaks for one event, and how much: likeness is their sum. Tuned by random search on ECB+'s dev half, and held
#: back from where it leads there: eight topics a thousand miles apart reward joining all that is told in the same word
SAME_WORD, SAME_MODE, SAME_KIN, SAME_TYPE = 2.4, 1.4, 1.4, 0.4
#: times how alike the reports are, up to so alike
STORY, VERY_ALIKE = 2.1, 0.5
#: shared, and named but different
RECIPIENTS, ACTORS = (2.0, 0.35), (1.4, 0.3)
#: the actor here is the recipient there: voices are confused
CROSSED = 0.5
#: who denies it is who is told to have done it
ANSWERED = 1.0
#: acts of words that two do together
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: reports so alike are copies of each other
COPIED = 0.9


def anchored(one: Features, other: Features, story: float) -> bool:
    """Whether anything but the word ties them.

    A place does, somebody, a figure; one story or, for more than a bare word, a day in the words do where no different
    actors are named. Where one report says when and the other does not, or neither does in other words, more must be
    the same: see `_same_sides`. So it must for what has not happened, and for what reports recall without a date long
    after each other: plans, wishes and wars are told of in the same words again and again.
    """
    if one.denied != other.denied and denies_in_other_words(*((one, other) if one.denied else (other, one))):
        return True
    undated = (one.start is None) + (other.start is None)
    told_apart = story < COPIED and one.report != other.report
    in_words = is_word(one) and is_word(other) and None not in (one.published, other.published)
    if told_apart and in_words and not (_has_its_day(one) and _has_its_day(other)):
        return _of_one_talk(one, other)
    if told_apart and undated and _came_after(one, other, WEEK):
        return _very_same(one, other) or _same_sides(one, other, story)
    if told_apart and not one.happened and _came_after(one, other, DAY):
        return _very_same(one, other) and (story >= ONE_STORY or (one.dated and other.dated))
    if one.report != other.report and (undated == 1 or (undated and one.lemma != other.lemma)):
        return _same_sides(one, other, story) or how_many(one, other) == SAME_FIGURE or _of_these_days(one, other)
    if any(_shared(one, other)) or how_many(one, other) == SAME_FIGURE:
        return True
    if of_one_place(one, other) and not is_all_over(one, other):
        return True
    if one.unplaced is not None and one.unplaced == other.unplaced:
        return True
    one_day = one.dated and other.dated and (_same_day(one, other) or not (bare(one) or bare(other)))
    return not (one.actors and other.actors) and (story >= ONE_STORY or one_day)


def _has_its_day(telling: Features) -> bool:
    """Whether the words tell its day, and not its year."""
    return telling.dated and telling.start is not None and (telling.end or 0.0) - telling.start <= WEEK


def _of_one_talk(one: Features, other: Features) -> bool:
    """Whether acts of words, of which one has no day of its own, are of the same two; or in one word to the same by
    nobody else; or tell one figure.
    """
    parties = [(f.actors | f.recipients) - f.usual for f in (one, other)]
    actors, recipients = _shared(one, other)
    mutual = one.type == other.type and one.type in MUTUAL and one.happened and len(parties[0] & parties[1]) > 1
    by_others = one.actors and other.actors and not actors
    told_to = one.lemma == other.lemma and bool(recipients) and not by_others
    return mutual or told_to or how_many(one, other) == SAME_FIGURE


def _shared(one: Features, other: Features) -> tuple[frozenset[str], frozenset[str]]:
    """The actors and the recipients that both have, but for those whom much of the picture tells of."""
    return (one.actors & other.actors) - one.usual, (one.recipients & other.recipients) - one.usual


def _came_after(one: Features, other: Features, seconds: float) -> bool:
    """Whether one report came out so long after the other."""
    if one.published is None or other.published is None:
        return False
    return abs(one.published - other.published) > seconds


def _very_same(one: Features, other: Features) -> bool:
    """One word for one thing by the same to the same, or to one who is one alone, or at one spot."""
    if one.lemma != other.lemma or None in (one.type, other.type):
        return False
    actors, recipients = _shared(one, other)
    return bool(actors and recipients) or bool(one.named & other.named) or bool(recipients and of_one_spot(one, other))


def _of_these_days(one: Features, other: Features) -> bool:
    """Whether reports of one week tell of one deed without a date: in one word or one way, done by or to the
    same or at the same place, and of nobody else.
    """
    if one.published is None or other.published is None or abs(one.published - other.published) > WEEK:
        return False
    of_one_kin = bool(one.kin & other.kin)
    if any(f.past or f.several for f in (one, other)) or not (of_one_kin or is_one_deed(one, other)):
        return False
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    if any(a and b and not a & b for a, b in sides):
        return False
    if not of_one_kin and one.lemma != other.lemma and (one.mode is None or one.mode != other.mode):
        return False
    somebody = all(f.actors or f.recipients for f in (one, other))
    return any(_shared(one, other)) or (somebody and of_one_spot(one, other))


def _same_day(one: Features, other: Features) -> bool:
    """Whether both are told of one same day, in one word and mode."""
    if one.start != other.start or (one.mode is None and not one.kin & other.kin):
        return False
    same = (one.lemma, one.type, one.mode) == (other.lemma, other.type, other.mode)
    return same and all((f.end or 0) - (f.start or 0) <= DAY for f in (one, other))


def _same_sides(one: Features, other: Features, story: float) -> bool:
    """Who did it and to whom; in one word and one story, the one or the other where the rest does not differ."""
    same = [bool(shared) for shared in _shared(one, other)]
    if not (one.lemma == other.lemma and story >= ONE_STORY):
        return all(same)
    differ = (one.actors and other.actors and not same[0]) or (one.recipients and other.recipients and not same[1])
    return any(same) and not differ


def likeness(one: Features, other: Features, story: float, rarity: float) -> float:
    """How much speaks for one event. See `same_event.ENOUGH`.

    `story` is how alike the reports are; `rarity` is 1 where few reports have the word, less where many do: that two
    reports of a war both tell of a strike says little.
    """
    score = _what(one, other, rarity) + STORY * min(story, VERY_ALIKE)
    score += _who(one.recipients, other.recipients, one.usual, *RECIPIENTS)
    score += _who(one.actors, other.actors, one.usual, *ACTORS)
    if (one.actors & other.recipients) or (one.recipients & other.actors):
        score += CROSSED
    if one.denied != other.denied and (one.sayer & other.actors if one.denied else other.sayer & one.actors):
        score += ANSWERED
    if of_one_place(one, other):
        score += 0.3 if is_all_over(one, other) else 1.0
    elif one.unplaced is not None and one.unplaced == other.unplaced:
        score += 1.0
    elif None not in (one.place, other.place) or (one.type != other.type and _one_is_off_the_map(one, other)):
        score -= PLACE_APART
    if None not in (one.start, one.end, other.start, other.end) and gap(one, other) >= 0:
        score -= DAY_APART
    elif one.dated and other.dated and one.start is not None and other.start is not None:
        score += 1.0 if abs(one.start - other.start) < DAY else 0.3
    return score + how_many(one, other)


def _one_is_off_the_map(one: Features, other: Features) -> bool:
    """Whether one was in a town, and the other at a place by name that no map has."""
    placed = (one.place or other.place) if (one.unplaced or other.unplaced) else None
    return placed is not None and placed.feature == "city"


def _what(one: Features, other: Features, rarity: float) -> float:
    if one.lemma == other.lemma:
        return SAME_WORD * rarity
    if one.type is not None and one.type == other.type:
        return SAME_MODE if one.mode is not None and one.mode == other.mode else SAME_TYPE
    return SAME_KIN if one.kin & other.kin else 0.0


def _who(one: frozenset[str], other: frozenset[str], usual: frozenset[str], same: float, different: float) -> float:
    if not one or not other:
        return 0.0
    if not one & other:
        return -different
    return same if (one & other) - usual else 0.0
