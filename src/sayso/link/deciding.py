"""Whether a telling of a later report decides what became of an outlook."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.codebook.outcomes import Opposite, load_outcome_words
from sayso.codebook.roots import root
from sayso.link.expected import LONG_DAYS, MANY_TIMES, NEARLY_UP, SAME_WORDS, Expected, numbers
from sayso.link.features import ANYBODY, Features
from sayso.link.likeness import anchored, likeness
from sayso.link.moments import DAY
from sayso.link.ruled_out import could_be_one, places_meet
from sayso.link.same_event import ENOUGH
from sayso.link.stories import ALIKE
from sayso.model import Event, Span

#: of what is expected so much must stand in the sentence that decides it where the verb differs
SAME_WORDS_IN_OTHERS = 0.75
#: and so much where the same one is told not to have done it, or all names are told
SAME_WORDS_OF_ONE = 0.5
#: reports so alike may tell the outcome of what was expected in one word ("a settlement")
ALIKE_OF_ONE_WORD = 0.2
#: what is expected in so few words may be told with its thing in one ("winning the election", "won the election")
FEW_WORDS = 2
#: what is expected to be as it is
_STAYS = frozenset({"stay", "remain"})
#: a time of more days than this says nothing of when it was
COARSE_DAYS = 31
#: so many words at the most stand between a word that ends something and what it ends ("without a new treaty")
WITHIN_WORDS = 4
#: "had not reopened by Friday": nor before it
_BY_THEN = re.compile(
    r"\b(?:as of|by|until|till) (?:late |early |the )?(?:\d|noon|midnight|dawn|dusk|morning|evening|night|end|then|now"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.I,
)
#: "claimed to have freed them": who says no more than that leaves it open
_CLAIMED = re.compile(r"\bclaim(?:s|ed|ing)?\b(?! (?:the )?li(?:fe|ves)\b)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A telling that may decide outlooks."""

    event: Event
    features: Features
    #: roots of the words of its lemma
    lemma: frozenset[str]
    sentence: str
    #: roots of the words of its sentence, and of those who did it by their names
    words: frozenset[str]
    #: roots of the words for those who did it, and to whom
    actors: frozenset[str]
    recipients: frozenset[str]
    places: frozenset[str]
    #: it tells of something to come
    to_come: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence that tells that all is as it was ("the gate stayed shut"), which need be no event."""

    span: Span
    text: str
    words: frozenset[str]
    places: frozenset[str]
    published: float


def decides(wanted: Expected, told: Evidence, story: float, rarity: float) -> bool | None:
    """Whether the telling says that what was expected happened (True), that it did not (False), or neither.

    `story` is how alike the two reports are, `rarity` how rare the word of the telling is.
    """
    if not _in_time(wanted, told):
        return None
    also = told.features.lemma in wanted.also or _is_denied_at_all(wanted, told)
    if also or _is_same_word(wanted, told) or _is_alike(wanted, told, story, rarity):
        if _elsewhere(wanted, told, in_other_words=also):
            return None
        enough = SAME_WORDS_IN_OTHERS if told.event.is_doubtful else SAME_WORDS
        if not _is_tied(wanted, told, story, enough):
            return None
        if _has_happened(told) and not _is_no(wanted, told):
            return True if not wanted.goes_on and _has_the_numbers(wanted, told) else None
        return False if _ends(wanted, told) else None
    if wanted.due is not None and wanted.roots & _STAYS and (told.features.end or 0.0) > wanted.due - DAY:
        return None  # "closed until Saturday" is no longer so on Saturday
    undone = _is_refused(wanted, told) or any(_undoes(wanted, told, opposite) for opposite in wanted.opposites)
    return False if undone and not _elsewhere(wanted, told, in_other_words=True) else None


def _is_denied_at_all(wanted: Expected, told: Evidence) -> bool:
    """ "Threatened to shell the fort", "no attack on the fort": what did not happen in any way."""
    one, other = wanted.telling, told.features
    if one is None or one.type is None or one.mode is None or told.event.status != "did_not_occur":
        return False
    any_attack = one.type == "ASSAULT" and other.lemma in load_outcome_words().attacks
    return other.mode is None and other.denied and (other.type == one.type or any_attack)


def denies(wanted: Expected, line: Line) -> bool:
    """Whether the sentence tells that all stayed as it was, once the time was up."""
    if not _is_up(wanted, line.published) or line.published > wanted.last + 3 * DAY:
        return False
    if wanted.is_elsewhere(line.places) or not wanted.words:
        return False
    return stays(wanted, line.text) and len(wanted.words & line.words) >= SAME_WORDS * len(wanted.words)


def stays(wanted: Expected, text: str) -> bool:
    """Whether the words say that all is as it was."""
    return any(o.words is not None and o.words.search(text) for o in wanted.opposites if o.lasting)


def _is_alike(wanted: Expected, told: Evidence, story: float, rarity: float) -> bool:
    """Whether the linking would join it with what was expected, were that told as having happened."""
    one, other = wanted.telling, told.features
    if one is None or one.mode is None or (one.type, one.mode) != (other.type, other.mode):
        return False
    alike = could_be_one(one, other) and anchored(one, other, story)
    return alike and likeness(one, other, story, rarity) >= ENOUGH


def _is_same_word(wanted: Expected, told: Evidence) -> bool:
    """Whether it is told in the word of what is expected: "sign a treaty", "the signing of a treaty"."""
    lemma, one = told.features.lemma, wanted.telling
    types = {one.type, told.features.type} - {None} if one is not None else set()
    if one is not None and len(types) > 1 and "ASSAULT" in types:
        return False  # a union strikes, jets strike
    if lemma in wanted.roots or lemma.split()[-1:] == [*wanted.roots]:
        return True
    heads = {root(part) for part in lemma.split()}
    first, *rest = [root(part) for part in lemma.split()]
    if rest and first in wanted.roots and wanted.own.issuperset(rest) and len(wanted.own) <= FEW_WORDS:
        return True  # "winning the election", "won the election"
    if wanted.things & told.lemma and (
        len(heads) == 1 or (heads - wanted.things) & (wanted.parts | load_outcome_words().light)
    ):
        return True
    return bool(wanted.things) and wanted.things <= told.words and bool(wanted.parts & heads)


def _in_time(wanted: Expected, told: Evidence) -> bool:
    """Whether what is told may lie between the outlook's report and the end of its horizon."""
    one = told.features
    moved = load_outcome_words().put_off.search(told.sentence) is not None  # its time is the new one
    moved = moved or (one.denied and _BY_THEN.search(told.sentence) is not None)
    if not moved and one.start is not None and one.end is not None and one.end - one.start <= COARSE_DAYS * DAY:
        return one.end > wanted.first and one.start < wanted.last
    published = one.published
    return published is not None and published < wanted.last + 3 * DAY


