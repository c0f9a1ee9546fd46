"""When an event took place, from the words nearest to it in the parse.

A time belongs to the event whose words it hangs on. One that hangs on a verb of saying belongs to the saying, one in
the dateline ("OSLO, May 3 (…) —") to nobody. An event without a time of its own has that of the event around it in the
sentence, else the dateline's day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.digest._places.dateline import opening, whole_dateline
from sayso.extract._placing.clauses import (
    HELD,
    IN_COURSE,
    SPOKEN,
    in_course_of,
    in_other_clause,
    inside,
    is_at_its_time,
    is_at_which,
    is_meanwhile,
    is_of_the_event,
    is_right_behind,
    is_saying,
    relative_clause,
    roots_of,
    said_in,
    steps,
    under,
)
from sayso.extract._placing.other_times import (
    COURT,
    clause_before,
    is_behind_but,
    is_charged,
    is_counted_from,
    is_hour_of,
    is_in_plan,
    is_of_paper,
    is_of_promise,
    is_of_thing,
    is_of_topic,
    is_of_what_followed,
    is_settled,
    is_talked_of,
    is_to_come,
    is_too_wide,
    is_yardstick,
    lasts_until,
)
from sayso.extract._placing.over_time import is_by_now, is_over_time, lasted
from sayso.extract._placing.own_times import before_when, of_statement, of_suspicion, of_what_it_was_in
from sayso.extract._placing.ranges import Ranges
from sayso.extract._placing.told_as import SPEECH, is_older, is_present
from sayso.extract._saying.voice import speaks_jointly
from sayso.extract._status.status import carrier_of
from sayso.extract._telling.telling import Telling
from sayso.model import HAPPENED, OF_A_DAY, Precision, Time

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: How far from the event a time may stand in the parse.
FAR = 12
#: Sentences of the lead, which tells also in the perfect what was done that day ("has fled").
LEAD = 3
#: How a noun of an event stands at a deed at whose time it was: "dispersed a protest", "killed in a raid".
AT_DEED = frozenset({"", "in", "during", "at", "amid", "with", "by", "through", "after", "before"})
#: Types of what is done by saying that one will, must or will not.
BY_SAYING = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
#: Times that hang on something else, in the order in which they are asked for.
OWN = (before_when, of_what_it_was_in, of_statement, of_suspicion)
#: Statuses of what is still to come.
AHEAD = frozenset({"planned", "threatened", "permitted"})


@dataclass(frozen=True, slots=True)
class When:
    """The time of an event: id of a time record and its interval, or the dateline's day."""

    time: str | None
    start: str | None
    end: str | None
    precision: Precision | None
    source: Literal["words", "dateline"] | None


