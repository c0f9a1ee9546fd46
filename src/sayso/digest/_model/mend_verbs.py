"""What the parser gets wrong behind verbs: in "cut off the port" the particle is the verb's, and in "supplied the camp
with water" so is what it is supplied with; in "dismissed as baseless claims of fraud" the claims are its object,
and in "on the eve of the killing the navy left" the navy is not killed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.codebook.words import word_list
from sayso.digest._model.lemmas import lemma_of
from sayso.digest._model.tree import Ints

#: Verbs that take an object and what it gets "with".
WITH = word_list("mend_with")
#: Verbs whose object may stand behind what it is called.
AS = word_list("mend_as")
#: What they have where no object is to be looked for.
TAKEN = frozenset({"obj", "nsubj:pass", "aux:pass"})
#: Forms of verbs that have a subject.
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def hang_behind_verbs(
    forms: Sequence[str], parts: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> None:
    """Mends heads and relations (words,) in place. `parts`: of speech; `tags`: Penn's; `names`: relations by number."""
    _hang_particles(parts, tags, heads, relations, names)
    _hang_with(forms, tags, heads, relations, names)
    _hang_as(forms, parts, tags, heads, relations, names)
    _hang_subjects(forms, tags, heads, relations, names)


def _hang_particles(
    parts: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> None:
    """A particle right behind a verb that was hung on the verb's object as if it were a preposition."""
    objects, case, particle = names.index("obj"), names.index("case"), names.index("compound:prt")
    for i in np.flatnonzero(relations == case).tolist():
        noun = int(heads[i])
        beside = i > 0 and tags[i] == "RP" and parts[i - 1] == "VERB"
        if beside and noun > i and relations[noun] == objects and heads[noun] == i - 1:
            heads[i], relations[i] = i - 1, particle


def _hang_with(forms: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """What such a verb's object gets that was hung on the object as a part of it."""
    objects, case = names.index("obj"), names.index("case")
    attribute, oblique = names.index("nmod"), names.index("obl")
    for i in np.flatnonzero(relations == case).tolist():
        thing = int(heads[i])
        noun = int(heads[thing])
        verb = int(heads[noun])
        hung = forms[i].lower() == "with" and relations[thing] == attribute and relations[noun] == objects
        if hung and verb < noun < i and lemma_of(forms[verb].lower(), "VERB", tags[verb]) in WITH:
            heads[thing], relations[thing] = verb, oblique


def _hang_as(
    forms: Sequence[str], parts: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> None:
    """The object of such a verb that stands behind what it is called, and was hung on that, or that on it."""
    objects, oblique, case = names.index("obj"), names.index("obl"), names.index("case")
    for i in np.flatnonzero(relations == case).tolist():
        hung = int(heads[i])
        verb = int(heads[hung])
        if forms[i].lower() != "as" or relations[hung] != oblique or not verb < i < hung or tags[verb] == "VBN":
            continue
        taken = any(heads[j] == verb and names[relations[j]] in TAKEN for j in range(len(heads)))
        if taken or lemma_of(forms[verb].lower(), "VERB", tags[verb]) not in AS:
            continue
        called, thing = _called(hung, i, parts, heads, relations, names)
        if called is not None and thing is not None:
            heads[i], heads[called], heads[thing] = called, verb, verb
            relations[called], relations[thing] = oblique, objects


def _called(
    hung: int, start: int, parts: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> tuple[int | None, int | None]:
    """What it is called, and the thing: "baseless", "claims" of "as baseless claims"."""
    if parts[hung] == "NOUN":
        words = [j for j in range(start + 1, hung) if heads[j] == hung and parts[j] in ("ADJ", "VERB")]
        return (words[-1] if words else None), hung
    with_case = {int(heads[j]) for j in np.flatnonzero(relations == names.index("case")).tolist()}
    nouns = (j for j in range(hung + 1, len(heads)) if parts[j] in ("NOUN", "PROPN") and j not in with_case)
    over = {hung, int(heads[hung])}
    return hung, next((j for j in nouns if heads[j] in over and names[relations[j]] in ("nsubj", "obl")), None)


def _hang_subjects(
    forms: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> None:
    """The subject of a verb that was hung as an object on a noun in -ing before it: with an article it takes none."""
    objects, subject = names.index("obj"), names.index("nsubj")
    led = {int(heads[i]) for i, name in enumerate(relations) if names[name].startswith("nsubj")}
    the = {int(heads[i]) for i, form in enumerate(forms) if form.lower() == "the" and names[relations[i]] == "det"}
    for thing in np.flatnonzero(relations == objects).tolist():
        noun = above = int(heads[thing])
        if tags[noun] != "VBG" or noun not in the or not noun < thing:
            continue
        while above < thing and heads[above] != above:
            above = int(heads[above])
        if above > thing and tags[above] in FINITE and above not in led:
            heads[thing], relations[thing] = above, subject
