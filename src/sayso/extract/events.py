"""What happened: every event that the report tells, typed by the codebook, with who, to whom, where, when and how many.

    events = find_events(digest, statements, load_codebook())

In the order of this file: the words that tell an event (`_triggers`), who stands where around them (`_arguments`,
`_participants`), promises and threats by modality (`_commitments`), tolls (`tolls`), status (`_status`), time and place
(`_when_where`), and which tellings are of one event (`_same`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Doc, Token

from sayso.codebook.match import lemma
from sayso.extract._arguments import fill_arguments
from sayso.extract._commitments import add_commitments, must_clauses
from sayso.extract._contents import conditions_of, content_of
from sayso.extract._contexts import Contexts
from sayso.extract._participants import phrase_of
from sayso.extract._same import Told, main_events, salience_of, same_as
from sayso.extract._status import status_of
from sayso.extract._telling import Telling, codes_of
from sayso.extract._things import name_things, uncounted
from sayso.extract._triggers import find_tellings
from sayso.extract._when_where import Ground
from sayso.extract.attribution import chain_of
from sayso.extract.certainty import certainty_of
from sayso.extract.tolls import add_tolls, link_causes
from sayso.model import Cue, Event, Participant, Span, Statement, joined

if TYPE_CHECKING:
    from sayso.codebook.codebook import Codebook
    from sayso.digest.digest import Digest

FIRST_PERSON = frozenset({"i", "me", "we", "us"})
#: How far after "decision" its infinitive may begin.
INFINITIVE = 10
#: Pronouns that stand for somebody although they name nobody.
SOMEBODY = frozenset({"some", "others", "many", "several", "few", "most", "someone", "somebody", "everyone", "both"})
#: Kinds of entities by which two tellings are told apart.
ACTING = frozenset({"person", "organization", "place", "nationality", "group"})


def tell(doc: Doc, codebook: Codebook) -> list[Telling]:
    """The words of a parsed text that tell events, with who stands around them; names the things that are attacked."""
    tellings = find_tellings(doc, codebook)
    fill_arguments(tellings, codebook)
    name_things(doc, tellings, codebook)
    return tellings


def find_events(
    digest: Digest, statements: Sequence[Statement], codebook: Codebook, tellings: list[Telling] | None = None
) -> tuple[Event, ...]:
    """The events of a report in text order, ids v1 …; `statements` are those of the same digest, `tellings` what
    `tell` found in its words, if that was asked before.
    """
    tellings = tell(digest.doc, codebook) if tellings is None else tellings
    tellings = sorted([*tellings, *must_clauses(tellings, codebook)], key=lambda t: t.head.i)
    link_causes(tellings)
    add_tolls(digest, tellings)
    _give_to_causes(tellings)
    tellings = add_commitments(_merge_decisions([t for t in tellings if t.cause is None]), codebook)
    ground = Ground(digest)
    for telling in tellings:
        telling.status = status_of(telling, certainty_of(digest, telling.head))
    contexts = Contexts(codebook)
    sentences: dict[int, list[Telling]] = defaultdict(list)
    for telling in tellings:
        sentences[telling.head.sent.start].append(telling)
    told = [
        Told(_event(f"v{i}", t, sentences[t.head.sent.start], digest, statements, ground, contexts), t)
        for i, t in enumerate(tellings, 1)
    ]
    return _finished(told, digest)


def _told(event: Event, telling: Telling, digest: Digest) -> Told:
    known = {entity.id: entity for entity in digest.entities}

    def sides(participants: tuple[Participant, ...]) -> frozenset[str]:
        ids = {p.entity for p in participants if p.entity and known[p.entity].kind in ACTING}
        lands = {f"country:{known[i].country}" for i in ids if known[i].country}
        return frozenset(ids | lands or {p.text.lower() for p in participants if not p.entity})

    return Told(event, telling, sides(event.actors), sides(event.recipients))


def _merge_decisions(tellings: list[Telling]) -> list[Telling]:
    """ "The decision to permit …" is one act: the noun gives its decider to the verb and goes."""
    by_head = {t.head.i: t for t in tellings if t.type == "DECIDE" and t.mode is not None}
    dropped = set()
    for telling in tellings:
        if telling.type != "DECIDE" or telling.mode is not None:
            continue
        inner = _decided(telling, by_head)
        if inner is not None:
            inner.actors = inner.actors or telling.actors
            inner.status, inner.fixed = "occurred", True
            inner.tokens = tuple(sorted({*telling.tokens, *inner.tokens}, key=lambda t: t.i))
            dropped.add(id(telling))
    return [t for t in tellings if id(t) not in dropped]


def _decided(decision: Telling, by_head: dict[int, Telling]) -> Telling | None:
    """The telling in the infinitive of the decision: "decision to permit", "decision by the cabinet to permit"."""
    inner = next((by_head[c.i] for c in decision.head.children if c.i in by_head and c.dep_ in ("acl", "xcomp")), None)
    if inner is not None:
        return inner
    reach = decision.head.doc[decision.head.i + 1 : decision.head.i + INFINITIVE]
    return next((by_head[t.i] for t in reach if t.i in by_head and t.nbor(-1).lower_ == "to"), None)


def _give_to_causes(tellings: list[Telling]) -> None:
    """What only the effect tells ("the blast killed two nuns") goes to its cause."""
    for telling in tellings:
        cause = telling.cause
        if cause is None:
            continue
        cause.recipients = cause.recipients or telling.recipients
        cause.actors = cause.actors or [t for t in telling.actors if t not in cause.tokens]
        cause.instruments += [t for t in telling.instruments if t not in cause.instruments]
        cause.tolls += [toll for toll in telling.tolls if toll not in cause.tolls]


def _event(
    ident: str,
    telling: Telling,
    beside: list[Telling],
    digest: Digest,
    statements: Sequence[Statement],
    ground: Ground,
    contexts: Contexts,
) -> Event:
    trigger = _trigger(telling, digest)
    when = ground.when(telling, beside)
    codes = codes_of(telling)
    return Event(
        id=ident,
        type=telling.type,
        mode=telling.mode,
        contexts=contexts.of(telling) if telling.kind else (),
        codes=codes,
        trigger=trigger,
        actors=_participants(telling.actors, digest, statements),
        recipients=_participants(telling.recipients, digest, statements),
        content=content_of(telling, digest),
        conditions=conditions_of(telling, digest),
        place=ground.where(telling),
        time=when.time,
        start=when.start,
        end=when.end,
        precision=when.precision,
        from_=when.source,
        instruments=_participants(telling.instruments, digest, statements),
        toll=tuple(telling.tolls),
        status=telling.status,
        certainty=certainty_of(digest, telling.head),
        according_to=chain_of(digest, statements, trigger.spans[0]),
        sentence=_sentence(telling.head),
        same_as=None,
        salience="main",
        by=telling.by,
        score=round(telling.score, 3),
    )


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


def _participants(tokens: list[Token], digest: Digest, statements: Sequence[Statement]) -> tuple[Participant, ...]:
    found: dict[Span, Participant] = {}
    for token in tokens:
        phrase = uncounted(phrase_of(token), token)
        span = (phrase.start_char, phrase.end_char)
        text = digest.report.text[span[0] : span[1]]
        entity = digest.entity_of((token.idx, token.idx + len(token)))
        if entity is None and token.lower_ in FIRST_PERSON:
            entity = _speaker(token, statements)
        if (
            token.pos_ != "PRON" or entity is not None or token.lower_ in SOMEBODY
        ):  # another pronoun that stands for nobody known tells nothing
            found.setdefault(span, Participant(spans=(span,), text=text, entity=entity))
    return tuple(found.values())


def _speaker(token: Token, statements: Sequence[Statement]) -> str | None:
    """Who says "I" here: the source of the innermost statement around the word."""
    around = [s for s in statements if any(a <= token.idx < b for a, b in s.content.spans) and s.source is not None]
    inner = min(around, key=lambda s: sum(b - a for a, b in s.content.spans), default=None)
    return inner.source.entity if inner is not None and inner.source is not None else None


def _sentence(token: Token) -> Span:
    """The span of the sentence, without the white space around it."""
    words = [t for t in token.sent if not t.is_space]
    return (words[0].idx, words[-1].idx + len(words[-1])) if words else (token.idx, token.idx + len(token))


def _finished(told: list[Told], digest: Digest) -> tuple[Event, ...]:
    """The events with what only all of them together say: same_as and salience."""
    same = same_as(told)
    main = main_events(told, same)
    return tuple(
        msgspec.structs.replace(
            one.event,
            same_as=same.get(one.event.id),
            salience=salience_of(one.event, published=digest.report.published, main=one.event.id in main),
        )
        for one in told
    )