class Times:
    """The times of one report, to be asked for those of its events in text order."""

    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        self._dateline = whole_dateline(digest.report.text)

    @cached_property
    def _by_sentence(self) -> dict[int, list[tuple[Token, Time]]]:
        """Times by the start of their sentence: dates, times of the day, and lengths of time that lead up to the
        dateline or on from it ("in the past three weeks").
        """
        return self._of_types("date", "time", lengths=True)

    @cached_property
    def _courses(self) -> dict[int, list[tuple[Token, Time]]]:
        """Lengths of time and habits by the start of their sentence."""
        return self._of_types("duration", "set")

    def _of_types(self, *types: str, lengths: bool = False) -> dict[int, list[tuple[Token, Time]]]:
        every = (time for time in self._digest.times if not inside(time, self._dateline))
        wanted = (t for t in every if t.type in types or (lengths and t.type == "duration" and t.start is not None))
        return {
            start: [(root, time) for root, time in times if not (time.value == "PRESENT_REF" and root.tag_ == "JJ")]
            for start, times in roots_of(self._digest, wanted).items()
        }

    @cached_property
    def _ranges(self) -> Ranges:
        return Ranges(self._digest, day_of(self._digest.report.published))

    @cached_property
    def _lead(self) -> int:
        """Where the sentences end that tell what is new."""
        return max((sentence.end_char for sentence in opening(self._digest.doc, LEAD)), default=0)

    @cached_property
    def _lengths(self) -> frozenset[int]:
        """Where the word behind a length of time stands: "[two days] after the raid"."""
        spans = (
            self._digest.doc.char_span(*t.spans[0], alignment_mode="expand")
            for t in self._digest.times
            if t.type == "duration"
        )
        return frozenset(span.end for span in spans if span is not None)

    def of(self, telling: Telling, beside: list[Telling]) -> When:
        """The nearest time attached to the event, else the dateline's day, save for what is told as older than the
        report; `beside`: the tellings of its sentence.
        """
        then = self._ranges.since_then(telling.head)
        if then is not None:
            return When(then[0].id, *then[1], "words")
        times = self._by_sentence.get(telling.head.sent.start, [])
        times = [(root, time) for root, time in times if not is_counted_from(root, telling.head)]
        said = self._said(times, telling)
        times = [] if telling.about is not None or said is not None else times
        best = said or next((time for own in OWN if (time := own(times, telling)) is not None), None)
        best = best or self._nearest(times, telling, beside)
        if best is None and times and not is_charged(telling.head) and not is_settled(telling.head):
            lent = (self._lent(times, other, telling, beside) for other in self._lenders(telling, beside))
            best = next((t for t in lent if t is not None), None)
        if best is not None:
            root = next(
                (root for root, time in self._by_sentence.get(telling.head.sent.start, []) if time is best), None
            )
            return When(best.id, *self._ranges.of(best, root or telling.head, telling), "words")
        day = day_of(self._digest.report.published)
        courses = self._courses.get(telling.head.sent.start, []) if telling.about is None else []
        older = is_charged(telling.head) or is_settled(telling.head) or _is_before(telling.head)
        older = older or is_over_time(telling, courses)
        jointly = speaks_jointly(self._digest.report)
        older = older or is_older(telling, jointly=jointly) or any(is_behind_but(root, telling) for root, _ in times)
        older = older or (telling.head.idx >= self._lead and is_by_now(telling))
        older = older or any(is_talked_of(telling, other) for other in beside)
        if day is None or telling.status not in HAPPENED or older:
            return When(None, None, None, None, None)
        return When(None, day.isoformat(), (day + timedelta(days=1)).isoformat(), "day", "dateline")

    def _said(self, times: list[tuple[Token, Time]], telling: Telling) -> Time | None:
        """ "Said on Monday that it will send troops", "both have agreed, it said on Monday": what is done by saying so
        is of the day of the saying.
        """
        by_saying = telling.fixed or telling.type in BY_SAYING
        if telling.about is None and not (by_saying and is_present(telling.head)):
            return None
        saying = next((w.head for w in (telling.head, *telling.head.ancestors) if w.dep_ == "ccomp"), None)
        saying = saying or next((c for c in syntax.children(telling.head, "parataxis") if is_saying(c)), None)
        if saying is None or not is_saying(saying) or telling.status != "occurred":
            return None
        published = (self._digest.report.published or "9")[:10]
        return next((t for root, t in times if root.head.i == saying.i and (t.start or "")[:10] <= published), None)

    def _lent(
        self, times: list[tuple[Token, Time]], other: Telling, telling: Telling, beside: list[Telling]
    ) -> Time | None:
        """The time of the other event, where it may be this one's; speech lends what stands behind its object alone."""
        if is_talked_of(telling, other):
            return None
        if other.type in SPOKEN and other.type != "CONSULT" and not syntax.is_verb(telling.head):
            times = [(root, time) for root, time in times if root.i > telling.head.i]
            wide = next((t for root, t in times if root.head.i == other.head.i and t.precision not in OF_A_DAY), None)
            if wide is not None and is_present(other.head):
                return wide
        time = self._nearest(times, other, beside)
        return None if time is None or self._misses(time, telling, other.head) else time

    def _nearest(self, times: list[tuple[Token, Time]], telling: Telling, beside: list[Telling]) -> Time | None:
        ranked = []
        heads = [t for t in beside if t.about is not telling]
        for root, time in times:
            things = {t.i for one in beside for t in one.tokens}
            if is_of_thing(root, things, exact=time.precision in OF_A_DAY) or is_of_paper(root, telling.head):
                continue
            if is_yardstick(root, telling.head) or is_to_come(root, telling.head) or is_behind_but(root, telling):
                continue
            if is_of_what_followed(root, time, telling.head) or lasts_until(
                root, time, telling, self._digest.report.published
            ):
                continue  # "burned a mill and left two days later", "imposed a curfew until Friday"
            apart = is_settled(telling.head) or lasted(telling.head, self._courses.get(root.sent.start, []))
            if apart and not under(root, telling.head):
                continue
            if lemma(telling.head) in COURT and root.i < root.head.i and is_charged(root.head):
                continue  # "arrested over last year's raid"
            anchor = said_in(anchor_of(root), {t.head.i for t in heads})
            if is_saying(anchor) and anchor.i not in {t.head.i for t in heads} and not _goes_with(anchor, telling):
                continue
            plan = self._is_over(time) and is_in_plan(root, telling)
            ours = None if in_other_clause(root, telling) and not plan else steps(root, telling.head)
            clause = clause_before(root)
            if clause is not None:
                ours = 1 if clause.i == telling.head.i else None
            if ours is None or ours > FAR or self._misses(time, telling, anchor):
                continue
            content = self._content(root, time, heads)
            if content is not None and not plan and not under(telling.head, content.head):
                continue
            nearer = [t for t in heads if t is not telling and (steps(root, t.head) or 99) < ours]
            nearer = [t for t in nearer if not is_of_the_event(t.head, telling)]
            nearer = [] if plan or content is telling or is_right_behind(root, telling) else nearer
            if any(is_of_topic(telling, root, t) for t in nearer):
                continue
            if not nearer or _shares(telling, nearer):
                ranked.append((is_hour_of(root, time), ours, abs(root.i - telling.head.i), time))
        ranked.sort(key=lambda item: item[:3])
        return ranked[0][3] if ranked else None

    def _misses(self, time: Time, telling: Telling, anchor: Token) -> bool:
        """ "Agreed to meet in May" of April: what is told as past was not in May; nor is it to be in March, or told as
        of now ("spoke in March, so I ask you"), unless the time is that of the word itself ("last Friday's attacks").
        `anchor`: what the time hangs on.
        """
        if time.value == "PRESENT_REF" and anchor.i != telling.head.i and not is_present(telling.head):
            return telling.status == "occurred"  # "it now turns out that he knew of the raid"
        published = (self._digest.report.published or "")[:10]
        if not published or not time.start or not time.end:
            return False
        if telling.status in AHEAD and is_of_promise(time.spans[-1][1], telling.head, anchor):
            return True
        said = telling.type in SPEECH and (telling.fixed or is_present(telling.head))
        past = (telling.head.tag_ in ("VBD", "VBN") or said) and telling.status == "occurred"
        if past and time.start[:10] > published:
            return True
        own = anchor.i == telling.head.i
        if is_too_wide(time, telling, own=own, published=published):
            return True
        not_yet = telling.status in AHEAD or (is_present(telling.head) and not is_present(anchor))
        return not_yet and not own and time.precision != "vague" and time.end[:10] <= published

    def _is_over(self, time: Time) -> bool:
        published = (self._digest.report.published or "")[:10]
        return bool(published and time.end and time.end[:10] <= published)

    def _content(self, root: Token, time: Time, heads: list[Telling]) -> Telling | None:
        """ "Last week" of "accused Chad of bombing it last week" is that of the bombing, whatever it hangs on; an
        infinitive has no time that is over ("urged him to leave last week").
        """
        spoken = {t.head.i for t in heads if t.type in SPOKEN}
        over = self._is_over(time)
        for inner in heads:
            clause = inner.head.dep_ in ("xcomp", "ccomp", "advcl", "acl") and syntax.is_verb(inner.head)
            if not clause or inner.head.head.i not in spoken or any(is_of_the_event(inner.head, t) for t in heads):
                continue
            behind = inner.head.head.i < inner.head.i < root.i and steps(root, inner.head.head) == 1
            if inner.head.is_ancestor(root) or (behind and not (inner.head.tag_ == "VB" and over)):
                return inner
        return None

    def _lenders(self, telling: Telling, beside: list[Telling]) -> Iterator[Telling]:
        """The events of the sentence whose time the event may share, the likeliest first."""
        by_head = {t.head.i: t for t in beside if t is not telling}
        by_token = {token.i: t for t in beside if t is not telling for token in t.tokens}
        noun = telling.head
        clause = relative_clause(noun)
        about = next((one for one in _nouns_up(clause.head) if one.i in by_token), None) if clause is not None else None
        if clause is not None and about is not None and (lemma(clause) in HELD or is_at_which(clause)):
            yield by_token[about.i]  # "the July raid, which killed nine"
        elif clause is not None and is_at_which(clause, where=False) and clause.head.head.i in by_head:
            yield by_head[clause.head.head.i]  # "released a video in which he asked for help"
        yield from in_course_of(telling, beside)
        yield from (by_head[c.i] for c in syntax.children(noun, "advcl") if c.i in by_head and is_meanwhile(c))
        above = self._main_clause(carrier_of(noun), by_head)
        if above is not None:
            yield above
        if syntax.is_verb(noun):
            return
        top = list(_nouns_up(noun))[-1]
        deed = by_head.get(top.head.i)
        # whoever stands over it ("the toll of the raid rose", "its victims were buried") has a time of his own
        roles = ("obl",) if top.i != noun.i else ("obj", "obl", "nsubj")
        if deed is None or not syntax.is_verb(deed.head) or syntax.base(top.dep_) not in roles:
            return
        if syntax.case_of(top) in AT_DEED and self._first_of(top) not in self._lengths:
            yield deed

    def _main_clause(self, token: Token, tellings: dict[int, Telling]) -> Telling | None:
        """The event whose time a clause beside it shares: "fled in May [as troops came]"."""
        while token.dep_ in ("conj", "advcl", "parataxis", "acl") and token.head.i != token.i:
            if token.dep_ != "conj" and (not is_at_its_time(token) or self._first_of(token) in self._lengths):
                return None
            if lasted(token, self._courses.get(token.sent.start, [])):
                return None
            token = token.head.head if token.dep_ == "acl" else token.head
            if token.i in tellings:
                return tellings[token.i]
        return None

    def _first_of(self, word: Token) -> int:
        """Where the preposition or conjunction of a phrase or clause stands, else its first word."""
        marks = (c.i for c in word.children if c.dep_ in ("mark", "case"))
        return min(marks, default=word.left_edge.i)


