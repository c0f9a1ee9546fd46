"""Nations that are named and are no side: "Chadian-Malian relations", "Chadian flags", "the Chadian town of Faya"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list

#: Things of a nation that are not the nation ("the Chadian language", "Malian flags").
OF_A_NATION = word_list("participants_of_a_nation")
#: What stands behind a name and a hyphen for a kind or a time of things.
KINDS = frozenset({"era", "style", "type", "like", "made", "based"})
HYPHENS = frozenset({"-", "–", "‑"})


def is_of_no_side(token: Token) -> bool:
    """Whether the name only says between whom, of which kind or where something is."""
    return _is_pair(token) or _is_kind(token) or _says_where(token)


def _is_pair(token: Token) -> bool:
    """ "Chadian" and "Malian" of "Chadian-Malian relations": what is between both is done to neither."""
    doc, i = token.doc, token.i
    if token.ent_type_ not in ("nationality", "place"):
        return False
    after = i + 2 < len(doc) and doc[i + 1].text in HYPHENS and doc[i + 2].ent_type_ in ("nationality", "place")
    return after or (i >= 2 and doc[i - 1].text in HYPHENS and doc[i - 2].ent_type_ in ("nationality", "place"))


def _is_kind(token: Token) -> bool:
    """ "Malian" of "Malian-made rockets" and "Malian flags", "Mali" of "a Mali-style truce": a kind of thing."""
    if token.ent_type_ != "nationality":
        after = token.doc[token.i + 1 : token.i + 3]
        return len(after) == 2 and after[0].text in HYPHENS and after[1].lower_ in KINDS
    made = token.i + 1 < len(token.doc) and token.doc[token.i + 1].text in HYPHENS
    return made or (token.dep_ in ("amod", "compound") and lemma(token.head) in OF_A_NATION)


def _says_where(token: Token) -> bool:
    """ "Chadian" of "the Chadian town of Faya": the name behind says which place it is."""
    named = any(t.ent_type_ == "place" for t in syntax.prepositional(token.head, "of"))
    return token.ent_type_ == "nationality" and token.dep_ == "amod" and named
