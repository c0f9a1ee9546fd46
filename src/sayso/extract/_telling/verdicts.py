"""Whether a word tells a particular act of the type that the codebook gives it, and whether that happened, as the
language model has it.

"He called for calm" tells a demand, "the club called for its doctor" none; "works to promote dialogue" is no talk, and
"anyone convicted of" nobody's sentence. The codebook knows words and what stands beside them; the network of this name
has read how reports tell deeds, and how they only speak of such (`training/verdicts.py`). It gives each word shares of
"no act" and of the types, and of what may have become of the act.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.tree import determiner
from sayso.codebook.voice import form_of
from sayso.digest.pairs import is_whole
from sayso.extract._telling.told_when import shares_of
from sayso.model import HAPPENED

if TYPE_CHECKING:
    from sayso.digest.digest import Digest
    from sayso.digest.pairs import Pairs
    from sayso.extract._telling.telling import Telling
    from sayso.model import Entity, Event, Participant, Status

#: What the network tells apart, in the order of its scores: no particular act, or one of a type.
NOTHING = "none"
KINDS = (
    NOTHING, "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "DECIDE", "CONTROL",
)  # fmt: skip
#: What it tells of whether it happened, in the order of the scores behind these.
STATUSES: tuple[Status, ...] = (
    "occurred", "ongoing", "planned", "possible", "attempted", "threatened", "did_not_occur",
)  # fmt: skip
#: What is denied is denied in words, which the rules know; nor does a network say that something happened after all.
OPEN = frozenset(STATUSES) - {"did_not_occur"}
#: With a smaller share a word has no type. Chosen by folds of the marked texts (docs/language-model.md).
LEAST = 0.2
#: It is never said to be surer than this.
SUREST = 0.99
#: By how much, in log odds, another status must be likelier than that of the rules.
SURER = 1.5
#: A text of so many words is long enough whatever its sentences are.
LONG = 80
#: Bounds of the number of sentences in a text, and before the word.
LENGTHS, BEFORE = (2, 4, 8, 16, 32), (1, 2, 4, 8)
#: Log odds of the head `literal` are told apart up to this; shares of `when` in so many steps.
FIRMEST, STEPS = 3.0, 4
#: Determiners of no act, or of any of a kind.
OF_ANY = frozenset({"no", "any", "such", "every", "each"})
#: What may stand under the word.
UNDER = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "ccomp", "xcomp"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
#: The longest pronoun.
PRONOUN = 5

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the network says of one word."""

    #: the share of the type that it has
    share: float
    #: the status of the event; another than the rules give where it is likelier by far
    status: Status


