"""What the parser gets wrong behind verbs: in "cut off the port" the particle is the verb's, and in "supplied the camp
with water" so is what it is supplied with.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.codebook.words import word_list
from sayso.digest._model.lemmas import lemma_of
from sayso.digest._model.tree import Ints

#: Verbs that take an object and what it gets "with".
WITH = word_list("mend_with")


def hang_behind_verbs(
    forms: Sequence[str], parts: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> None:
    """Mends heads and relations (words,) in place. `parts`: of speech; `tags`: Penn's; `names`: relations by number."""
    _hang_particles(parts, tags, heads, relations, names)
    _hang_with(forms, tags, heads, relations, names)


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
