"""Who "the two leaders", "the parties" or "both presidents" are: the two whom the report names as sides of one talk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._hearers import pair_of
from sayso.extract._talks import CALL, SIDES, goes_on_elsewhere, leaves_open
from sayso.extract._telling import Telling
from sayso.model import Entity, Statement

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Titles of reports of one talk of two.
TALKS = re.compile(r"\b(?:talks|meeting|conversation) with\b", re.IGNORECASE)
#: Words that may stand before a noun for both sides: any other says which ones they are.
OPEN = frozenset({"the", "both", "two", "these"})
#: Types of events whose sides are then "the two".
TOGETHER = frozenset({"CONSULT", "AGREE"})
NAMES = frozenset({"person", "place", "organization"})
#: What may stand before the noun for the talk that a report is of; a noun with one of the last ones surely is it.
OWN = word_list("talks_own")
HERE = frozenset({"this", "these", "today", "bilateral"})
FACE_TO_FACE = frozenset({None, "meet", "phone"})
#: Nouns for both sides that only people are.
PEOPLE = SIDES - {"party", "side", "both", "two", "counterpart"}


def name_both(tellings: Sequence[Telling], statements: Sequence[Statement], digest: Digest) -> None:
    """Says for whom a noun for both sides, or "they", stands, and puts the two, by name, where talks leave the sides
    open, as far as they are known.
    """
    nouns = {t.i for telling in tellings for t in telling.actors if _is_both(t)}
    groups = {digest.entity_at(digest.doc[i]) for i in nouns} - {None}
    by_title = _of_report(tellings, statements, digest)
    title = {word.lower() for word in (digest.report.title or "").split()}
    last: list[Token] = []
    for telling in tellings:
        both = [t for t in telling.actors if t.i in nouns]
        both += [t for t in telling.actors if t.pos_ == "PRON" and digest.entity_at(t) in groups]
        for word in both:
            pair = by_title or (last if _fits(last, word) else [])
            known = [entity for t in pair if (entity := digest.entity_at(t)) is not None]
            if len(set(known)) > 1:
                telling.both[word.i] = known
        if not both and telling.type in TOGETHER:
            last = _two_sides(telling) or last
            if by_title and (_is_open(telling) or _lacks_one(telling, by_title, title, digest)):
                telling.actors = list(by_title)


def _is_both(token: Token) -> bool:
    """ "The leaders", "the two sides"; not "their leaders", "party leaders", "the leaders of Chad"."""
    plain = all(c.lower_ in OPEN for c in token.children if c.dep_ not in ("punct", "cc", "conj", "advmod"))
    return token.tag_ == "NNS" and lemma(token) in SIDES and plain


def _fits(pair: list[Token], word: Token) -> bool:
    """Whether the two may be what the word says: no towns are "the presidents"."""
    return bool(pair) and (pair[0].ent_type_ == "person" or lemma(word) not in PEOPLE)


def _two_sides(telling: Telling) -> list[Token]:
    """The sides of talks or of an agreement, where they are two by name and of one kind."""
    sides = [*telling.actors, *telling.recipients]
    kinds = {t.ent_type_ for t in sides}
    return sides if len(sides) == 2 and len(kinds) == 1 and kinds <= NAMES else []


def _of_report(tellings: Sequence[Telling], statements: Sequence[Statement], digest: Digest) -> list[Token]:
    """The two who talk in a report of one talk, or who do something in it, if they are two, and its title names one."""
    by_id = {e.id: e for e in digest.entities if e.kind == "person"}
    both = [by_id[one] for one in pair_of(digest, statements) if one in by_id] or _who_do(tellings, statements, digest)
    names = [t for e in both if (t := _name_of(e, digest)) is not None]
    return names if len(names) == 2 else []


def _who_do(tellings: Sequence[Telling], statements: Sequence[Statement], digest: Digest) -> list[Entity]:
    title = digest.report.title or ""
    if not (CALL.search(title) or TALKS.search(title)):
        return []
    doing = {digest.entity_at(t) for telling in tellings for t in telling.actors}
    doing |= {s.source.entity for s in statements if s.source is not None}
    people = [e for e in digest.entities if e.kind == "person"]
    named = {e.id for e in people if e.name.split()[-1] in title.split()}
    return [e for e in people if e.id in named or e.id in doing] if named else []


def _name_of(entity: Entity, digest: Digest) -> Token | None:
    """The head of the first mention by name, else of the first one."""
    mention = next((m for m in entity.mentions if m.form == "name"), entity.mentions[0])
    start, end = mention.spans[-1]
    span = digest.doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else None


def _is_open(telling: Telling) -> bool:
    """ "The conversation was long", "it was agreed": talks without sides, and the one talk of a report of a call."""
    one = telling.mode == "phone" and telling.head.tag_ == "NN"
    return not (telling.actors or telling.recipients) and (one or leaves_open(telling))


def _lacks_one(telling: Telling, both: list[Token], title: set[str], digest: Digest) -> bool:
    """ "During the meeting, Reis asked for boats", "the meeting was short": the talk that the report is of, of which
    the sentence names one of the two, or nobody.
    """
    if telling.type != "CONSULT" or telling.recipients or not _is_this(telling, title):
        return False
    known = {digest.entity_at(t) for t in both}
    return all(digest.entity_at(t) in known for t in telling.actors)


def _is_this(telling: Telling, title: set[str]) -> bool:
    """ "The meeting" where the title says "Meeting with …", "this dialogue", "a bilateral meeting": no other one."""
    head = telling.head
    if syntax.is_verb(head) or telling.mode not in FACE_TO_FACE or goes_on_elsewhere(telling):
        return False
    before = {lemma(c) for c in head.children if c.i < head.i and c not in telling.tokens and c.dep_ != "case"}
    here = bool(before & HERE)
    return before <= OWN and (here or ("the" in before and bool({lemma(head), head.lower_} & title)))
