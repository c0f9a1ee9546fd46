"""What an act shares with another: with what it is for ("deployed rockets to shell the port"), and with the invitation
to it ("invited them to visit Chad, and they accepted").
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.extract._status.status import is_purpose
from sayso.extract._telling.telling import Telling

#: Statuses that what an act is for shares with it; acts whose means are those of the assault they are for.
INHERITED = frozenset({"planned", "permitted", "threatened"})
ARMED = frozenset({"MOBILIZE", "ASSAULT"})


def add_purposes(tellings: Sequence[Telling]) -> None:
    """ "Allowed them to deploy rockets to shell the port": what an act is for has the act's status, and its means."""
    acts = {telling.head.i: telling for telling in tellings}
    for telling in tellings:
        first = telling.head
        while telling.type == "CONSULT" and first.dep_ == "conj" and first.head.tag_ == "VB":
            first = first.head  # "met to renew their ties and discuss the raid"
        act = acts.get(first.head.i)
        if act is None or act is telling or not is_purpose(telling.head):
            continue
        met = telling.type == act.type == "CONSULT" and telling.status in ("possible", "occurred")
        if met or (telling.status == "possible" and act.status in INHERITED):
            telling.status = act.status  # "met to discuss": what they met for they did
            telling.fixed = act.status == "occurred"
        if telling.type == "ASSAULT" and act.type in ARMED and not telling.instruments:
            telling.instruments = list(act.instruments)


def add_accepted(tellings: Sequence[Telling]) -> None:
    """ "Invited them to visit Chad, and they accepted": what somebody is invited to is planned once it is accepted."""
    invited = [t for t in tellings if lemma(t.head.head) == "invite" and t.status == "possible"]
    accepted = [t.head for t in tellings if t.type == "AGREE" and t.status == "occurred" and _accepts(t.head)]
    for telling in invited:
        said = telling.head.sent
        if any(said.start <= verb.sent.start <= said.end and verb.i > telling.head.i for verb in accepted):
            telling.status = "planned"


def _accepts(verb: Token) -> bool:
    """ "Accepted", "accepted the invitation", and no other thing."""
    things = [t for t in syntax.logical_objects(verb) if t.i != verb.i]
    if syntax.base(verb.dep_) == "acl":
        return lemma(verb) == "accept"  # "invited them to visit Chad, which they accepted"
    return lemma(verb) == "accept" and all(lemma(thing) in ("invitation", "offer", "it") for thing in things)
