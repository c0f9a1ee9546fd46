"""Who takes a decision that the passive leaves to nobody: "the President decreed a ban. The cabinet was instructed …"
goes on with the decisions of whoever decided in the sentences before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.nouns import load_nouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from sayso.digest.digest import Digest
    from sayso.extract._telling.telling import Telling
    from sayso.model import Statement

#: Modes of decisions that somebody takes over somebody else.
OVER_OTHERS = frozenset({"permit", "forbid", "order", "appoint", "dismiss"})
#: How many sentences before the passive its decider may stand.
NEAR = 6


def name_deciders(tellings: Sequence[Telling], statements: Sequence[Statement], digest: Digest) -> None:
    """Fills the actors of passive decisions of the report's own voice from the decision told before them."""
    if not tellings:
        return
    numbers = {sentence.start: n for n, sentence in enumerate(tellings[0].head.doc.sents)}
    said = [span for s in statements if s.source is not None for span in s.content.spans]
    last: tuple[int, list[Token]] | None = None
    for telling in sorted(tellings, key=lambda t: t.head.i):
        if telling.type != "DECIDE" or any(a <= telling.head.idx < b for a, b in said):
            continue
        here = numbers[telling.head.sent.start]
        if _is_left_open(telling) and last is not None and here - last[0] <= NEAR:
            over = {digest.entity_at(t) for t in telling.recipients} - {None}
            telling.actors = [t for t in last[1] if digest.entity_at(t) not in over and t not in telling.recipients]
        if len(telling.actors) == 1 and _holds_office(telling.actors[0]) and syntax.is_verb(telling.head):
            last = here, telling.actors


def _is_left_open(telling: Telling) -> bool:
    """ "The cabinet was instructed", "is also authorised", and no relative or adverbial clause."""
    verb = telling.head
    passive = syntax.is_verb(verb) and syntax.is_passive(verb) and syntax.children(verb, "aux:pass")
    main = verb.dep_ in ("ROOT", "conj", "parataxis") and not any(c.tag_ == "MD" for c in verb.children)
    return bool(passive) and main and telling.mode in OVER_OTHERS and not (telling.actors or syntax.agents(verb))


def _holds_office(actor: Token) -> bool:
    """A person by name, or one by an office: "the President", "the judge"."""
    title = actor.tag_ in ("NN", "NNP") and load_nouns().is_title(lemma(actor))
    return actor.ent_type_ == "person" or title
