"""Countries and capitals that act: "Nairobi said", "Chad sent troops" speak of a government."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.digest._naming.clusters import Cluster

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose subject does nothing.
IDLE = frozenset(("have", "lie", "border", "remain", "become", "see", "lose"))


def acts(cluster: Cluster) -> bool:
    """Whether the place does a deed at one of its names, or is let or made to do one."""
    return any(_does(mention.doc[mention.head]) for mention in cluster.names if not mention.nested)


def _does(token: Token) -> bool:
    verb = token.head
    if verb.pos_ != "VERB":
        return False
    if token.dep_ == "obj":
        return any(child.dep_ == "xcomp" and child.pos_ == "VERB" for child in verb.rights)
    return token.dep_ == "nsubj" and verb.lemma_ not in IDLE