def _elsewhere(wanted: Expected, told: Evidence, *, in_other_words: bool) -> bool:
    """Whether it is of other places, other people or other things."""
    if wanted.is_elsewhere(told.places):
        return True
    one, other = wanted.telling, told.features
    if one is None:
        return False
    if one.place is not None and other.place is not None and not places_meet(one.place, other.place):
        return True
    by, to = (told.actors | told.recipients, wanted.words) if in_other_words else (told.actors, wanted.doers)
    others_act = _differ(one.actors, other.actors) and not (
        _roots(one.actors) & by or _roots(other.actors) & (to | wanted.holder)
    )
    to_others = _differ(one.recipients, other.recipients) and not (
        _roots(one.recipients) & told.recipients or _roots(other.recipients) & wanted.words
    )
    return others_act or (to_others and not one.told_of & other.told_of - ANYBODY)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether those expected are others than those told."""
    return bool(one and other) and one.isdisjoint(other)


def _roots(keys: frozenset[str]) -> set[str]:
    return {root(key) for key in keys}


def _share(words: frozenset[str], told: Evidence) -> float | None:
    """How many of the words, besides the one for what happened, stand in the sentence; None where there are none."""
    others = words - {told.features.lemma}
    return len(others & told.words) / len(others) if others else None


def _is_tied(wanted: Expected, told: Evidence, story: float, enough: float) -> bool:
    """Whether more than one word ties the two: the other words, both sides, or one side and a town; of what has no
    other words, how alike the reports are.
    """
    own = (wanted.own | wanted.things) - {told.features.lemma}
    if not own:
        least = ALIKE if told.features.denied else ALIKE_OF_ONE_WORD
        alone = wanted.in_a_word or bool(wanted.doers & told.words)
        counted = bool(wanted.numbers) and wanted.numbers <= numbers(told.sentence)
        return (
            alone
            and (told.features.dated or counted)
            and story >= least
            and (_share(wanted.words, told) or 1.0) >= enough
        )
    if told.features.denied and wanted.telling is not None and wanted.telling.actors & told.features.actors:
        enough = SAME_WORDS_OF_ONE
    if wanted.names and wanted.names <= told.words and own & told.words - wanted.names and not told.event.is_doubtful:
        enough = min(enough, SAME_WORDS_OF_ONE)
    tied = len(own & told.words) / len(own) >= enough
    # one word alone ties it only with those who are to do it
    with_doers = len(own & told.words) > 1 or (_share(wanted.words, told) or 0.0) >= enough
    return (tied and with_doers) or _is_tied_by_sides(wanted, told)


def _is_tied_by_sides(wanted: Expected, told: Evidence) -> bool:
    one, other = wanted.telling, told.features
    if one is None:
        return False
    if wanted.names and not wanted.names & told.words:
        return False
    if one.actors & other.actors and one.recipients & (other.recipients | other.actors):
        return True
    one_town = one.place is not None and one.place == other.place and one.place.feature != "country"
    return (one_town or bool(wanted.places & told.places)) and bool(
        (one.actors | one.recipients) & (other.actors | other.recipients)
    )


def _has_happened(told: Evidence) -> bool:
    event = told.event
    start = event.trigger.spans[0][0] - event.sentence[0]
    if _CLAIMED.search(told.sentence[:start]) or load_outcome_words().tally.search(told.sentence):
        return False
    sure = event.certainty.degree == "certain" and event.certainty.polarity == "positive"
    return event.status in ("occurred", "ongoing") and sure and not told.to_come


def _is_no(wanted: Expected, told: Evidence) -> bool:
    """Whether it is a refusal of what was expected: who stays away from talks has not come to them."""
    return told.features.type == "REJECT" and (
        wanted.telling is None or wanted.telling.type not in ("REJECT", "DECIDE")
    )


def _has_the_numbers(wanted: Expected, told: Evidence) -> bool:
    """Whether the numbers that were expected are told, or one that reaches them: "could top 60", "rose to 63"."""
    found = numbers(told.sentence)
    if wanted.numbers <= found:
        return True
    counts = [float(number) for number in found if number.isdigit()]
    least = [float(number) for number in wanted.numbers if number.isdigit()]
    reached = len(least) == len(wanted.numbers) == 1 and any(least[0] <= n <= MANY_TIMES * least[0] for n in counts)
    return reached and load_outcome_words().at_least.search(wanted.outlook.content.text) is not None


def _is_up(wanted: Expected, published: float | None) -> bool:
    """Whether the time was up, or nearly so, when the report came out."""
    if wanted.due is None or published is None:
        return False
    long = wanted.due - wanted.first > LONG_DAYS * DAY
    return published >= wanted.due - (NEARLY_UP if long else 1) * DAY


def _ends(wanted: Expected, told: Evidence) -> bool:
    """Whether the sentence says that it did not, or will not, happen, once and for all or when the time was up."""
    table, event = load_outcome_words(), told.event
    if told.to_come:
        return False
    if _is_ended(told):
        return True
    if wanted.due is not None and table.put_off.search(told.sentence) and not _has_happened(told):
        return True
    if event.status != "did_not_occur":
        return False
    over = wanted.due is not None and (told.features.published or 0.0) >= wanted.due
    return over or (_is_up(wanted, told.features.published) and table.yet.search(told.sentence) is None)


def _undoes(wanted: Expected, told: Evidence, opposite: Opposite) -> bool:
    """Whether a deed was told that undoes it."""
    if not _has_happened(told):
        return False
    deed = told.features.lemma in opposite.by
    words = opposite.words is not None and opposite.words.search(told.sentence) is not None
    if not (deed or words) or (opposite.lasting and not _is_up(wanted, told.features.published)):
        return False
    return _is_tied(wanted, told, 0.0, SAME_WORDS)


def _is_ended(told: Evidence) -> bool:
    """Whether a word that ends something stands just before the trigger: "without a ceasefire", "refused to join"."""
    start, end = (
        at - told.event.sentence[0] for at in (told.event.trigger.spans[0][0], told.event.trigger.spans[-1][1])
    )
    before = " ".join(told.sentence[:start].split()[-WITHIN_WORDS:])
    return load_outcome_words().final.search(f"{before} {told.sentence[start:end]}") is not None


def _is_refused(wanted: Expected, told: Evidence) -> bool:
    """Whether somebody refused a thing that is named in what is expected, in a sentence with nearly all its words."""
    if told.event.status != "did_not_occur" or told.to_come or not _is_ended(told):
        return False
    share = len(wanted.words & told.words) / len(wanted.words) if wanted.words else 0.0
    named = told.lemma & wanted.words
    return bool(named) and len(wanted.words) >= 3 and share >= SAME_WORDS_IN_OTHERS
