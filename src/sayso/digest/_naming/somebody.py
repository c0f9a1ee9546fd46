"""Whom only a numeral names ("one of them said"), and a pronoun that stands before its name ("as he left, Holm …")."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.digest._naming.mentions import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.digest._naming.clusters import Cluster

#: Words for one person of those who were just told of.
ONE = frozenset(("one", "another"))
#: How many words are gone up from a pronoun to the clause in front.
HIGHEST = 6


def somebody_mentions(doc: Doc, sentences: list[int], taken: Collection[int]) -> list[Mention]:
    """ "One of them said", "another told": who speaks is somebody, and "he added" means no one before. `taken`: the
    heads of other mentions.
    """
    found = []
    for token in doc:
        if token.lower_ not in ONE or token.i in taken or token.dep_ != "nsubj" or not _says(token.head):
            continue
        rest = [child for child in token.rights if child.dep_ == "nmod"]
        if len(rest) > 1 or any(child.lower_ != "them" for child in rest):
            continue
        end = rest[0].i + 1 if rest else token.i + 1
        found.append(Mention(doc, token.i, end, token.i, "nominal", "person", sentences[token.i]))
    return found


def _says(verb: Token) -> bool:
    return verb.pos_ == "VERB" and "clause" in load_cues().plain.get(verb.lemma_.lower(), ())


def named_ahead(mention: Mention, names_at: Mapping[int, Mention]) -> Cluster | None:
    """Whom "he" in a clause or phrase in front stands for, where nobody was named before: the subject's name behind."""
    token = mention.doc[mention.head]
    for _ in range(HIGHEST):
        verb = token.head
        if verb.i == token.i:
            return None
        if token.dep_ in ("advcl", "obl") and verb.i > token.i:
            behind = [c for c in verb.lefts if c.dep_.startswith("nsubj") and c.i > token.right_edge.i]
            rows = [one for subject in behind for one in (subject, *subject.rights)]
            names = [names_at[t.i] for t in rows if t.i in names_at and (t in behind or t.dep_ == "appos")]
            return next((name.cluster for name in names if _fits(mention, name)), None)
        token = verb
    return None


def _fits(mention: Mention, name: Mention) -> bool:
    return name.kind == "person" and name.cluster is not None and name.cluster.gender in ("", mention.gender)
