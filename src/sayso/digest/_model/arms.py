"""Whether a name is that of a weapon, of a vehicle or of what is built, by its own words: the types of arms are known
("S-300", "T-72"), and so are nouns that names end in or stand before ("Panguna mine", "Hiwar rockets").
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.codebook.arms import load_arms
from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list
from sayso.digest._model.decode import Spans
from sayso.digest._places.place_lists import LISTS

#: Labels of names whose type tells the kind, and those of names that are surely one or the other.
TYPED = frozenset(("weapon", "vehicle", "facility", "event", "work", "other"))
NATURAL, BUILT_LEADS = word_list("natural_features"), word_list("built_leads")
#: Last words of what is built, and of no town's quarter or park.
WAYS = LISTS.ways - NATURAL - {"park", "pass", "neighborhood", "neighbourhood"}
CRAFT, SITES = frozenset(("weapon", "vehicle")), frozenset(("place", "facility"))
#: Labels of names that a prefix of ships tells more of.
BORNE = TYPED | {"organization", "person", "place"}


def settle_arms(forms: Sequence[str], spans: Spans, labels: Sequence[str]) -> None:
    """Mends the kinds of names in place. `labels`: kinds by number."""
    for i, (first, end, kind) in enumerate(zip(spans.first, spans.end, spans.kind, strict=True)):
        after = forms[end] if end < len(forms) else ""
        found = _kind(forms[first:end], after, labels[kind])
        if found is not None:
            spans.kind[i] = labels.index(found)


def _site(words: Sequence[str], label: str) -> str | None:
    """ "Asal Lake" is a place, "Asal Road" and "Camp Asal" are built."""
    if len(words) < 2:
        return None
    first, last = words[0].casefold(), words[-1].casefold()
    if last in NATURAL:
        return "place"
    way = last in WAYS or first in BUILT_LEADS
    return "facility" if label == "place" and (way or load_nouns().is_built(last)) else None


def _kind(words: Sequence[str], after: str, label: str) -> str | None:
    """What kind of arms the words name; None where they tell no more than the label."""
    arms = load_arms()
    if label in TYPED and (kind := arms.kind_of_type(words)) is not None:
        return kind
    if label in BORNE and arms.is_ship(words):
        return "vehicle"
    if label in SITES:
        return _site(words, label)
    beside = _kind_of_noun(after) if label in TYPED else None
    return (arms.kind_of_name(words) if label in CRAFT else None) or beside


def _kind_of_noun(word: str) -> str | None:
    """The kind of a noun in small letters behind a name, where it is one for arms: "rockets", "tank"."""
    noun = load_nouns().find(word, word.removesuffix("s")) if word.islower() else None
    return noun.kind if noun is not None and noun.kind in CRAFT else None
