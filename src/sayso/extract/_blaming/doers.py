"""What the tellings of a deed say of its doers: that they tell it themselves, or that it is not sure who it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from sayso.codebook.match import lemma
from sayso.codebook.responsibility import ways
from sayso.codebook.responsibility import words as words_of
from sayso.codebook.syntax import children, is_verb
from sayso.extract._blaming.deeds import SURE, Deeds
from sayso.extract._blaming.own import is_of_one_state, is_own, participant
from sayso.model import HAPPENED, Attitude, Event, Link, Participant, Responsibility, Statement, Words, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.digest import Digest


#: Tags of what is done in general: "our soldiers kill enemies".
GENERAL = frozenset({"VB", "VBG", "VBP", "VBZ"})


def own_accounts(digest: Digest, statements: Sequence[Statement], deeds: Deeds) -> Iterator[Responsibility]:
    """ "The front said that its fighters had shelled the port": the tellings of who did it."""
    against = {s.id for s in statements if s.act in ("accuse", "deny")}
    for event in deeds.harmful:
        source = event.according_to[-1] if event.according_to else None
        denied = event.status == "did_not_occur"
        if source is None or source.hearsay or (source.statement in against and not denied):
            continue
        if not denied and event.status not in HAPPENED:
            continue
        told = _head(digest, event.trigger)
        if told is None or not is_verb(told) or (told.tag_ in GENERAL and not children(told, "aux")):
            continue  # "our operation" names it and claims nothing
        if event.mode == "clash" or source.spans[0][0] <= event.trigger.spans[0][0] < source.spans[-1][1]:
            continue
        doers = (token for actor in event.actors if (token := _head(digest, actor)) is not None)
        if denied and deeds.told(event) is event:
            continue  # nobody else tells it
        own = (one for one in doers if is_own(digest, one, source) or is_of_one_state(digest, one, source))
        for one in islice(own, 1):
            stance: Attitude = "denies" if denied else "claims"
            yield _record(event, deeds, stance, participant(digest, one, own=True), event.trigger)


def suspected_doers(digest: Digest, deeds: Deeds) -> Iterator[Responsibility]:
    """ "Suspected rebels", "men believed to be rebels", "a suspected rebel raid"."""
    for event in deeds.harmful:
        if event.status not in HAPPENED or event.mode == "clash":
            continue
        trigger = _head(digest, event.trigger)
        for actor in filter(event.is_in_sentence, event.actors):
            doer = _head(digest, actor)
            doubt = next((d for one in (doer, trigger) if one is not None and (d := _doubt(one)) is not None), None)
            if doubt is not None:
                cue = words(digest.report.text, (doubt.idx, doubt.idx + len(doubt)))
                yield _record(event, deeds, "suspected", _believed_to_be(digest, actor, doer, doubt), cue)


def charges(digest: Digest, events: Sequence[Event], deeds: Deeds) -> Iterator[Responsibility]:
    """Charges that the codebook reads in other words than the ways, of a deed or of nothing that is told with them."""
    for event in events:
        cue = _head(digest, event.trigger)
        if event.type != "ACCUSE" or event.mode != "allege" or event.status not in HAPPENED or cue is None:
            continue
        if not ways().keys().isdisjoint(event.trigger.lemma.split()):
            continue
        deed = deeds.charged(event, cue)
        if deed is None:
            continue
        said = map(_source, event.actors[:1])
        for party in filter(event.is_in_sentence, event.recipients):
            yield Responsibility(
                id="",
                event=deeds.first(deed).id,
                deed=None,
                stance="blamed",
                party=party,
                cue=Words(spans=event.trigger.spans, text=event.trigger.text),
                according_to=(*event.according_to, *said),
                sentence=event.sentence,
                by="charges",
                score=min(event.score, SURE),
            )


def _source(actor: Participant) -> Link:
    return Link(statement=None, entity=actor.entity, spans=actor.spans, text=actor.text, hearsay=False)


def _believed_to_be(digest: Digest, actor: Participant, doer: Token | None, doubt: Token) -> Participant:
    """ "Members of the front" of "men believed to be members of the front"."""
    said = next(iter(children(doubt, "xcomp")), None)
    if doer is None or said is None or lemma(doer) not in words_of("anybody"):
        return actor
    return participant(digest, said)


def _doubt(noun: Token) -> Token | None:
    """The word that leaves open who it was."""
    before = (c for c in children(noun, "amod") if c.lower_ in words_of("suspected"))
    behind = (c for c in children(noun, "acl") if c.tag_ == "VBN" and lemma(c) in words_of("believed"))
    how = (c for c in children(noun, "advmod") if c.lower_ in words_of("allegedly"))
    return next(before, None) or next(how, None) or next((c for c in behind if children(c, "xcomp")), None)


def _head(digest: Digest, said: Words) -> Token | None:
    span = digest.doc.char_span(*said.spans[-1], alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _record(event: Event, deeds: Deeds, stance: Attitude, party: Participant, cue: Words) -> Responsibility:
    return Responsibility(
        id="",
        event=deeds.told(event).id,
        deed=Words(spans=event.trigger.spans, text=event.trigger.text),
        stance=stance,
        party=party,
        cue=Words(spans=cue.spans, text=cue.text),
        according_to=event.according_to,
        sentence=event.sentence,
        by="doers",
        score=SURE,
    )
