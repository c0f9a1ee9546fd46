"""Which words without a code tell an event (`eventive.toml`): verbs that do not, nouns that do."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Eventive:
    """Lemmas of verbs that tell no event; nouns that tell one, by lemma or by their ending."""

    no_event_verbs: frozenset[str]
    #: verbs that mostly tell none
    doubtful_verbs: frozenset[str]
    event_nouns: frozenset[str]
    no_event_nouns: frozenset[str]
    #: nouns of action that mostly name a topic or a course of things ("development"); with a date or a verb they tell
    process_nouns: frozenset[str]
    #: nouns of the codebook that mostly name a relation or a quality
    topic_nouns: frozenset[str]
    #: objects that make with a verb a word of saying or being ("plays a role")
    no_event_objects: frozenset[str]
    endings: tuple[str, ...]

    def is_event_noun(self, lemma: str) -> bool:
        """Whether a noun tells an event: it is listed, or has the ending of a noun of action and is not excepted."""
        return lemma in self.event_nouns or (lemma.endswith(self.endings) and lemma not in self.no_event_nouns)


@lru_cache(maxsize=1)
def load_eventive() -> Eventive:
    """The shipped table."""
    table = tomllib.loads((Path(__file__).parent / "eventive.toml").read_text(encoding="utf-8"))
    words = {key: frozenset(value.split()) for key, value in table.items()}
    return Eventive(
        no_event_verbs=words["no_event_verbs"],
        doubtful_verbs=words["doubtful_verbs"],
        event_nouns=words["event_nouns"],
        no_event_nouns=words["no_event_nouns"],
        process_nouns=words["process_nouns"],
        topic_nouns=words["topic_nouns"],
        no_event_objects=words["no_event_objects"],
        endings=tuple(sorted(words["endings"])),
    )
