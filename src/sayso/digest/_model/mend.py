"""What the parser gets wrong of words that are adjectives although they look like verbs: "in neighbouring Chad"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.digest._model.tree import Ints

#: Participles that tell no deed before a noun.
ADJECTIVES = frozenset({"neighbouring", "neighboring"})


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
