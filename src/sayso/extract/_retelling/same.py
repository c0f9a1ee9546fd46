"""Tellings of one event inside a report, and what is news in it.

A later telling is the same event as the likeliest one before it, where what they share makes that likely
(`_retelling.likeness`) and place, day and whether it happened do not differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import inf

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import TIMES, lemma
from sayso.codebook.tree import dates_another
from sayso.codebook.words import word_list
from sayso.digest._places.dateline import opening, opens
from sayso.extract._placing.once import was_once
from sayso.extract._placing.over_time import SHORT
from sayso.extract._placing.when import day_of
from sayso.extract._retelling.again import (
    goes_by_its_name,
    has_been_told,
    is_another,
    is_going_on,
    is_no_pledge,
    is_of_another_kind,
    is_set_apart,
    is_talk,
    is_the_talk,
    is_told_on,
    points,
    says_otherwise,
    takes_up,
    talked_at,
)
from sayso.extract._retelling.deed import (
    is_deed,
    is_of,
    is_rough_main,
    just_told,
    ranked_before,
    told_by_its_name,
    told_in_its_kind,
    told_in_its_mode,
    told_in_its_paragraph,
    told_in_its_sentence,
    told_in_its_word,
    told_of_its_day,
    told_roughly,
    told_with_its_dead,
)
from sayso.extract._retelling.likeness import TAKING_UP, Around, likenesses
from sayso.extract._retelling.others import is_other_violence
from sayso.extract._retelling.untyped import told_without_type
from sayso.extract._saying.charges import ANSWERED
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.told import ALIKE, Told, apart, befell_once, befell_others, is_of_another_time, named
from sayso.model import HAPPENED, Event, Salience, Span

#: Nouns that take up a decision or an act without naming its kind.
MOVES = word_list("same_moves")
#: Types of what is settled once, and then is "the decision", "the deal"; how many others of its type may stand between.
SETTLED = frozenset({"DECIDE", "AGREE"})
NEAR = 1
#: Types whose events "the move" may take up.
DECISIONS = word_list("same_decisions")
#: Days before the dateline from which on an event is background, and from which on it is history.
BACKGROUND_DAYS = 21
HISTORY_DAYS = 366
#: Statuses of what is not news as an event.
UNREAL = frozenset({"did_not_occur", "possible"})
#: Log odds from which on two tellings are of one event; where the headline and the first sentences under it tell an act
#: of one kind and one side.
LIKELY, LIKELY_OF_HEADLINE = 0.5, -0.5
#: Titles of reports of one talk.
ONE_TALK = re.compile(r"\b(?:talks|meeting|conversation|call)\b(?! on\b)", re.IGNORECASE)
#: An hour without a day is of one of so many days.
LATELY = 7
#: So many sentences under the headline go on about what it tells.
LEAD = 3
#: How many tellings back an event is looked for, so that a long text costs linear time.
LOOK_BACK = 60
#: How many of a group are compared with a telling that would join it, for the same reason.
COMPARED = 12
#: Conjunctions of what was before or after, and how far above a verb its clause may begin.
APART = frozenset({"after", "before"})
HIGH = 3


def same_as(told: Sequence[Told], title: str | None) -> dict[str, str]:
    """Of each later telling, the id of the first one of the same event; `title`: the report's."""
    one_talk = ONE_TALK.search(title or "") is not None
    first: dict[str, str] = {}
    ids = {id(one.telling): one.event.id for one in told}
    groups: dict[str, list[Told]] = {}
    decided: Told | None = None
    first_decided: Told | None = None
    occasion: Told | None = None
    deed: Told | None = None
    rough: Told | None = None
    lead = _lead_of(told)
    for later, before in with_those_before(told):
        if later.telling.about is not None:
            continue
        all_before = [one for one, _ in before]
        fits = [one for one in all_before if not _differ(one, later)]
        earlier = ids.get(id(later.telling.effect_of)) or just_told(all_before, later)
        earlier = earlier or told_in_its_sentence(all_before, later, first)
        earlier = earlier or told_in_its_kind(fits, later) or told_with_its_dead(fits, later)
        earlier = earlier or ranked_before(all_before, later) or told_of_its_day(fits, later, deed, lead)
        earlier = earlier or talked_at(fits, later) or told_in_its_word(fits, later, first, deed)
        earlier = earlier or told_in_its_paragraph(fits, later, first, deed)
        earlier = earlier or _of_main(deed, rough, later, all_before, first)
        earlier = earlier or _likeliest(before, later, first, groups) or told_by_its_name(fits, later, first)
        if earlier is None and occasion is not None and _is_of(occasion, later, one_talk=one_talk):
            earlier = occasion.event.id
        earlier = earlier or (_last_talk(before, later) if is_the_talk(later.telling) else None)
        earlier = earlier or told_in_its_mode(fits, later, first) or told_without_type(all_before, later, first, lead)
        if earlier is None and _is_move(later):
            earlier = _decision(later, decided, first_decided)
        if earlier is not None:
            first[later.event.id] = first.get(earlier, earlier)
        groups.setdefault(first.get(later.event.id, later.event.id), []).append(later)
        if _is_decision(later) and not _stands_under(later, decided):
            decided = later
            first_decided = first_decided or (later if later.telling.head.i < lead else None)
        occasion = occasion or (later if _is_occasion(later, lead) else None)
        deed = deed or (later if is_deed(later, lead) else None)
        rough = rough or (later if is_rough_main(later, lead) else None)
    return first


