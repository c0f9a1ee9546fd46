"""A telling: one event as the words tell it, in the making. Tokens here; records only at the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from sayso.codebook.codebook import Codebook, EventType, Frame, Mode
from sayso.model import Codes, Effect, Status, Toll

#: Types of acts by force, which only somebody does, to somebody.
FORCE = frozenset({"ASSAULT", "COERCE"})
#: Effects of a blow or a mishap on people.
HARMS: frozenset[Effect] = frozenset({"killed", "injured"})
#: Modes of what is done to somebody who then is in the hands of others, and not killed yet.
TAKEN = frozenset({"abduct", "arrest"})
#: Modes of what is done from afar, which may be called a strike or a bombing.
FROM_AFAR = frozenset({"aerial", "drone", "heavy-weapons", "explosives"})


@dataclass(slots=True)
class Telling:
    """Words that tell an event and what is known of it so far."""

    head: Token
    tokens: tuple[Token, ...]
    kind: EventType | None
    frame: Frame | None
    by: str
    score: float
    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)
    instruments: list[Token] = field(default_factory=list)
    tolls: list[Toll] = field(default_factory=list)
    #: the clause that says what is decided, asked for, promised
    content: list[Token] = field(default_factory=list)
    status: Status = "occurred"
    #: set where something else already says what the status is
    fixed: bool = False
    #: the event of which this one is only the effect ("killed" under "attack")
    cause: Telling | None = None
    #: the event that a sentence before told, whose toll this one gives ("At least nine people were killed.")
    effect_of: Telling | None = None
    #: ids of the entities that a noun for both sides, or for all of a list, stands for, by the place of the noun
    both: dict[int, list[str]] = field(default_factory=dict)
    #: the words for the decision whose content this is ("decided to permit"): they say whether it was taken
    decision: Telling | None = None
    #: a saying-so that stands for the act itself ("will send": a promise)
    about: Telling | None = None

    @property
    def form_is_predicate(self) -> bool:
        """True for an adjective that is the predicate of its clause ("is ready")."""
        return self.head.pos_ == "ADJ" and any(child.dep_ in ("cop", "aux") for child in self.head.children)

    @property
    def type(self) -> str | None:
        return self.kind.name if self.kind else None

    @property
    def mode(self) -> str | None:
        return self.frame.mode if self.frame else None


def codes_of(telling: Telling) -> Codes | None:
    """PLOVER, CAMEO, quad class and intensity: the mode's where it has its own, else the type's."""
    kind = telling.kind
    if kind is None:
        return None
    mode = kind.modes.get(telling.mode or "", Mode(name="", description=""))
    own = telling.frame.plover if telling.frame else None
    return Codes(
        plover=own or mode.plover or kind.plover,
        cameo=mode.cameo or kind.cameo,
        quad=mode.quad or kind.quad,
        intensity=kind.intensity if mode.intensity is None else mode.intensity,
    )


def quad_of(telling: Telling) -> int | None:
    """The quad class (1 verbal to 4 material conflict), or None without a code."""
    codes = codes_of(telling)
    return codes.quad if codes else None


def type_named(codebook: Codebook, name: str | None) -> EventType | None:
    return codebook.types.get(name) if name else None
