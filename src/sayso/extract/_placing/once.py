"""What is told as long ago without saying when: "a bombing at the fair once killed nine", "the general once led it"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.extract._telling.telling import Telling

#: What "once" says another thing beside: "at once", "once more", "once a week", "once again".
BESIDE = frozenset({"at", "more", "again", "a", "every", "per", "each", "or", "and", "twice"})


def was_once(telling: Telling) -> bool:
    """Whether the verb of the telling, or the one that it is the subject or object of, has a "once" of long ago."""
    head = telling.head
    verb = head if syntax.is_verb(head) else head.head
    beside = syntax.is_verb(head) or syntax.base(head.dep_) in ("nsubj", "obj")
    return beside and verb.tag_ == "VBD" and any(map(_is_of_old, syntax.children(verb, "advmod")))


def _is_of_old(word: Token) -> bool:
    if word.lower_ != "once" or word.i == word.sent.start:
        return False
    near = {word.nbor(-1).lower_, word.nbor().lower_ if word.i + 1 < len(word.doc) else ""}
    return not near & BESIDE
