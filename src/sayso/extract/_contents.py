"""What is decided, asked for, promised or praised, and under which conditions and limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import TIMES, lemma
from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list
from sayso.extract._participants import is_day
from sayso.extract._telling import Telling
from sayso.model import Span, Words, words

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Types that have a content: acts about acts.
WITH_CONTENT = word_list("contents_with_content")
CONDITIONS = word_list("contents_conditions")
LIMITS = word_list("contents_limits")
LIMIT_PHRASES = ("on condition", "as long as", "provided that", "for a period", "up to")

#: What stands before the charge, behind whom it is laid against: "charged with murder", "blamed for the raid".
CHARGED = frozenset({"with", "of", "for", "over"})
#: What stands before what is praised or backed: "thanked for the help", "support for the plan".
PRAISED = frozenset({"for", "on", "over", "at", "with"})
BEHIND = {"ACCUSE": CHARGED, "SUPPORT": PRAISED}


def content_of(telling: Telling, digest: Digest) -> Words | None:
    """The clause or object that says what is decided, asked for, promised or praised."""
    if telling.type not in WITH_CONTENT:
        return None
    heads = telling.content or (_praised(telling) if telling.type == "SUPPORT" else _content_heads(telling))
    if not heads:
        return None
    tokens = [t for t in heads[0].subtree if not t.is_space and not _outside(t, telling)]
    while len(tokens) > 1 and tokens[0].is_punct:
        tokens.pop(0)
    if telling.type in BEHIND and len(tokens) > 1 and tokens[0].lower_ in BEHIND[telling.type]:
        tokens = tokens[1:]
    return _words(tokens, digest) if tokens else None


def _content_heads(telling: Telling) -> list[Token]:
    head = telling.head
    inside = {t.i for t in telling.tokens}
    clauses = syntax.clause_complements(head) + [
        c for c in head.children if c.dep_ == "acl" and not syntax.is_verb(head)
    ]
    clauses += [c for c in head.children if c.dep_ == "advcl" and syntax.of_whom(c, head)]
    if clauses:
        return clauses
    if not syntax.is_verb(head):
        return syntax.prepositional(head, "of") + syntax.prepositional(head, "for") + syntax.prepositional(head, "to")
    own = [t for t in telling.tokens if t.i != head.i and t.pos_ in ("NOUN", "PROPN")]
    charges = [c for c in syntax.children(head, "obl") if syntax.case_of(c) in CHARGED]
    if telling.type == "ACCUSE" and charges:
        return charges
    wanted = [c for c in syntax.children(head, "obl", "obj") if syntax.case_of(c) == "for"]
    if telling.type == "REQUEST" and wanted and any(t.lower_ == "for" for t in telling.tokens):
        return wanted
    return [t for t in syntax.logical_objects(head) if t.i not in inside] or _behind_own(telling) or own


def _behind_own(telling: Telling) -> list[Token]:
    """ "Closing the camp" of "committed to closing the camp", "more contacts" of "agreed on more contacts"."""
    words = {"to", "on", *(t.lower_ for t in telling.tokens)} if telling.type in ("DECIDE", "AGREE") else set()
    behind = [c for c in syntax.children(telling.head, "obl", "advcl") if c.i > telling.head.i and _mark(c) in words]
    return [c for c in behind if lemma(c) not in TIMES and not is_day(c) and c.pos_ != "PRON"]


def _praised(telling: Telling) -> list[Token]:
    """ "The accord" of "welcomed the accord", "the help" of "thanked Chad for the help", "the plan" of "support for the
    plan"; whoever is praised or backed is the recipient.
    """
    apart = {*telling.tokens, *telling.recipients}
    objects = syntax.logical_objects(telling.head) if syntax.is_verb(telling.head) else []
    things = [t for t in objects if t not in apart and t.pos_ in ("NOUN", "PROPN") and not _is_somebody(t)]
    behind = [c for t in telling.tokens for c in syntax.children(t, "obl", "nmod", "advcl") if c.i > t.i]
    return things or [c for c in behind if c not in apart and _mark(c) in PRAISED and lemma(c) not in TIMES]


def _is_somebody(token: Token) -> bool:
    noun = load_nouns().find(token.text, lemma(token))
    return token.ent_type_ in ("person", "nationality") or (noun is not None and noun.kind in ("person", "group"))


def _mark(token: Token) -> str:
    """The preposition before a noun or a gerund."""
    return next((c.lower_ for c in token.children if c.dep_ in ("case", "mark") and c.i < token.i), "")


def _outside(token: Token, telling: Telling) -> bool:
    return token in telling.tokens and token.i == telling.head.i and not telling.content


def conditions_of(telling: Telling, digest: Digest) -> tuple[Words, ...]:
    """Conditional clauses and limits ("only in …") that hang on the event, its clause or its content."""
    heads = [telling.head, *syntax.clause_complements(telling.head)]
    if syntax.base(telling.head.dep_) in ("xcomp", "acl"):
        heads.append(telling.head.head)
    found = [list(c.subtree) for head in heads for c in head.children if _is_condition(c)]
    found += [phrase for head in heads for c in head.children for phrase in _limits(c)]
    kept: dict[Span, Words] = {}
    for tokens in found:
        record = _words([t for t in tokens if not t.is_space], digest)
        kept.setdefault(record.spans[0], record)
    return tuple(kept[span] for span in sorted(kept))


def _is_condition(clause: Token) -> bool:
    if syntax.base(clause.dep_) not in ("advcl", "obl"):
        return False
    marks = [c.lower_ for c in clause.children if c.dep_ in ("mark", "case", "advmod")]
    if any(mark in CONDITIONS for mark in marks):
        return True
    words_ = " ".join(t.lower_ for t in list(clause.subtree)[:4])
    return any(words_.startswith(phrase) for phrase in LIMIT_PHRASES[:3])


def _limits(child: Token) -> list[list[Token]]:
    """ "only in the border district": an adverb of limit with the phrase it stands before."""
    only = [t for t in child.subtree if t.lower_ in LIMITS and abs(t.i - child.left_edge.i) <= 2]
    if child.lower_ in LIMITS:
        after = [
            c for c in child.head.children if c.i > child.i and syntax.base(c.dep_) in ("obl", "advcl", "obj", "nmod")
        ]
        return [[child, *after[0].subtree]] if after and after[0].left_edge.i - child.i <= 1 else []
    if only and syntax.base(child.dep_) in ("obl", "nmod", "advcl"):
        return [list(child.subtree)]
    return []


def _words(tokens: list[Token], digest: Digest) -> Words:
    """From the first to the last of the tokens that stand together with the first ones; punctuation at the ends left
    out.
    """
    tokens = sorted(set(tokens), key=lambda t: t.i)
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    while len(tokens) > 1 and tokens[0].is_punct:
        tokens.pop(0)
    return words(digest.report.text, (tokens[0].idx, tokens[-1].idx + len(tokens[-1])))
