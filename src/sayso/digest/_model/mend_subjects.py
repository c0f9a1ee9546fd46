"""What the parser gets wrong about whose verb it is: in "In the port the governor resigned" the governor does it, in
"Togo denied it; its envoys left, aides said" Togo denies it, and in "said troops came, searched the camp and left" the
troops search it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.codebook.voice import TAKEN
from sayso.codebook.words import word_list
from sayso.digest._model.tree import Ints

#: Tags of what is or was done.
FINITE = frozenset({"VBD", "VBP", "VBZ"})
SUBJECT = frozenset({"nsubj"})
SUBJECTS = SUBJECT | {"nsubj:pass", "csubj", "csubj:pass", "expl"}
CONTENT = frozenset({"ccomp"})
OBJECT = frozenset({"obj"})
#: Nouns of deeds, what leads from one to what it struck, and what may be struck.
DEEDS = word_list("mend_deeds")
STRUCK = frozenset({"on", "against", "upon"})
COMMON = frozenset({"NN", "NNS"})
#: Participles that only somebody does, and no deed or thing.
OF_DOERS = word_list("mend_of_doers")
CASE = frozenset({"case"})
LEADING = frozenset({"aux", "aux:pass", "mark"})
OWNING = frozenset({"det", "nmod:poss", "amod", "nummod"})
#: Prepositions that a place or an occasion at the head of a clause has.
FRONTED = frozenset({"in", "at", "on", "near", "during", "after", "since"})
#: Who says it, and whoever it is said of.
BOTH = 2


def hang_subjects(
    forms: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> None:
    """Mends heads and relations (words,) in place. `tags`: Penn's; `names`: relations by number."""
    tree = _Tree(forms, tags, heads, relations, names)
    tree.mend_behind_places()
    tree.mend_before_speakers()
    tree.mend_joined_contents()
    tree.mend_given()
    tree.mend_struck()
    tree.mend_participles()


class _Tree:
    """The words of a text and what hangs on what."""

    def __init__(
        self, forms: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
    ) -> None:
        self._forms, self._tags, self._heads, self._relations, self._names = forms, tags, heads, relations, names
        self._labels = [names[relation] for relation in relations]
        self._below: dict[int, list[int]] = {}
        for i, head in enumerate(heads.tolist()):
            if i != head:
                self._below.setdefault(head, []).append(i)

    def _children(self, word: int, wanted: frozenset[str]) -> list[int]:
        return [i for i in self._below.get(word, ()) if self._labels[i] in wanted]

    def _hang(self, word: int, head: int, label: str) -> None:
        self._below[int(self._heads[word])].remove(word)
        self._below.setdefault(head, []).append(word)
        self._heads[word], self._relations[word], self._labels[word] = head, self._names.index(label), label

    def mend_behind_places(self) -> None:
        """ "In the port the governor resigned": what was read as telling what a place or an occasion at the head of the
        clause is, with no comma between, is the subject that the verb lacks.
        """
        for noun in [i for i, label in enumerate(self._labels) if label == "appos"]:
            place = int(self._heads[noun])
            verb = int(self._heads[place])
            if not (place < noun < verb and self._labels[place] == "obl" and self._tags[verb] in FINITE):
                continue
            led = [i for i in self._children(noun, OWNING) if i < noun]
            case = next((i for i in self._children(place, CASE) if i < place), noun)
            plain = bool(led) and "," not in self._forms[place : min(led)] and self._forms[case].lower() in FRONTED
            if plain and not self._children(verb, SUBJECTS):
                self._hang(noun, verb, "nsubj")

    def mend_before_speakers(self) -> None:
        """ "Togo denied it, aides said": of two subjects of the verb of saying, the first is that of what is said."""
        for said in self._saying():
            subjects, contents = self._children(said, SUBJECT), self._children(said, CONTENT)
            if len(subjects) != BOTH:
                continue
            (first, speaker), content = subjects, contents[0]
            lacks = self._tags[content] in FINITE and not self._children(content, SUBJECTS | LEADING)
            if lacks and first < content < speaker < said:
                self._hang(first, content, "nsubj")

    def mend_joined_contents(self) -> None:
        """ "Said troops came, searched the camp": a second content without a subject goes on with the first."""
        for said in self._saying():
            contents = [i for i in self._children(said, CONTENT) if i > said]
            for first, second in pairwise(contents):
                alone = not self._children(second, SUBJECTS | LEADING)
                alike = self._tags[first] == self._tags[second] == "VBD" and bool(self._children(first, SUBJECTS))
                if alone and alike and self._forms[second - 1] == ",":
                    self._hang(second, first, "conj")

    def mend_given(self) -> None:
        """ "Whom" of "a courier whom they promised a reward": of two objects the one that is given something."""
        for whom in [i for i, label in enumerate(self._labels) if label == "obj"]:
            verb = int(self._heads[whom])
            if self._tags[whom] != "WP" or verb < whom or self._labels[verb] != "acl:relcl":
                continue
            things = [i for i in self._children(verb, OBJECT) if i > verb]
            if things and self._forms[things[0]].lower() not in TAKEN:
                self._hang(whom, verb, "iobj")

    def mend_struck(self) -> None:
        """ "On the post" of "admitted the strike on the post": straight behind a deed it says what the deed was on."""
        for noun in [i for i, label in enumerate(self._labels) if label == "obl"]:
            verb = int(self._heads[noun])
            case = next((i for i in self._children(noun, CASE) if i < noun), 0)
            deed = case - 1
            struck = self._forms[case].lower() in STRUCK and self._tags[noun] in COMMON and case > 0
            of_deed = self._forms[deed].lower() in DEEDS and self._labels[deed] == "obj"
            if struck and of_deed and self._heads[deed] == verb:
                self._hang(noun, deed, "nmod")

    def mend_participles(self) -> None:
        """ "Foiled a raid by rebels, arresting nine": behind a comma a participle is of who does the verb."""
        for clause in [i for i, label in enumerate(self._labels) if label == "acl"]:
            noun = int(self._heads[clause])
            verb = int(self._heads[noun])
            behind = noun < clause and self._forms[clause - 1] == "," and self._tags[clause] == "VBG"
            object_ = self._labels[noun] in ("obj", "obl") and verb < noun and self._tags[verb] in FINITE
            plain = self._forms[clause].lower() in OF_DOERS and bool(self._children(verb, SUBJECT))
            if behind and object_ and plain:
                self._hang(clause, verb, "advcl")

    def _saying(self) -> list[int]:
        return sorted({int(self._heads[i]) for i, label in enumerate(self._labels) if label == "ccomp"})