def _of_main(
    deed: Told | None, rough: Told | None, later: Told, before: Sequence[Told], first: dict[str, str]
) -> str | None:
    """The id of the violence of the report, or of its `rough` deed where it tells none, which "the attack" takes up."""
    if deed is None:
        return told_roughly(rough, later)
    since = [one for one in before if one.event.sentence != deed.event.sentence]
    return deed.event.id if not _differ(deed, later) and is_of(deed, later, since, first) else None


def _lead_of(told: Sequence[Told]) -> int:
    """Where the first sentences end."""
    sentences = opening(told[0].telling.head.doc, LEAD) if told else []
    return sentences[-1].end if sentences else 0


def _is_occasion(one: Told, lead: int) -> bool:
    """Whether it is the talk that the report is of: the first one that its first sentences or a speaker tell of."""
    if not is_talk(one.telling) or one.event.status not in HAPPENED:
        return False
    return one.telling.head.i < lead or is_going_on(one.telling)


def _is_of(occasion: Told, later: Told, *, one_talk: bool) -> bool:
    """ "This meeting", "our conversation" after the talk that the report is of, if that was on its day; in a report of
    `one_talk` also what it tells in its own words of a talk with nobody else.
    """
    a, b = occasion.event, later.event
    of_the_day = a.from_ != "words" or (a.start or "")[:10] == (b.start or "9")[:10]
    others = named(later.recipients) and not later.recipients & (occasion.actors | occasion.recipients)
    told_on = one_talk and not (b.according_to or others or b.from_ != "dateline") and is_told_on(later.telling)
    return (told_on or is_going_on(later.telling)) and of_the_day and not _differ(occasion, later)


def _last_talk(before: list[tuple[Told, Around]], later: Told) -> str | None:
    """ "The meeting", "during the call": the talk that was told last, if it was held and was of the same sort."""
    talks = (one for one, around in before if one.event.type == "CONSULT" and around.sentences > 0)
    last = next(talks, None)
    if last is None or not is_talk(last.telling) or last.event.status not in HAPPENED or _differ(last, later):
        return None
    return last.event.id if (last.event.mode == "phone") == (later.event.mode == "phone") else None


def _likeliest(
    before: list[tuple[Told, Around]], later: Told, first: Mapping[str, str], groups: Mapping[str, list[Told]]
) -> str | None:
    """The id of the likeliest earlier telling of the same event, if any is likely and no other of its group differs."""
    open_ = [
        (earlier, around)
        for earlier, around in before
        if earlier.telling.about is None
        and earlier.event.sentence != later.event.sentence
        and not _differ(earlier, later)
    ]
    odds = [
        ((inf if _is_sure(earlier, later, around) else like) - _bar(earlier, later, around), earlier.event.id)
        for (earlier, around), like in zip(open_, likenesses(open_, later), strict=True)
    ]
    likely = sorted((one for one in odds if one[0] > 0), key=lambda one: -one[0])
    coded = (
        (name, [one for one in groups[first.get(name, name)][-COMPARED:] if one.event.type is not None])
        for _, name in likely
    )
    fits = (name for name, group in coded if _is_one_of(group, later))
    return next(fits, None)


def _is_one_of(group: Sequence[Told], later: Told) -> bool:
    """Whether it differs from nothing that was told of the event, or goes by its name."""
    named = any(goes_by_its_name(later.telling, other.telling) for other in group)
    return named or not any(_differ(other, later) for other in group)


