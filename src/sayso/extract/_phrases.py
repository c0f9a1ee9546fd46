"""The words that stand for a participant: past what only counts it, its name behind a title, its phrase."""

from __future__ import annotations

from spacy.tokens import Span, Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list

#: Heads that only count or group what stands after "of".
PARTITIVE = word_list("participants_partitive")
#: Heads that need what stands after "of"; of these, people whose body acts with them.
WITH_OF = word_list("participants_with_of")
OF_BODY = word_list("participants_of_body")


def behind_title(token: Token) -> Token:
    """The name that follows a title ("President [Name]") in the same phrase; the token itself where none does."""
    following = token.i + 1
    if token.ent_type_ or token.pos_ not in ("NOUN", "PROPN") or following >= len(token.doc):
        return token
    name = token.doc[following]
    if name.ent_type_ != "person" or not (name.head.i == token.i or token.head.i in (name.i, name.head.i)):
        return token
    last = name
    while last.i + 1 < len(token.doc) and token.doc[last.i + 1].ent_iob_ == "I":
        last = token.doc[last.i + 1]
    return last


def named_beside(token: Token) -> Token:
    """ "[Name]" of "the director's wife, [Name]": the name of a person in apposition to a noun for one person."""
    if token.ent_type_ or token.tag_ != "NN":
        return token
    return next((c for c in token.rights if c.dep_ == "appos" and c.ent_type_ == "person"), token)


def bodies_of(token: Token) -> list[Token]:
    """ "the union" of "members of the union" and "union members": the named bodies whose people these are."""
    if token.ent_type_ or lemma(token) not in OF_BODY:
        return []
    near = [*syntax.prepositional(token, "of"), *syntax.modifiers(token)]
    return [t for t in near if t.ent_type_ == "organization"]


def through_partitive(token: Token) -> Token:
    """ "students" of "tens of thousands of students"; the token itself where nothing is counted."""
    for _ in range(4):
        inner = syntax.prepositional(token, "of")
        if not inner or (lemma(token) not in PARTITIVE and token.pos_ != "NUM"):
            return behind_title(token)
        token = inner[-1] if lemma(inner[0]) in PARTITIVE else inner[0]
    return behind_title(token)


def phrase_of(token: Token) -> Span:
    """The words that stand for a participant: its name whole, else its noun phrase up to its head."""
    if token.ent_type_:
        doc = token.doc
        start, end = token.i, token.i + 1
        while start > 0 and doc[start].ent_iob_ == "I":
            start -= 1
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
        return doc[start:end]
    span = _counted_only(_on_one_line(_with_of(token, syntax.noun_phrase(token)), token))
    return span[1:] if len(span) > 1 and span[0].lower_ == "the" and span[1].ent_type_ else span


def _counted_only(span: Span) -> Span:
    """ "six pupils" of ", wounding six pupils", which the parse took for one phrase."""
    for i, token in enumerate(span[:-1]):
        if token.tag_ == "VBG" and span[i + 1].pos_ == "NUM":
            return span[i + 1 :]
    return span


def _with_of(token: Token, span: Span) -> Span:
    """ "members of the union": the phrase with what stands right after it under "of", where the head needs it."""
    if lemma(token) not in WITH_OF or span.end >= len(token.doc) or token.doc[span.end].lower_ != "of":
        return span
    inner = next((t for t in syntax.prepositional(token, "of") if t.i > span.end), None)
    if inner is None or inner.pos_ not in ("NOUN", "PROPN"):
        return span
    return token.doc[span.start : max(phrase_of(inner).end, span.end)]


def _on_one_line(span: Span, token: Token) -> Span:
    """The part of the phrase that stands on the line of its head."""
    start, end = span.start, span.end
    for i in range(token.i - 1, start - 1, -1):
        if "\n" in span.doc[i].text_with_ws:
            start = i + 1
            break
    for i in range(token.i, end - 1):
        if "\n" in span.doc[i].text_with_ws or "\n" in span.doc[i + 1].text:
            end = i + 1
            break
    return span.doc[start:end]
