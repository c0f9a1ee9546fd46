"""A parse that can be mended: the words of a text, and what hangs on what."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence

from sayso.digest._model.tree import LONGEST_SENTENCE

#: Relations of a verb to its subject; to all that takes the place of one.
SUBJECTS = frozenset({"nsubj", "nsubj:outer", "nsubj:pass"})
ANY_SUBJECT = SUBJECTS | {"csubj", "csubj:outer", "csubj:pass", "expl"}


class Parse:
    """Words with their tags, their heads and their relations to these; `hang` changes heads and relations."""

    def __init__(
        self,
        forms: Sequence[str],
        parts: Sequence[str],
        tags: Sequence[str],
        heads: Sequence[int],
        labels: Sequence[str],
    ) -> None:
        """`parts`: of speech; `tags`: Penn's; `heads`: a root is its own; `labels`: relations, by name."""
        self.forms, self.parts, self.tags = forms, parts, tags
        self.low = [form.lower() for form in forms]
        self.heads, self.labels = list(heads), list(labels)
        self._below: list[list[int]] = [[] for _ in forms]
        for word, head in enumerate(self.heads):
            if word != head:
                self._below[head].append(word)

    def __len__(self) -> int:
        return len(self.forms)

    def hang(self, word: int, head: int, label: str | None = None) -> None:
        """Hangs the word, with what hangs on it, on another head; its relation stays where no `label` is given."""
        if word != self.heads[word]:
            self._below[self.heads[word]].remove(word)
        if word != head:
            insort(self._below[head], word)
        self.heads[word] = head
        self.labels[word] = label or self.labels[word]

    def labelled(self, *labels: str) -> list[int]:
        """All words of these relations."""
        return [word for word, label in enumerate(self.labels) if label in labels]

    def children(self, word: int, *labels: str) -> list[int]:
        """What hangs on the word, in the order of the text; of these relations, or of any."""
        return [child for child in self._below[word] if not labels or self.labels[child] in labels]

    def above(self, word: int) -> Iterator[int]:
        """What the word hangs on, from its head up to the root."""
        for _ in range(LONGEST_SENTENCE):
            if self.heads[word] == word:
                return
            word = self.heads[word]
            yield word
