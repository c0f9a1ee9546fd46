"""Whether a source speaks of itself or its own side: "it", "its fighters", "we", a party's spokesman of the party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.match import lemma
from sayso.codebook.responsibility import words
from sayso.codebook.syntax import children
from sayso.extract._saying.voice import FIRST_PERSON
from sayso.extract._sides.phrases import phrase_of, through_partitive
from sayso.model import Link, Participant, Spans

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.digest import Digest

#: Verbs that give somebody his name.
CALLING = frozenset({"call", "know", "name", "dub", "style"})
#: Nouns for those who fight for a state.
FORCES = frozenset(
    {"army", "force", "troop", "soldier", "navy", "military", "jet", "warplane", "artillery", "airforce"}
)
#: Nouns for those who are somebody's and not on his side.
FOES = frozenset({"rival", "enemy", "foe", "opponent", "adversary", "neighbour", "neighbor", "captor", "attacker"})
#: Sectors of who acts for a state (PLOVER).
OF_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})


def is_own(digest: Digest, party: Token, source: Link) -> bool:
    """Whether the party is the source, the body that it speaks for, or men of its own."""
    if party.lower_ in FIRST_PERSON:
        return True
    sides = {source.entity, _body_of(digest, source.entity)} - {None}
    if digest.entity_at(party) in sides or _words_of(party) == source.spans:
        return True
    owners = ((c.lower_, digest.entity_at(c)) for c in _owners(party))
    if any(word in FIRST_PERSON or entity is None or entity in sides for word, entity in owners):
        return True
    said_by = digest.doc.char_span(*source.spans[-1], alignment_mode="expand")
    if said_by is None or not len(said_by) or lemma(said_by.root) not in words("speaker"):
        return False
    speaks_for = [digest.by_id.get(digest.entity_at(c) or "") for c in _owners(said_by.root)]  # "its spokesman"
    return any(one is None or one.kind == "place" or one.id == digest.entity_at(party) for one in speaks_for)


def is_of_one_state(digest: Digest, party: Token, source: Link) -> bool:
    """Whether both act for one state: a ministry that tells what the troops, or the air force, of its land did."""
    one, other = (digest.by_id.get(entity or "") for entity in (digest.entity_at(party), source.entity))
    if one is None or other is None or one.country is None or one.country != other.country:
        return False
    of_land = one.kind in ("nationality", "place") or lemma(party) in FORCES
    return other.sector in OF_STATE and of_land and one.sector in (*OF_STATE, None)


def by_name(party: Token) -> Token:
    """ "The Reed Army" of "a militia known as the Reed Army", "a group calling itself the Reed Army"."""
    said = (c for c in children(party, "acl") if lemma(c) in CALLING)
    names = (t for c in said for t in children(c, "obj", "obl", "xcomp") if t.pos_ == "PROPN")
    return next(names, party)


def participant(digest: Digest, token: Token, *, own: bool = False) -> Participant:
    """The words that the token heads, with the entity that they stand for; `own` men with whose they are."""
    spans = _words_of(token)
    text = " ".join(digest.report.text[start:end] for start, end in spans)
    owner = next((digest.entity_at(c) for c in _owners(token)), None) if own else None
    if own and owner is None and "spokes" in text.casefold():
        owner = _body_of(digest, digest.entity_at(token))  # "government spokeswoman Lena Voss"
    return Participant(spans=spans, text=text, entity=owner or digest.entity_at(token))


def _owners(token: Token) -> list[Token]:
    """ "Its" of "its fighters", "one of its members"."""
    men = through_partitive(token)
    return [c for c in children(men, "nmod:poss") if c.tag_ == "PRP$" and lemma(men) not in FOES]


def _words_of(token: Token) -> Spans:
    phrase = phrase_of(token)
    return ((phrase.start_char, phrase.end_char),)


def _body_of(digest: Digest, speaker: str | None) -> str | None:
    entity = digest.by_id.get(speaker or "")
    return entity.affiliation if entity is not None and entity.kind in ("person", "group") else None