class Verdicts:
    """What it says of the words of one report."""

    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        whole = is_whole(digest.doc) or len(digest.doc) >= LONG
        self._pairs: Pairs | None = digest.doc.user_data.get("verdicts") if whole else None
        self._starts = [sentence.start for sentence in digest.doc.sents]

    def of(self, event: Event, telling: Telling) -> Verdict | None:
        """The verdict on an event, or None where nobody judges: of a short text, or of a word without a type."""
        if self._pairs is None or event.type not in KINDS:
            return None
        scores = self._pairs.in_sentence(telling.head, self.features(event, telling))
        types, statuses = scores[: len(KINDS)], dict(zip(STATUSES, scores[len(KINDS) :].tolist(), strict=True))
        shares = np.exp(types - types.max())
        open_ = OPEN & (statuses.keys() if event.status in HAPPENED else statuses.keys() - HAPPENED)
        likeliest = max(open_, key=statuses.__getitem__)
        fixed = telling.fixed or event.status not in OPEN  # "will hold talks" promises it now
        surer = not fixed and statuses[likeliest] - statuses[event.status] > SURER
        share = min(SUREST, float(shares[KINDS.index(event.type)] / shares.sum()))
        return Verdict(share, likeliest if surer else event.status)

    def features(self, event: Event, telling: Telling) -> list[str]:
        """What may tell whether it is an act of this type, as strings; each alone and with the type."""
        head, type_ = telling.head, event.type
        word, form, relation = lemma(head), form_of(head), syntax.base(head.dep_)
        above, told_as = lemma(head.head), _told_as(head)
        found = ["", f"type={type_}", f"mode={type_}/{event.mode}", f"lemma={word}", f"lemma={word}|{type_}"]
        found += [f"lemma={word}|{form}", f"lemma={word}|{relation}", f"above={above}|{type_}", f"by={telling.by}"]
        found += [f"length={bisect_right(LENGTHS, len(self._starts))}"]
        found += [f"form={form}|{relation}|{syntax.case_of(head)}", f"det={determiner(head, OF_ANY)}|{relation}|{form}"]
        found += [f"when={told_as}|{event.status}", f"status={event.status}|{form}"]
        plain = [*_of_word(head), *self._of_event(event, telling), f"when={told_as}"]
        found += plain + [f"{one}|{type_}" for one in plain]
        objects = [_last(p) for p in event.recipients]
        return (
            found
            + [f"object={w}" for w in objects]
            + [f"object={w}|{type_}" for w in objects]
            + [f"subject={_last(p)}" for p in event.actors]
        )

    def _of_event(self, event: Event, telling: Telling) -> Iterator[str]:
        """What the rules say of it, and who stands on its sides."""
        at = bisect_right(self._starts, telling.head.i) - 1
        yield from (f"status={event.status}", f"degree={event.certainty.degree}", f"from={event.from_}")
        yield from (f"at={bisect_right(BEFORE, at)}", f"chain={min(2, len(event.according_to))}")
        yield from (f"place={event.place is not None}", f"toll={bool(event.toll)}", f"score={telling.score:.1f}")
        yield from (f"content={event.content is not None}", f"words={len(telling.tokens)}")
        yield f"literal={_literal(telling.head)}"
        known = self._digest.by_id
        yield from (f"who={kind}" for kind in _kinds(event.actors, known))
        yield from (f"whom={kind}" for kind in _kinds(event.recipients, known))


def _of_word(head: Token) -> Iterator[str]:
    """How the word stands in its sentence."""
    helping = "+".join(c.lower_ for c in syntax.children(head, "aux", "aux:pass", "cop"))
    marked = next((c.lower_ for c in syntax.children(head, "mark")), "")
    under = "+".join(sorted({syntax.base(c.dep_) for c in head.children} & UNDER))
    yield from (f"form={form_of(head)}", f"dep={syntax.base(head.dep_)}", f"case={syntax.case_of(head)}")
    yield from (f"det={determiner(head, OF_ANY)}", f"aux={helping}", f"mark={marked}", f"under={under}")
    yield f"denied={any(c.lower_ in NEGATIONS for c in head.children)}"
    yield from (f"above={lemma(head.head)}|{syntax.base(head.dep_)}", f"above={head.head.pos_}")
    yield from (f"number={head.morph.get('Number', [])}", f"capital={head.text[:1].isupper()}{head.text.isupper()}")


def _kinds(sides: Iterable[Participant], known: dict[str, Entity]) -> list[str]:
    """What those on a side are: kinds of entities, with a name or without; pronouns themselves."""
    return sorted({_kind(side, known.get(side.entity or "")) for side in sides}) or ["nobody"]


def _kind(side: Participant, entity: Entity | None) -> str:
    if entity is None:
        word = side.text.lower()
        return word if len(word) <= PRONOUN and " " not in word else "unknown"
    return f"{entity.kind}{entity.has_name}"


def _last(side: Participant) -> str:
    return side.text.lower().split()[-1]


def _told_as(head: Token) -> str:
    """What the head `when` takes it for, and how surely."""
    shares = shares_of(head)
    return "" if shares is None else f"{shares.argmax()}{int(STEPS * shares.max())}"


def _literal(head: Token) -> str:
    odds: Floats | None = head.doc.user_data.get("literal")
    return "" if odds is None else str(int(np.clip(np.ravel(odds[head.i])[0], -FIRMEST, FIRMEST)))
