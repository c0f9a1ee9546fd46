"""The codebook: event types with their modes, trigger frames, codes and example sentences, read from TOML.

`load_codebook()` gives the built-in one: PLOVER's 16 types, DECIDE and CONTROL (folder `plover/`).
`load_codebook(path)` gives a user's own, which replaces it, or extends it when it says `extends = "plover"`.

Sources: Open Event Data Alliance, PLOVER manual; Halterman et al. (2023), arXiv 2304.01331; CAMEO roots by Schrodt
(2012); intensity on the scale of Goldstein (1992), -10 to 10, as PLOVER carries it on.
Errors: `CodebookError` names file, key and reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sayso.model import Effect

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = [
    "Codebook",
    "EventType",
    "Example",
    "Failure",
    "Frame",
    "Mode",
    "WordClass",
    "check",
    "explain",
    "load_codebook",
]

BUILT_IN = Path(__file__).parent / "plover"
Quad = Literal[1, 2, 3, 4]
Pattern = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordClass:
    """A named set of words, by lemma and by the kind of name: what constraints speak of."""

    words: frozenset[str]
    #: kinds of names; "unnamed" is a word of no name
    names: frozenset[str] = frozenset()
    #: sectors of bodies whose names alone say what they are (`bodies.toml`)
    bodies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Words that tell an event of one type, who is who around them, and what must (not) stand there.

    `verbs`, `nouns` and `adjectives` are lemma sequences; what follows a verb may be apart from it. `actors`,
    `recipients` and `instruments` are places in the sentence, tried in order ("object", "by", "to|for",
    "clause.subject"); None = the type's own. `subject`, `object`, `near` (and `not_…`) name word classes or words
    ("number" = any numeral); `near` looks in the sentence, or in what the clause that it asks for says is done,
    `not_near` in the clause. `literal` is the evidence that must be there that the words are meant literally
    (`[literal]` in `classes.toml`): for it in the sentence, against it in the clause.
    """

    type: str
    mode: str | None = None
    verbs: tuple[Pattern, ...] = ()
    nouns: tuple[Pattern, ...] = ()
    adjectives: tuple[Pattern, ...] = ()
    actors: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    instruments: tuple[str, ...] | None = None
    noun_actors: tuple[str, ...] | None = None
    noun_recipients: tuple[str, ...] | None = None
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    literal: int | None = None
    reciprocal: bool = False
    toll: Effect | None = None
    status: str | None = None
    voice: Literal["active", "passive"] | None = None
    #: True: only with a clause as its content; False: only without one
    clause: bool | None = None
    #: verbs that must not head that clause ("declined to comment")
    not_clause: tuple[str, ...] = ()
    #: the clause, of a noun too, must be an infinitive ("told them to leave", "a threat to leave")
    infinitive: bool = False
    #: the clause must tell what the subject itself will do ("warned that it would fire", not "that war would come")
    own: bool = False
    plover: str | None = None
    #: of a codebook that extends another: heard before that one's frames of as many words
    added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """A mode of a type, with the CAMEO code and the intensity where they differ from the type's."""

    name: str
    description: str
    cameo: str | None = None
    intensity: float | None = None
    plover: str | None = None
    quad: Quad | None = None
    #: lemmas of what is asked, refused or threatened that give the mode where the frame gives none
    content: frozenset[str] = frozenset()
    #: what is used, of one word or two ("petrol bomb"), that gives the mode where the frame gives none or one of `over`
    means: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence that must (or must not) give an event of the type; runs as a test."""

    text: str
    match: bool = True
    mode: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One type of the codebook."""

    name: str
    description: str
    plover: str | None
    cameo: str | None
    quad: Quad
    intensity: float
    modes: dict[str, Mode] = field(default_factory=dict)
    frames: tuple[Frame, ...] = ()
    examples: tuple[Example, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    noun_actors: tuple[str, ...] = ()
    noun_recipients: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ("with.weapon", "object.weapon", "before.weapon", "subject.weapon")
    #: what a recipient is: "agent" (who can act: a state, a group, a person) or "thing" (anything)
    recipient_is: Literal["agent", "thing"] = "agent"
    #: of violence: then the language model, too, says whether words of frames with `literal` are meant literally
    violent: bool = False
    #: the type of somebody's saying that it will, will not, or must happen
    promised: str | None = None
    refused: str | None = None
    demanded: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Codebook:
    """Event types, contexts and word classes in force."""

    name: str
    types: dict[str, EventType]
    contexts: dict[str, tuple[Pattern, ...]]
    classes: dict[str, WordClass]
    #: weight of each word class as evidence that words are meant literally
    literal: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An example that does not do what it says, and why."""

    type: str
    example: Example
    reason: str

    def __str__(self) -> str:
        return f"{self.type}: {self.reason}: {self.example.text}"


def load_codebook(path: Path | None = None) -> Codebook:
    """The built-in codebook, or the one in the TOML file (or folder of TOML files) at `path`; `CodebookError` if
    malformed. The built-in one is read once."""
    from sayso.codebook._load import load

    return _built_in() if path is None else load(path)


@lru_cache(maxsize=1)
def _built_in() -> Codebook:
    from sayso.codebook._load import load

    return load(BUILT_IN)


@lru_cache(maxsize=16)
def words_for(*classes: str) -> frozenset[str]:
    """The words of classes of the built-in codebook: who is a person, and what a building, does not hang on the
    codebook that is in force, which need not have these classes.
    """
    return frozenset(word for name in classes for word in _built_in().classes[name].words)


def check(codebook: Codebook, nlp: Language) -> list[Failure]:
    """Runs every example sentence through the language model and the codebook; what fails, with the reason."""
    from sayso.codebook.match import find_triggers

    tasks = [(kind, example) for kind in codebook.types.values() for example in kind.examples]
    docs = nlp.pipe([example.text for _, example in tasks])
    found = []
    for (kind, example), doc in zip(tasks, docs, strict=True):
        triggers = find_triggers(doc, codebook)
        reason = _reason(kind, example, [(t.frame.type, t.frame.mode, t.text) for t in triggers])
        if reason:
            found.append(Failure(type=kind.name, example=example, reason=reason))
    return found


def _reason(kind: EventType, example: Example, found: list[tuple[str, str | None, str]]) -> str | None:
    ours = [(mode, text) for name, mode, text in found if name == kind.name]
    if not example.match:
        return f'must not match, but "{ours[0][1]}" does' if ours else None
    if not ours:
        others = ", ".join(f'{name} at "{text}"' for name, _, text in found) or "nothing"
        return f"must match, but gives {others}"
    if example.mode and example.mode not in [mode for mode, _ in ours]:
        return f"must have the mode {example.mode}, but has {ours[0][0]}"
    return None


def explain(kind: EventType) -> str:
    """The type in plain words: what it is, its codes, modes, trigger words and examples."""
    lines = [f"{kind.name}: {kind.description}", _codes_line(kind), ""]
    if kind.modes:
        lines += ["Modes", *(f"  {mode.name:<16}{mode.description}" for mode in kind.modes.values()), ""]
    lines.append("Words")
    for frame in kind.frames:
        lines += _frame_lines(frame)
    for title, match in (("Examples", True), ("Not these", False)):
        chosen = [example for example in kind.examples if example.match is match]
        if chosen:
            lines += ["", title, *(f"  {e.text}" + (f" ({e.mode})" if e.mode else "") for e in chosen)]
    return "\n".join(lines)


def _codes_line(kind: EventType) -> str:
    return (
        f"PLOVER {kind.plover or '-'}, CAMEO {kind.cameo or '-'}, quad class {kind.quad}, intensity {kind.intensity:+g}"
    )


def _frame_lines(frame: Frame) -> list[str]:
    lines = []
    for label, patterns in (("verbs", frame.verbs), ("nouns", frame.nouns), ("adjectives", frame.adjectives)):
        if patterns:
            words = ", ".join(" ".join(pattern) for pattern in patterns)
            lines.append(f"  {frame.mode or '-':<16}{label}: {words}")
    return lines
