"""Who is said to have done it, on whose word: claims, blame, suspicion and denials of the deeds that a report tells.

Four things say so: ways of the table (`_blaming.laid`), accounts that a side gives of its own deeds, words at the doer
that leave it open ("suspected rebels"), and charges that the codebook reads (`_blaming.doers`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from sayso.codebook.grammar import SOMEBODY
from sayso.codebook.tree import span_of_sentence
from sayso.codebook.voice import is_human
from sayso.extract._blaming.deeds import SURE, Deed, Deeds, is_done
from sayso.extract._blaming.doers import charges, own_accounts, suspected_doers
from sayso.extract._blaming.laid import Laid, laid_in
from sayso.extract._blaming.own import by_name, is_of_one_state, is_own, participant
from sayso.extract.attribution import chain_of, hearsay_over
from sayso.extract.certainty import certainty_of
from sayso.model import Attitude, Event, Link, Responsibility, Span, Statement, Words, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.digest import Digest


def find_responsibilities(
    digest: Digest, statements: Sequence[Statement], events: Sequence[Event]
) -> tuple[Responsibility, ...]:
    """Every such word of the report in text order, ids b1 …; each party once in a sentence for one deed."""
    deeds = Deeds(events)
    kept: dict[tuple[Span, str | None, str | None, str | None], Responsibility] = {}
    for one in sorted(_laid(digest, statements, deeds), key=lambda one: _STANCES.index(one.stance)):
        kept.setdefault(_key(one), one)
    said = {(one.sentence, _known_by(one)) for one in kept.values()}
    told = [*own_accounts(digest, statements, deeds), *suspected_doers(digest, deeds), *charges(digest, events, deeds)]
    for one in (one for one in told if (one.sentence, _known_by(one)) not in said):
        kept.setdefault(_key(one), one)
    in_order = sorted(kept.values(), key=lambda one: one.cue.spans)
    return tuple(msgspec.structs.replace(one, id=f"b{i}") for i, one in enumerate(in_order, start=1))


def on_whose_word(events: Sequence[Event], responsibilities: Sequence[Responsibility]) -> tuple[Event, ...]:
    """The events; a telling whose doer is one who is blamed for it, or claims it, on the word of whoever says so ("the
    mayor blamed the front for the attack"), where nobody else tells it.
    """
    laid = [one for one in responsibilities if one.deed is not None and one.party is not None and one.according_to]
    laid = [one for one in laid if one.stance in ("claims", "blamed", "suspected")]
    by = {one.deed.spans[0][0]: one for one in laid if one.deed is not None}
    return tuple(_on_the_word_of(event, by) for event in events)


def _on_the_word_of(event: Event, laid: Mapping[int, Responsibility]) -> Event:
    if event.according_to or not event.actors:
        return event
    one = next((laid[i] for start, end in event.trigger.spans for i in range(start, end) if i in laid), None)
    if one is None or one.party is None:
        return event
    party = one.party
    named = any(a.spans == party.spans or (a.entity is not None and a.entity == party.entity) for a in event.actors)
    return msgspec.structs.replace(event, according_to=one.according_to) if named else event


#: Tags of names and of pronouns for somebody.
NAMES = frozenset({"NNP", "NNPS", "PRP"})
#: Of two ways of saying it in one sentence ("denied that it was behind it") the first here is kept.
_STANCES: tuple[Attitude, ...] = ("denies", "cleared", "unclaimed", "claims", "suspected", "blamed")


def _key(one: Responsibility) -> tuple[Span, str | None, str | None, str | None]:
    """Sentence, deed, party and who says it."""
    by = next((link.entity or link.text.casefold() for link in one.according_to[-1:]), None)
    return one.sentence, one.event, _known_by(one), by


def _known_by(one: Responsibility) -> str | None:
    return None if one.party is None else one.party.entity or one.party.text.casefold()


def _laid(digest: Digest, statements: Sequence[Statement], deeds: Deeds) -> Iterator[Responsibility]:
    said = {s.id: s for s in statements}
    for ways in laid_in(digest.doc):
        found = next((pair for laid in ways if (pair := _of_a_deed(digest, laid, deeds)) is not None), None)
        if found is None:
            continue
        laid, deed = found
        chain = _chain(digest, statements, laid)
        if laid.needs_source and not chain:
            continue
        denied = bool(chain) and (last := said.get(chain[-1].statement or "")) is not None and last.act == "deny"
        for party in laid.party or ((None,) if laid.stance == "unclaimed" else ()):
            yield _record(digest, laid, deed, party, chain, denied=denied)


def _of_a_deed(digest: Digest, laid: Laid, deeds: Deeds) -> tuple[Laid, Deed] | None:
    """With the deed that is meant; None where they speak of something else."""
    laid = _of_others(laid, deeds)
    party = tuple(by_name(t) for t in laid.party if _may_do_it(digest, t) and not deeds.is_deed(t))
    if laid.in_clause and not any(is_done(t) for t in laid.deed):
        return None
    deed = deeds.meant(laid.deed, laid.cue[0], laid.back)
    if deed is None and laid.stance == "denies" and len(laid.cue) > 1:
        deed = deeds.meant((), laid.cue[0], laid.back)  # "dismissed suggestions that his gunners were to blame"
    if deed is None and laid.deed and laid.cue[0].dep_ == "acl:relcl":
        deed = deeds.meant((), laid.cue[0], 0)  # "the raid that killed two bakers, which he blamed on the front"
    return None if deed is None or (laid.party and not party) else (replace(laid, party=party), deed)


def _may_do_it(digest: Digest, token: Token) -> bool:
    """Whether it is somebody: by the entity that it stands for, its capital or its noun."""
    entity = digest.by_id.get(digest.entity_at(token) or "")
    if entity is not None and entity.kind in SOMEBODY:
        return True
    return token.tag_ in NAMES if token.pos_ in ("PROPN", "PRON") else is_human(token)


def _of_others(laid: Laid, deeds: Deeds) -> Laid:
    """ "Denied that its troops had fired", "denied that rebels had": who denies it has not all that is denied done."""
    others = deeds.doers(laid.deed) if laid.stance == "denies" else None
    return laid if others is None else replace(laid, stance="cleared", party=others, by=laid.party)


def _record(
    digest: Digest, laid: Laid, deed: Deed, party: Token | None, chain: tuple[Link, ...], *, denied: bool
) -> Responsibility:
    cue = sorted(laid.cue, key=lambda t: t.i)
    own = party is not None and bool(chain) and _is_own(digest, party, chain[-1], laid)
    return Responsibility(
        id="",
        event=deed.event.id if deed.event is not None else None,
        deed=None if deed.word is None else _words(digest, deed.word),
        stance=_stance(digest, laid, own=own, denied=denied),
        party=None if party is None else participant(digest, party, own=own),
        cue=words(digest.report.text, *((t.idx, t.idx + len(t)) for t in cue)),
        according_to=chain,
        sentence=span_of_sentence(cue[0]),
        by="ways",
        score=SURE,
    )


def _stance(digest: Digest, laid: Laid, *, own: bool, denied: bool) -> Attitude:
    stance = laid.stance
    if stance in ("blamed", "suspected", "claims") and denied:
        return "denies" if own or stance == "claims" else "cleared"
    if stance in ("blamed", "suspected") and own and not laid.by:
        return "claims"
    if stance == "cleared" and own:
        return "denies"
    if stance == "blamed" and _is_doubted(digest, laid):
        return "suspected"
    return stance


def _is_own(digest: Digest, party: Token, source: Link, laid: Laid) -> bool:
    """Whether the source speaks of its own side; who blames an army of its own land does not."""
    of_state = not laid.by or laid.stance == "cleared"
    return is_own(digest, party, source) or (of_state and is_of_one_state(digest, party, source))


def _is_doubted(digest: Digest, laid: Laid) -> bool:
    head = laid.deed[0] if laid.cue[0].dep_ == "case" else laid.cue[0]
    certainty = certainty_of(digest, head)
    return hearsay_over(head) is not None or (bool(certainty.cues) and certainty.degree in ("probable", "possible"))


def _words(digest: Digest, token: Token) -> Words:
    return words(digest.report.text, (token.idx, token.idx + len(token)))


def _chain(digest: Digest, statements: Sequence[Statement], laid: Laid) -> tuple[Link, ...]:
    """Who says it: the sources over the words, and whoever blames somebody in them."""
    cue = laid.cue[0]
    chain = chain_of(digest, statements, (cue.idx, cue.idx + len(cue)))
    who = laid.party if laid.stance in ("claims", "denies") else laid.by
    links = [_link(digest, statements, laid, token) for token in who[:1]]
    return (*chain, *(link for link in links if not any(_same(link, one) for one in chain[-1:])))


def _same(one: Link, other: Link) -> bool:
    return one.spans == other.spans or (one.entity is not None and one.entity == other.entity)


def _link(digest: Digest, statements: Sequence[Statement], laid: Laid, who: Token) -> Link:
    at = {t.idx for t in laid.cue}
    said = next((s for s in statements if s.cue and any(a <= i < b for a, b in s.cue.spans for i in at)), None)
    party = participant(digest, who)
    source = said.source if said is not None else None
    named: Words = source if source is not None else party
    statement = said.id if said is not None and source is not None else None
    return Link(statement=statement, entity=party.entity, spans=named.spans, text=named.text, hearsay=False)
