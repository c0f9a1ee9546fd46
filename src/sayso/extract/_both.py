"""Who "the two leaders", "the parties" or "both presidents" are: the two whom the report names as sides of one talk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.codebook.match import lemma
from sayso.extract._talks import CALL, SIDES, leaves_open
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
#: Nouns for both sides that only people are.
PEOPLE = SIDES - {"party", "side", "both", "two", "counterpart"}


def name_both(tellings: Sequence[Telling], statements: Sequence[Statement], digest: Digest) -> None:
    """Says for whom a noun for both sides, or "they", stands, and puts the two, by name, where talks leave the sides
    open, as far as they are known.
    """
    nouns = {t.i for telling in tellings for t in telling.actors if _is_both(t)}
    groups = {digest.entity_of(_span(digest.doc[i])) for i in nouns} - {None}
    by_title = _of_report(tellings, statements, digest)
    last: list[Token] = []
    for telling in tellings:
        both = [t for t in telling.actors if t.i in nouns]
        both += [t for t in telling.actors if t.pos_ == "PRON" and digest.entity_of(_span(t)) in groups]
        for word in both:
            pair = last if _fits(last, word) else by_title
            known = [entity for t in pair if (entity := digest.entity_of(_span(t))) is not None]
            if len(set(known)) > 1:
                telling.both[word.i] = known
        if not both and telling.type in TOGETHER:
            last = _two_sides(telling) or last
            if by_title and _is_open(telling):
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
    """The two who speak or act in a report of one talk, if they are two, and its title names one of them."""
    title = digest.report.title or ""
    if not (CALL.search(title) or TALKS.search(title)):
        return []
    doing = {digest.entity_of(_span(t)) for telling in tellings for t in telling.actors}
    doing |= {s.source.entity for s in statements if s.source is not None}
    people = [e for e in digest.entities if e.kind == "person"]
    named = {e.id for e in people if e.name.split()[-1] in title.split()}
    both = [e for e in people if e.id in named or e.id in doing]
    names = [t for e in both if (t := _name_of(e, digest)) is not None]
    return names if len(names) == 2 and named else []


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


def _span(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)
