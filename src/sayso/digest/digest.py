"""What the extractors work on: one report with its parse and everything that is grounded in it.

`model.Reading` is the contract that leaves the house; a `Digest` is the bench the work is done on. It holds a spaCy
`Doc` and so never leaves the process.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.model import Entity, Quantity, Report, Span, Time

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.digest.entities import Entities


@dataclass(frozen=True, kw_only=True)
class Digest:
    """A report, its parsed words, and what they name, date and count."""

    report: Report
    doc: Doc
    #: the entities, and which of them stands at which words
    named: Entities
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]

    @property
    def entities(self) -> tuple[Entity, ...]:
        return self.named.records

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        """The entities by their ids."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def times_by_id(self) -> dict[str, Time]:
        """The times by their ids."""
        return {time.id: time for time in self.times}

    def entity_of(self, span: Span) -> str | None:
        """Id of the entity whose mention is headed inside `span` (code points), or None."""
        return self.named.entity_of(span)

    def entity_at(self, token: Token) -> str | None:
        """Id of the entity that the word heads a mention of, or None."""
        return self.entity_of((token.idx, token.idx + len(token)))
