"""Names that are names of one thing, by what the text around them tells: expansions, aliases, places on the map."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.digest._naming.clusters import BRACKETS, Cluster, NameIndex, initials, is_acronym, key_of
from sayso.digest._naming.mentions import Mention
from sayso.model import Place, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Places = Mapping[Span, Place | None]
#: What joins two names of one person or body.
ALIASES = frozenset((
    "alias", "also known as", "known as", "better known as", "best known as", "aka", "a.k.a.", "also called",
    "widely known as", "who goes by", "nicknamed", "formerly", "formerly known as", "previously known as",
    "known by his nom de guerre",
))  # fmt: skip
LONGEST_GAP = 8


def cluster_names(doc: Doc, names: list[Mention], places: Places) -> list[Cluster]:
    """Names that are names of one thing; toponyms of one place are one, whatever their spelling."""
    index = NameIndex()
    by_place: dict[tuple[object, ...], Cluster] = {}
    before: Mention | None = None
    for mention in names:
        place = places.get(mention.span) if mention.kind == "place" else None
        key = _place_key(place)
        if before is not None and (_is_expansion(doc, before, mention) or _is_alias(doc, before, mention)):
            mention.kind = before.kind
            assert before.cluster is not None  # every earlier name has one
            before.cluster.add(mention)
            index.remember(mention.kind, key_of(mention), before.cluster, acronym=is_acronym(mention.text))
        elif key is not None and key in by_place:
            by_place[key].add(mention)
        else:
            cluster = index.add(mention)
            if key is not None:
                by_place[key] = cluster
        before = mention
    return index.clusters


def _place_key(place: Place | None) -> tuple[object, ...] | None:
    return None if place is None else (place.geonameid, place.name, place.country, place.feature)


def add_nested(clusters: list[Cluster], toponyms: list[Mention], places: Places) -> list[Cluster]:
    """The clusters with toponyms that lie inside other names: one with the place if that is named elsewhere."""
    clusters = list(clusters)
    known = {
        key: cluster
        for cluster in reversed(clusters)
        if cluster.kind == "place"
        for mention in cluster.names
        if (key := _place_key(places.get(mention.span))) is not None
    }
    for mention in toponyms:
        mention.nested = True
        key = _place_key(places.get(mention.span))
        cluster = known.get(key) if key is not None else None
        if cluster is None:
            cluster = Cluster("place")
            clusters.append(cluster)
            if key is not None:
                known[key] = cluster
        cluster.add(mention)
    return clusters


def spelled_out(doc: Doc, names: list[Mention]) -> dict[tuple[str, ...], str]:
    """Kinds of acronyms by their expansions: "Joint Air Missile (JAM)" makes JAM a weapon wherever it stands."""
    found: dict[tuple[str, ...], str] = {}
    for before, mention in pairwise(names):
        if _is_expansion(doc, before, mention):
            short, long = (before, mention) if is_acronym(before.text) else (mention, before)
            found.setdefault(short.words, long.kind)
    return found


def _is_expansion(doc: Doc, before: Mention, mention: Mention) -> bool:
    """ "African Union (AU)", "AU (African Union)": one straight behind the other in brackets, sharing letters."""
    closing = BRACKETS.get(doc[before.end].text) if mention.start - before.end == 1 else None
    if closing is None or mention.end >= len(doc) or doc[mention.end].text != closing:
        return False
    short, long = (before, mention) if is_acronym(before.text) else (mention, before)
    if not is_acronym(short.text) or len(long.words) < 2:
        return False
    if _stands_for_end(short.text, long):
        return False
    return short.text[0].casefold() in {w[0] for w in long.words} or _foreign_order(short.text, long)


def _stands_for_end(acronym: str, name: Mention) -> bool:
    """ "Charter of the United Nations (UN)": the letters are those of what stands behind "of", and not of the whole."""
    letters, words = acronym.casefold().replace(".", ""), name.words
    ends = (words[i + 1 :] for i, word in enumerate(words[:-1]) if word in ("of", "for"))
    return letters not in initials(words) and any(letters in initials(end) for end in ends)


def _foreign_order(acronym: str, name: Mention) -> bool:
    """ "National Unity Front (FUN)", "Army of Renewal (ERN)": letters of a translated body, in another order."""
    if name.kind != "organization" or len(acronym) < 3:
        return False
    firsts = {word[0] for word in name.words}
    letters = acronym.casefold().replace(".", "")
    return 2 * sum(letter in firsts for letter in letters) >= len(letters)


def _is_alias(doc: Doc, before: Mention, mention: Mention) -> bool:
    """ "Otieno, also known as Jaber", "Otieno, alias Jaber"."""
    gap = doc[before.end : mention.start]
    if len(gap) > LONGEST_GAP or before.kind != mention.kind:
        return False
    return " ".join(t.lower_ for t in gap if not t.is_punct) in ALIASES
