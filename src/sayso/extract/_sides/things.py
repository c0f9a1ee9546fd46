"""Buildings and vehicles that are attacked are things of the report, even where only a noun tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, Token

from sayso.codebook.codebook import words_for
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.codebook.codebook import Codebook
    from sayso.extract._telling.telling import Telling

#: Words of the class of facilities that are parts of the land or too vague to be a thing.
LAND = word_list("things_land")
#: Words before a noun that only say how many.
COUNTING = word_list("things_counting")
KINDS = ("vehicle", "facility")
#: Where a document keeps the kinds of its nominal spans, by the words that they hang on.
THINGS = "things"
#: Kinds of means.
MEANS = (*KINDS, "weapon")


def name_things(doc: Doc, tellings: Iterable[Telling], codebook: Codebook) -> None:
    """Adds the buildings and vehicles that assaults hit to the nominal spans of `doc`, where they are not yet."""
    spans = {span.root.i: span for span in doc.spans.get("nominal", ())}
    for telling in tellings:
        if telling.type != "ASSAULT":
            continue
        for token in telling.recipients:
            kind = thing(token, codebook)
            known = spans.get(token.i)
            if kind is not None and (known is None or known.label_ != kind):
                spans[token.i] = doc[token.i : token.i + 1] if known is None else known
                spans[token.i] = Span(doc, spans[token.i].start, spans[token.i].end, label=kind)
    doc.spans["nominal"] = list(spans.values())
    doc.user_data[THINGS] = {i: span.label_ for i, span in spans.items()}


def thing(token: Token, codebook: Codebook) -> str | None:
    """`vehicle` or `facility` where the noun says so."""
    if token.ent_type_ or token.pos_ not in ("NOUN", "PROPN"):
        return None
    words = {lemma(token), token.lower_}
    if words & LAND:
        return None
    return next((kind for kind in KINDS if kind in codebook.classes and words & codebook.classes[kind].words), None)


def uncounted(phrase: Span, token: Token, kinds: tuple[str, ...]) -> Span:
    """The phrase of things of these kinds without their number, a quantity of its own: "stores" of "7 stores"."""
    start = phrase.start
    named = {lemma(token), token.lower_} & (words_for(*kinds) - LAND)
    if token.ent_type_ or not (named or _is_thing(token, kinds)):
        return phrase
    while start < token.i and (phrase.doc[start].pos_ == "NUM" or phrase.doc[start].lower_ in COUNTING):
        start += 2 if phrase.doc[start + 1].lower_ in ("or", "to") else 1  # "one or two buses"
    return phrase.doc[min(start, token.i) : phrase.end]


def _is_thing(token: Token, kinds: tuple[str, ...]) -> bool:
    """By the nominal spans of the document."""
    return token.doc.user_data.get(THINGS, {}).get(token.i) in kinds