def _nouns_up(noun: Token) -> Iterator[Token]:
    """The noun and those that it stands below: "the margins" of "a summit", "the collapse" of "a bridge"."""
    yield noun
    while noun.dep_ in ("nmod", "flat", "appos", "conj") and noun.head.i != noun.i and not syntax.is_verb(noun.head):
        noun = noun.head
        yield noun


def _goes_with(saying: Token, telling: Telling) -> bool:
    """ "Spoke on Monday and thanked them", "told a rally on Monday", "the raid claimed nine lives on Monday": what is
    joined to the saying, or where it was said, was then, too.
    """
    event = telling.head
    if syntax.is_verb(event):
        return event.dep_ == "conj" and event.head.i == saying.i
    noun = carrier_of(event)
    if saying.i in (noun.i, event.i) or noun.head.i != saying.i:
        return noun.i == saying.i  # "declared a state of emergency on Monday"
    return noun.dep_ in ("obj", "nsubj") or (noun.dep_ == "obl" and syntax.case_of(noun) in IN_COURSE)


def _is_before(verb: Token) -> bool:
    """ "Rebels had shelled the town": before what the report tells; in what somebody said it may be only his tense."""
    joined = verb.head if verb.dep_ == "conj" else verb  # "had asked for it, but it was refused"
    had = any(c.lower_ in ("had", "'d", "’d") for one in (verb, joined) for c in syntax.children(one, "aux"))
    return had and not any(one.dep_ in ("ccomp", "parataxis") for one in (verb, *verb.ancestors))


def anchor_of(token: Token) -> Token:
    """The verb or noun that a time hangs on."""
    while (
        token.head.i != token.i
        and syntax.base(token.dep_) in ("nummod", "nmod", "compound", "flat", "amod", "conj", "det", "appos")
        and token.head.ent_type_ == ""
        and token.head.pos_ in ("PROPN", "NUM")
    ):
        token = token.head
    return token.head


def _shares(telling: Telling, nearer: list[Telling]) -> bool:
    """True when the time stands over both: the nearer event is in the same clause as a conjunct, or is this one's
    saying-so.
    """
    carrier = carrier_of(telling.head)  # "won in May and launched an attack"
    return any(
        any(token.is_ancestor(t.head) for token in telling.tokens)
        or t.about is telling
        or telling.about is t
        or t.cause is telling
        or t.head.i in (telling.head.i, carrier.i)
        or (t.head.dep_ == "conj" and t.head.head.i == telling.head.i)
        or (carrier.dep_ == "conj" and carrier.head.i == t.head.i)
        for t in nearer
    )


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or datetime; None where it is none."""
    if not published:
        return None
    try:
        return datetime.fromisoformat(published).date()
    except ValueError:
        return None