def with_those_before(told: Sequence[Told]) -> Iterator[tuple[Told, list[tuple[Told, Around]]]]:
    """Each telling, and those before it, nearest first, as far back as it may take one up."""
    sentences = {span: number for number, span in enumerate(sorted({one.event.sentence for one in told}))}
    counts = Counter(one.event.type for one in told)
    for i, later in enumerate(told):
        between, here = 0, sentences[later.event.sentence]
        before = []
        for earlier in reversed(told[max(0, i - LOOK_BACK) : i]):
            apart = here - sentences[earlier.event.sentence]
            before.append((earlier, Around(apart, between, counts[later.event.type])))
            between += earlier.event.type == later.event.type
        yield later, before


def _differ(earlier: Told, later: Told) -> bool:
    """Whether two tellings cannot be of one event, whatever they share: only of coded ones is it asked."""
    a, b = earlier.event, later.event
    one, other = earlier.telling, later.telling
    if a.type is None or b.type is None or says_otherwise(other, one) or is_no_pledge(other, one):
        return True
    happened = (a.status in HAPPENED) == (b.status in HAPPENED) or has_been_told(other, b.status, a.status)
    times = is_of_another_time(earlier, later) and not _is_of_any_day(earlier, later)
    elsewhere = apart(earlier, later) and not goes_by_its_name(other, one)
    of_another = (
        befell_others(earlier, later)
        or is_other_violence(earlier, later)
        or is_set_apart(other, one)
        or is_of_another_kind(other, one)
        or _came_after(one, other)
        or was_once(one) != was_once(other)
    )
    return not happened or elsewhere or times or of_another


def _is_of_any_day(earlier: Told, later: Told) -> bool:
    """ "At 10:40" after "Saturday's bomb": an hour of no day that its sentence names, which is of any of the last."""
    first, second = (day_of((one.event.start or "")[:10]) for one in (earlier, later))
    if first is None or second is None or abs((first - second).days) > LATELY:
        return False
    hours = (one.telling.head.sent for one in (earlier, later) if one.event.precision in SHORT)
    return any(not any(lemma(token) in TIMES for token in sentence) for sentence in hours)


def _came_after(earlier: Telling, later: Telling) -> bool:
    """ "The decision came a day after the council banned it": what comes before or after another is not that."""
    head = later.head
    clause = next((t for t in (head, *islice(head.ancestors, HIGH)) if t.dep_ == "advcl"), None)
    if clause is None or clause.is_ancestor(earlier.head) or clause.i == earlier.head.i:
        return False
    return earlier.head.sent == head.sent and dates_another(clause, APART)


def _is_sure(earlier: Told, later: Told, around: Around) -> bool:
    """Whether the words leave no doubt that both tell one event; nobody dies twice, and hardly anybody is abducted
    twice.
    """
    alike = earlier.event.type == later.event.type
    by_name = goes_by_its_name(later.telling, earlier.telling)
    sure = alike and (by_name or _takes_up_the_last(later, around) or _names_decision(earlier, later))
    return befell_once(earlier, later) or sure or (alike and _of_the_same_arms(earlier, later))


def _bar(earlier: Told, later: Told, around: Around) -> float:
    """The log odds from which on they are one event: a headline is told again by the first sentences under it."""
    a, b = earlier.event, later.event
    kind = a.type == b.type and (a.mode == b.mode or {a.mode, b.mode} in ALIKE)
    sides = earlier.actors & later.actors or earlier.recipients & later.recipients
    headline = opens(earlier.telling.head.sent) and around.sentences <= LEAD
    return LIKELY_OF_HEADLINE if headline and kind and sides else LIKELY


def _takes_up_the_last(later: Told, around: Around) -> bool:
    """ "This bombardment" is the violence just told, by whatever word, "Sunday's attack" and "the decision" the last
    one, and so is the charge of "rejected the allegation".
    """
    telling = later.telling
    if telling.type == "ACCUSE" and _is_answered(telling.head):
        return around.between == 0 and takes_up(telling)
    if telling.type == "ASSAULT" and points(telling):
        return around.between == 0
    if lemma(telling.head) not in TAKING_UP or around.between > NEAR:
        return False
    days = [c for c in syntax.children(telling.head, "nmod:poss") if lemma(c) in TIMES]
    dated = any(not syntax.children(day, "amod") for day in days)  # "the previous day's attack" is another
    return dated or (telling.type in SETTLED and takes_up(telling) and not later.event.content)


