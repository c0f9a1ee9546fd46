"""What a noun phrase cannot refer back to, though the word would fit: "the company" is no armed group, "the town" is no
capital that has just decided something, "its minister" is none of another country.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sayso.codebook.nouns import Nouns, load_nouns
from sayso.digest._naming.acting import ACTING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest._naming.clusters import Cluster
    from sayso.digest._naming.mentions import Mention

#: Sectors of bodies that do business, and of people whose body does none.
BUSINESS = "BUS"
ARMED = frozenset(("REB", "CRM", "MIL", "COP"))
#: How many names of a body are looked at.
FEW = 8
#: What is left for "the town" of the weight of one whose rulers were spoken of.
DECIDING = 0.1
#: Kinds of what somebody's office belongs to.
LANDS = frozenset(("place", "nationality"))


def is_no_business(noun: str, body: Cluster, nouns: Nouns) -> bool:
    """Whether a noun is one for a firm, and the body does no business: "the FLN", "fighters of the FLN"."""
    found = nouns.find(noun) if noun else None
    if found is None or found.sector != BUSINESS:
        return False
    return body.sector not in (None, BUSINESS) or any(_is_of_fighters(m) for m in body.names[:FEW])


def _is_of_fighters(name: Mention) -> bool:
    """ "Rebels of [Name]", "[Name] fighters"."""
    token = name.doc[name.head]
    noun = load_nouns().find(token.head.lower_, token.head.lemma_)
    beside = token.dep_ in ("nmod", "compound", "nmod:poss") and token.head.i != token.i
    return beside and noun is not None and noun.kind in ("group", "person", "organization") and noun.sector in ARMED


def decides(token: Token, town: Cluster) -> bool:
    """Whether a town's name, or "it", stands for those who rule there: "[Name] said", "if [Name] asks for it"."""
    verb = token.head
    if token.pos_ == "PRON":
        return town.sector is not None
    return token.dep_ == "nsubj" and verb.pos_ == "VERB" and verb.lemma_ in ACTING


class Lands:
    """Which country was last told to do something when somebody was first spoken of."""

    def __init__(self) -> None:
        self._last: str | None = None
        #: by the person's id()
        self._then: dict[int, str | None] = {}

    def note(self, mention: Mention, cluster: Cluster) -> None:
        """Takes a mention in."""
        if cluster.kind == "person":
            self._then.setdefault(id(cluster), cluster.country or self._last)
        elif cluster.kind in LANDS and cluster.country and mention.doc[mention.head].dep_.startswith("nsubj"):
            self._last = cluster.country

    def is_of_another(self, person: Cluster, owner: Cluster | None) -> bool:
        """Whether whoever bears an office is not of the country that "its" stands for."""
        if owner is None or owner.kind not in LANDS or owner.country is None:
            return False
        own = person.country or self._then.get(id(person))
        return own is not None and own != owner.country


def owner_of(mention: Mention, at: Mapping[int, Cluster]) -> Cluster | None:
    """Whom "its" or "their" before a noun stands for."""
    return at.get(mention.start) if mention.doc[mention.start].lower_ in ("its", "their") else None
