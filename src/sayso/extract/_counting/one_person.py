"""Who is one person without a number that says so: "a soldier", "another nurse", a name, "he"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax, tolls
from sayso.codebook.match import lemma
from sayso.codebook.nominals import nominal_kind

#: of one of any, or of nobody: "every prisoner", "no patient"
_ANY = frozenset({"any", "each", "either", "every", "neither", "no", "such"})
#: nouns for several people
_SEVERAL = tolls.words("nobody", "several")


def is_one_person(who: Token) -> bool:
    """Whether the noun or name is for one person; `who` is nobody whom a number counts."""
    if who.tag_ not in ("NN", "NNP") or lemma(who) in _SEVERAL:
        return False
    if any(child.lower_ in _ANY for child in syntax.children(who, "det")):
        return False
    if who.ent_type_:
        return who.ent_type_ == "person"
    if who.tag_ == "NNP" and who.lower_.endswith("s"):
        return False  # in capitals plurals are tagged as names
    return nominal_kind(who) == "person"
