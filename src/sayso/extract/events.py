"""What happened: every event that the report tells, typed by the codebook, with who, to whom, where, when and how many.

    events = find_events(digest, statements, load_codebook())

In the order of this file: the words that tell an event (`_telling`), who stands where around them (`_sides`),
promises and threats by modality (`_speech_acts`), tolls (`tolls`), whether it happened (`_status`), when and where
(`_placing`), and which tellings are of one event (`_retelling`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.grammar import FIRST_PERSON, THEIRS
from sayso.codebook.match import lemma
from sayso.codebook.tree import span_of_sentence
from sayso.digest._naming.not_names import is_party
from sayso.extract._counting.causes import link_causes
from sayso.extract._counting.wars import undated_total
from sayso.extract._placing.by_model import ground
from sayso.extract._placing.mentioned import mentions_undated
from sayso.extract._placing.news_day import of_the_news
from sayso.extract._placing.occasion import at_occasions
from sayso.extract._placing.offset import offset
from sayso.extract._placing.once import was_once
from sayso.extract._placing.spoken_past import on_day_said, undated_in_speech
from sayso.extract._placing.told_as import is_done, is_routine, status_as_told
from sayso.extract._placing.when import AHEAD, Times
from sayso.extract._placing.where import Places
from sayso.extract._retelling.retold import agreed
from sayso.extract._retelling.same import main_events, salience_of, same_as
from sayso.extract._retelling.sorts import of_first, sorts_of
from sayso.extract._retelling.story import told_on
from sayso.extract._retelling.taken_up import taken_up
from sayso.extract._sides.apart import means_apart, scene_apart
from sayso.extract._sides.arguments import fill_arguments
from sayso.extract._sides.both import name_both
from sayso.extract._sides.by_model import revise_sides
from sayso.extract._sides.counted import is_those
from sayso.extract._sides.done_to import is_opposed
from sayso.extract._sides.first_person import hearer, name_us, speaker, unsaid
from sayso.extract._sides.listed import without_offices
from sayso.extract._sides.means import mode_by_means
from sayso.extract._sides.members import name_members
from sayso.extract._sides.mishap import without_doers
from sayso.extract._sides.owned import name_owners
from sayso.extract._sides.phrases import by_name, phrase_of
from sayso.extract._sides.talks import by_phone, share_sides
from sayso.extract._sides.things import KINDS, MEANS, name_things, uncounted
from sayso.extract._sides.victims import name_victims
from sayso.extract._speech_acts.commitments import add_commitments, must_clauses
from sayso.extract._speech_acts.contents import conditions_of, content_of
from sayso.extract._speech_acts.decider import name_deciders
from sayso.extract._speech_acts.said_acts import said_acts, voiced_demands, without_doubles
from sayso.extract._status.implied import is_implied
from sayso.extract._status.performed import is_performed
from sayso.extract._status.presupposed import is_at_hand, is_given, lasts
from sayso.extract._status.shared import add_accepted, add_purposes
from sayso.extract._status.status import carrier_of, status_of
from sayso.extract._status.unreal import is_unmet
from sayso.extract._telling.bare import is_bare, is_public_talk
from sayso.extract._telling.contexts import Contexts
from sayso.extract._telling.general import is_of_any_time
from sayso.extract._telling.happenings import is_told
from sayso.extract._telling.it_happened import told_by_it
from sayso.extract._telling.one_act import one_act
from sayso.extract._telling.telling import Telling, codes_of
from sayso.extract._telling.told import PERSONAL, Told, not_ahead, told_of, undated
from sayso.extract._telling.triggers import find_tellings, take_type
from sayso.extract._telling.verdicts import LEAST, Verdict, Verdicts
from sayso.extract.attribution import chain_of
from sayso.extract.certainty import certainty_of
from sayso.extract.tolls import add_tolls
from sayso.model import Certainty, Cue, Event, Participant, Span, Statement, joined
from sayso.sureness import DOUBTFUL

if TYPE_CHECKING:
    from sayso.codebook.codebook import Codebook
    from sayso.digest.digest import Digest

SECOND_PERSON = frozenset({"you", "your"})
#: Pronouns that stand for somebody although they name nobody: these, and whoever speaks or is spoken to, known or not.
SOMEBODY = FIRST_PERSON | frozenset(
    {"some", "others", "many", "several", "few", "most", "someone", "somebody", "everyone", "anyone", "anybody", "both"}
)


@dataclass(frozen=True)
class _Page:
    """A report, and what its events are made with."""

    digest: Digest
    statements: Sequence[Statement]
    times: Times
    places: Places
    contexts: Contexts


def tell(doc: Doc, codebook: Codebook) -> list[Telling]:
    """The words of a parsed text that tell events, with who stands around them; names the things that are attacked."""
    tellings = find_tellings(doc, codebook)
    fill_arguments(tellings, codebook)
    revise_sides(tellings, codebook)
    name_owners(tellings, codebook)
    without_doers(tellings, codebook)
    for telling in tellings:
        telling.actors = without_offices(by_name(telling.actors))
        telling.recipients = without_offices(by_name(telling.recipients))
    name_things(doc, tellings, codebook)
    return told_by_it(doc, tellings)


def find_events(
    digest: Digest, statements: Sequence[Statement], codebook: Codebook, tellings: list[Telling] | None = None
) -> tuple[Event, ...]:
    """The events of a report in text order, ids v1 …; `statements` are those of the same digest, `tellings` what
    `tell` found in its words, if that was asked before.
    """
    told = told_events(digest, statements, codebook, tellings)
    same = same_as(told, digest.report.title)
    main = main_events(told, same, dated=digest.report.published is not None)
    old = {one.event.id for one in told if was_once(one.telling)}
    sorts = sorts_of(told, same)
    apart = {one: first for one, first in same.items() if one not in sorts}
    events = of_first(ground(told, by_rules(told, apart, digest), apart, digest), sorts)
    published = digest.report.published
    return tuple(
        msgspec.structs.replace(
            event,
            same_as=same.get(event.id),
            salience="history" if event.id in old else salience_of(event, published=published, main=event.id in main),
        )
        for event in (not_ahead(event, published) for event in events)
    )


def told_events(
    digest: Digest, statements: Sequence[Statement], codebook: Codebook, tellings: list[Telling] | None = None
) -> list[Told]:
    """The same with the tellings that they were made from, before it is asked which of them are one event."""
    tellings = tell(digest.doc, codebook) if tellings is None else tellings
    tellings = sorted([*tellings, *must_clauses(tellings, codebook)], key=lambda t: t.head.i)
    link_causes(tellings, digest)
    add_tolls(digest, tellings, statements)
    tellings = one_act(tellings)
    mode_by_means(tellings)
    tellings = add_commitments(tellings, codebook)
    said = [*said_acts(tellings, statements, digest, codebook), *voiced_demands(tellings, digest, codebook)]
    tellings = sorted([*without_doubles(tellings, said), *said], key=lambda t: t.head.i)
    _give_status(tellings, digest)
    by_phone(tellings, digest.report.title, codebook)
    _name_sides(tellings, statements, digest)
    page = _Page(digest, statements, Times(digest), Places(digest), Contexts(codebook))
    verdicts = Verdicts(digest)
    sentences: dict[int, list[Telling]] = defaultdict(list)
    for telling in tellings:
        sentences[telling.head.sent.start].append(telling)
    told: list[Told] = []
    for telling in tellings:
        beside = sentences[telling.head.sent.start]
        event = _event(f"v{len(told) + 1}", telling, beside, page)
        verdict = verdicts.of(event, telling)
        if verdict is not None:
            event = _judged(event, verdict, telling, beside, page)
        talk_alone = is_public_talk(event, telling) and not any(one.event.type == "CONSULT" for one in told)
        if talk_alone or is_bare(event, telling) or is_of_any_time(telling):
            continue
        if not is_told(event, telling):
            event = msgspec.structs.replace(event, score=min(event.score, DOUBTFUL))
        told.append(told_of(event, telling, digest))
    return told


def _give_status(tellings: list[Telling], digest: Digest) -> None:
    """What became of each, by its own words and those around it, and by what it is for."""
    for telling in tellings:
        by = telling.decision or telling
        certainty = certainty_of(digest, by.head)
        telling.status = status_of(by, certainty)
        telling.fixed = telling.fixed or by is not telling or is_performed(telling) or is_implied(telling)
        telling.status = status_as_told(telling, "certain" if lasts(telling) or is_given(telling) else certainty.degree)
    add_purposes(tellings)
    add_accepted(tellings)


def _name_sides(tellings: list[Telling], statements: Sequence[Statement], digest: Digest) -> None:
    """The sides that other sentences of the report give."""
    share_sides(tellings)
    name_victims(tellings, digest)
    name_deciders(tellings, statements, digest)
    name_both(tellings, statements, digest)
    name_us(tellings, statements, digest)
    name_members(tellings, statements, digest)


def _by_its_day(event: Event, telling: Telling, published: str | None) -> Event:
    """ "Talks on Friday" in a report of Wednesday are planned, unless the verb says that they were; "last Friday's
    raid" is over, whatever stands above it.
    """
    if not (event.from_ == "words" and published and event.start and event.end):
        return event
    if telling.fixed or is_given(telling):
        return event
    verb, day = carrier_of(telling.head).tag_ in ("VBD", "VBN"), published[:10]
    if event.status in ("occurred", "ongoing") and not verb and event.start[:10] > day:
        return msgspec.structs.replace(event, status="planned")
    over = event.status in AHEAD and not syntax.is_verb(telling.head) and event.precision != "vague"
    return msgspec.structs.replace(event, status="occurred") if over and event.end[:10] <= day else event


def _judged(event: Event, verdict: Verdict, telling: Telling, beside: list[Telling], page: _Page) -> Event:
    """The event as the language model has it: without its type, or with another status, and with the share of its
    type as its score.
    """
    if verdict.share < LEAST:
        take_type(telling)
        return _event(event.id, telling, beside, page)
    if verdict.status != event.status:
        telling.status = verdict.status
        event = _event(event.id, telling, beside, page)
    return msgspec.structs.replace(event, score=round(verdict.share, 3))


def _event(ident: str, telling: Telling, beside: list[Telling], page: _Page) -> Event:
    """The event with its means, scene and day as what stands around it has them."""
    digest, statements = page.digest, page.statements
    event = _as_told(ident, telling, beside, page)
    event = scene_apart(means_apart(event, telling, digest.by_id), telling, digest.by_id)
    event = _by_its_day(event, telling, digest.report.published)
    if was_once(telling):
        return undated(event)
    event = undated_in_speech(undated_total(event, telling), telling, digest, statements)
    return on_day_said(event, telling, digest, statements)


def _as_told(ident: str, telling: Telling, beside: list[Telling], page: _Page) -> Event:
    digest, statements = page.digest, page.statements
    trigger = _trigger(telling, digest)
    when = page.times.of(telling, beside)
    codes = codes_of(telling)
    actors = unsaid(telling, statements)
    actors = actors or _participants(telling.actors, digest, statements, telling.both, coded=codes is not None)
    acting, doers = {a.spans for a in actors}, {a.entity for a in actors if a.entity}
    received = [p for p in _participants(telling.recipients, digest, statements, telling.both) if p.spans not in acting]
    means = _participants(telling.instruments, digest, statements, things=MEANS)
    return Event(
        id=ident,
        type=telling.type,
        mode=telling.mode,
        contexts=page.contexts.of(telling) if telling.kind else (),
        codes=codes,
        trigger=trigger,
        actors=actors,
        recipients=tuple(p for p in received if p.text.lower() not in THEIRS | SECOND_PERSON or p.entity not in doers),
        content=content_of(telling, digest),
        conditions=conditions_of(telling, digest),
        place=page.places.of(telling, beside),
        time=when.time,
        start=when.start,
        end=when.end,
        precision=when.precision,
        from_=when.source,
        instruments=tuple(p for p in means if p.spans[-1][1] not in {r.spans[-1][1] for r in received}),
        toll=tuple(telling.tolls),
        status=telling.status,
        certainty=_certainty(telling, digest),
        according_to=chain_of(digest, statements, trigger.spans[0]),
        sentence=span_of_sentence(telling.head),
        same_as=None,
        salience="main",
        by=telling.by,
        score=round(telling.score, 3),
    )


def _certainty(telling: Telling, digest: Digest) -> Certainty:
    """That of what says whether it was done; what is done by being said, is there in any case or has no word of doubt
    but its own is as certain as a plain assertion.
    """
    if (telling.fixed and telling.decision is None) or lasts(telling) or is_given(telling) or is_at_hand(telling):
        return Certainty(degree="certain", polarity="positive", cues=())
    told = telling.status in ("occurred", "ongoing") and (is_done(telling) or is_routine(telling))
    done = telling.decision is None and told
    bound = telling.kind is not None and telling.decision is None and telling.status == "planned"
    found = certainty_of(digest, (telling.decision or telling).head, done=done, bound=bound)
    if telling.status == "did_not_occur" and not is_unmet(telling.head):
        return msgspec.structs.replace(found, polarity="negative")
    own = [(t.idx, t.idx + len(t)) for t in telling.tokens]
    if found.cues and telling.decision is None and all(cue.spans[-1] in own for cue in found.cues):
        return Certainty(degree="certain", polarity="positive", cues=())  # "has no plans to", "took a decision"
    return found


def _trigger(telling: Telling, digest: Digest) -> Cue:
    spans: list[Span] = []
    for token in telling.tokens:
        start, end = token.idx, token.idx + len(token)
        if spans and not digest.report.text[spans[-1][1] : start].strip(" -"):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return Cue(
        spans=tuple(spans), text=joined(digest.report.text, spans), lemma=" ".join(lemma(t) for t in telling.tokens)
    )


def _participants(
    tokens: list[Token], digest: Digest, statements: Sequence[Statement], both: Mapping[int, list[str]] | None = None,
    *, coded: bool = True, things: tuple[str, ...] = KINDS,
) -> tuple[Participant, ...]:  # fmt: skip
    """The records of the words, several of one span for a noun that stands for `both` or a list, who are then not told
    again by themselves; `coded`: "your visit" has a visitor, "your growth" nobody who grows; `things`: kinds of
    things that are told without their number.
    """
    found: dict[tuple[Span, str | None], Participant] = {}
    for token in tokens:
        phrase = uncounted(phrase_of(token), token, things)
        start = token.idx + len("anti-") if is_opposed(token) else phrase.start_char
        span = (start, phrase.end_char)
        text = digest.report.text[span[0] : span[1]]
        if is_party(phrase[0], text):
            continue
        entity = digest.entity_at(token)
        if is_opposed(token):  # "anti-Chad": Chad, where the report names it
            entity = next((e.id for e in digest.entities if e.name == text), None)
        if entity is None and token.lower_ in FIRST_PERSON:
            entity = speaker(token, statements)
        if entity is None and token.lower_ in SECOND_PERSON:
            entity = hearer(token, statements)
        personal = token.lower_ in (PERSONAL if token.tag_ == "PRP" else THEIRS if coded else ()) or is_those(token)
        if (
            token.pos_ != "PRON" or entity is not None or token.lower_ in SOMEBODY or personal
        ):  # another pronoun that stands for nobody known tells nothing
            pair = (both or {}).get(token.i, [])
            told = {p.entity for p in found.values()} if pair else set()
            for one in [one for one in pair if one not in told] if pair else [entity]:
                found.setdefault((span, one if pair else None), Participant(spans=(span,), text=text, entity=one))
    ours = {one for _, one in found if one is not None}
    found = {key: p for key, p in found.items() if key[1] is not None or p.entity not in ours}
    return tuple(_told_once(list(found.values())))


def _told_once(found: list[Participant]) -> list[Participant]:
    """Of several words for one entity ("he" beside his name, "the Front for Reform (FRT)") the longest."""
    said = {p.entity: p for p in sorted(found, key=lambda p: (p.text.lower() not in PERSONAL, len(p.text)))}
    return [p for p in found if p.entity is None or p is said[p.entity]]


def by_rules(told: list[Told], same: dict[str, str], digest: Digest) -> list[Event]:
    """The events with the times and places that the words of their sentences, of other tellings of the same (`same`)
    and of what is told beside them give.
    """
    places = Places(digest)
    events = agreed(offset(told, taken_up(told, same), digest), same, digest.times)
    events = at_occasions(told, agreed(offset(told, events, digest), same, digest.times))
    events = told_on(told, events, digest)
    sited = [
        msgspec.structs.replace(event, place=event.place or places.building_of(one.telling))
        for one, event in zip(told, events, strict=True)
    ]
    events = offset(told, of_the_news(told, agreed(sited, same, digest.times), digest), digest)
    return mentions_undated(told, events, same)
