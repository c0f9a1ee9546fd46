"""What the parser gets wrong before names: "in neighbouring Chad" is no clause, and in "the envoy to Chad Ida Holm" the
name tells who the envoy is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from sayso.digest._model.decode import Spans
from sayso.digest._model.tree import Ints

#: Participles that tell no deed before a noun.
ADJECTIVES = frozenset({"neighbouring", "neighboring"})
#: What leads from an office to what it is held over or sent to.
HELD_OVER = frozenset({"of", "for", "to", "in", "at", "on"})


def hang_adjectives(forms: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """Mends heads and relations (words,) in place where such a word was read as a clause beside the verb ("fled to
    neighbouring Chad"): the noun behind it takes its place, with what hung on it. `names`: relations by number.
    """
    clause, adjective, oblique = (names.index(name) for name in ("advcl", "amod", "obl"))
    for i, form in enumerate(forms[:-1]):
        noun = i + 1
        if form.lower() in ADJECTIVES and relations[i] == clause and heads[noun] in (i, heads[i]):
            heads[noun], relations[noun] = heads[i], oblique
            heads[heads == i] = noun
            heads[i], relations[i] = noun, adjective


def hang_office_holders(
    forms: Sequence[str], parts: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> dict[int, bool]:
    """Mends heads and relations (words,) in place where a name directly behind a common noun with what it is for or of
    ("the envoy to Chad [name]", "the minister of Northern Trade [name]") was read as one more of these or as a second
    subject: it tells who that is. `parts`: of speech; `names`: relations by number. Gives where such names begin, and
    whether what stands before is a place.
    """
    begun = {}
    attribute, subject, apposition = (names.index(name) for name in ("nmod", "nsubj", "appos"))
    cased = {int(heads[i]): i for i in range(len(heads)) if names[relations[i]] == "case"}
    for place in range(1, len(heads) - 1):
        name, noun, case = place + 1, int(heads[place]), cased.get(place, 0)
        if not noun < case < place or not parts[place] == parts[name] == "PROPN" or parts[noun] != "NOUN":
            continue
        attributed = relations[place] == attribute and forms[case].lower() in HELD_OVER
        if not attributed or name in cased or "DET" in parts[case + 1 : place]:
            continue
        second = relations[name] == subject == relations[noun] and heads[name] == heads[noun]
        if second or (relations[name] in (attribute, apposition) and heads[name] == noun):
            heads[name], relations[name] = noun, apposition
            begun[name] = case == place - 1
    return begun


def cut_names(spans: Spans, begun: Mapping[int, bool], place: int) -> Spans:
    """Spans of names in which what stands before such a beginning is a name of the kind `place`, or none."""
    first, end, kind, score = spans.first.copy(), spans.end, spans.kind, spans.score
    for start, named in begun.items():
        for i in np.flatnonzero((first < start) & (start < end)):
            if named:
                end, kind = np.insert(end, i, start), np.insert(kind, i, place)
                first, score = np.insert(first, i + 1, start), np.insert(score, i, score[i])
            else:
                first[i] = start
    return Spans(first, end, kind, score)