def _is_answered(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and syntax.base(noun.dep_) == "obj" and lemma(noun.head) in ANSWERED


def _names_decision(earlier: Told, later: Told) -> bool:
    """ "Permission", "the approval", "the president's decision to permit", after the same or nobody named "allowed" or
    "approved".
    """
    a, b = earlier.event, later.event
    alike = a.mode is not None and (a.mode == b.mode or {a.mode, b.mode} in ALIKE)
    noun = any(lemma(t) in TAKING_UP and not syntax.is_verb(t) for t in later.telling.tokens)
    sides = earlier.actors & later.actors if b.actors else not b.recipients
    return b.type == "DECIDE" and alike and noun and bool(sides) and not is_another(later.telling)


def _of_the_same_arms(earlier: Told, later: Told) -> bool:
    """ "… launched six missiles. … about eight missiles were fired": weapons alone, in another's account of it."""
    if later.actors or later.recipients or later.event.place or earlier.event.according_to == later.event.according_to:
        return False
    return bool({lemma(t) for t in earlier.telling.instruments} & {lemma(t) for t in later.telling.instruments})


def _is_move(later: Told) -> bool:
    """Whether it is "the move", "this step" or "the decision" that says not what was decided, which takes up a decision
    or act before it.
    """
    event = later.event
    open_ = event.type is None or (event.type == "DECIDE" and event.mode is None and not event.content)
    one = later.telling.head.tag_ != "NNS"
    return open_ and one and lemma(later.telling.head) in MOVES and takes_up(later.telling)


def _is_decision(one: Told) -> bool:
    """Whether it is a decision or act that "the move" may take up: one that was done, and no denial or promise, nor
    what somebody does at all times ("opposes"), but for a headline.
    """
    event, head = one.event, one.telling.head
    done = event.type in DECISIONS and event.status in HAPPENED and event.mode != "pledge"
    always = head.tag_ == "NNS" or (head.tag_ in ("VBZ", "VBP") and not opens(head.sent))
    return done and not always and lemma(head) not in ANSWERED | MOVES


def _stands_under(later: Told, decided: Told | None) -> bool:
    """Whether it is told in a clause below the last decision ("suspended it, days after officers seized power")."""
    return decided is not None and decided.telling.head.is_ancestor(later.telling.head)


def _decision(later: Told, last: Told | None, leading: Told | None) -> str | None:
    """The id of what "the move" takes up: "this move", and whatever was decided in its own sentence or the one before,
    is the last decision; else it is the one that the first sentences tell.
    """
    if last is None or leading is None or points(later.telling):
        return None if last is None else last.event.id
    start = later.telling.head.sent.start
    near = last.telling.head.i >= start or last.telling.head.sent.end == start
    return (last if near else leading).event.id


def salience_of(event: Event, *, published: str | None, main: bool) -> Salience:
    """`history` a year and more before the dateline, `background` weeks before it or far from the news, else `main`."""
    day, start = day_of(published), day_of(event.start) if event.from_ == "words" else None
    if day is not None and start is not None:
        age = (day - start).days
        if age >= HISTORY_DAYS or (age > BACKGROUND_DAYS and start.year < day.year - 1):
            return "history"
        if age > BACKGROUND_DAYS:
            return "background"
    return "main" if main else "background"


def main_events(told: Sequence[Told], same: dict[str, str], *, dated: bool) -> set[str]:
    """Ids of the events that the report is about: coded ones that happened lately, of its first sentences or told
    again or with a toll or dated by their words; `dated`: whether the report has a day.
    """
    sentences = sorted({one.event.sentence for one in told})
    lead = set(sentences[: max(2, len(sentences) // 4)])
    again = set(same.values())
    ids = {
        one.event.id
        for one in told
        if one.event.type is not None
        and one.event.status not in UNREAL
        and _is_news(one.event, lead if not (dated and _is_past(one)) else set(), again)
    }
    return ids | {later for later, first in same.items() if first in ids}


def _is_past(one: Told) -> bool:
    """Whether a verb tells what was done at another time than the report's, which no words name."""
    return one.event.status == "occurred" and one.event.from_ is None and syntax.is_verb(one.telling.head)


def _is_news(event: Event, lead: set[Span], again: set[str]) -> bool:
    dated = event.from_ == "words" and event.status in HAPPENED
    counted = any(toll.scope == "event" or event.from_ is not None for toll in event.toll)
    return event.sentence in lead or event.id in again or counted or dated
