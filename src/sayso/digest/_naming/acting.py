"""Who acts: countries and capitals ("Nairobi said", "Chad sent troops" speak of a government), and what a pronoun must
stand for that acts ("it urged", "its spokesman").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list
from sayso.digest._naming.clusters import Cluster

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose subject does nothing.
IDLE = frozenset(("have", "lie", "border", "remain", "become", "see", "lose"))
#: Verbs of whoever acts.
ACTING = word_list("pronouns_acting")
#: What they have, and verbs that are done to them.
OWNED = word_list("pronouns_owned")
BEFALLING = word_list("pronouns_befalling")


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


def must_act(pronoun: Token) -> bool:
    """Whether a pronoun stands for somebody or some body: it does or suffers what only these do
    ("they urged", "thanked them"), or has what they have ("its leader")."""
    if pronoun.dep_ == "nmod:poss":
        noun = load_nouns().find(pronoun.head.lower_, pronoun.head.lemma_)
        human = noun is not None and noun.kind in ("person", "group")
        return human or pronoun.head.lemma_ in OWNED
    verb = pronoun.head
    if pronoun.dep_ == "iobj" or (pronoun.dep_ in ("obj", "nsubj:pass") and verb.lemma_ in BEFALLING):
        return True
    return pronoun.dep_ == "nsubj" and verb.pos_ == "VERB" and verb.lemma_ in ACTING
