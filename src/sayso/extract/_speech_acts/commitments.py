"""PLOVER's speech acts by modality: who says that it will help agrees, who says that it will strike threatens, who
says that it will not refuses, and who says that others must demands. The act spoken of keeps its own record and
status.
"""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.codebook import Codebook, EventType, Frame
from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import HAVE, NO
from sayso.codebook.match import lemma
from sayso.codebook.tree import is_nobody
from sayso.codebook.words import word_list
from sayso.extract._saying.frames import entries_at
from sayso.extract._sides.around import speaker_of
from sayso.extract._sides.participants import Places
from sayso.extract._telling.telling import Telling, quad_of, type_named

BY = "rule:modality"
FUTURE = word_list("status_future") | {"would"}
DUTY = word_list("commitments_duty")
MODALS = FUTURE | DUTY
#: Types that are speech acts themselves: saying that one will do them adds nothing.
SPEECH = frozenset({"AGREE", "ACCUSE", "REJECT", "THREATEN"})
#: "Would reinforce its patrols": announced, and a threat only by its words.
ANNOUNCED = frozenset({"MOBILIZE"})
#: Types of DECIDE are promised by their quad class.
PROMISED = {1: "AGREE", 2: "AGREE", 3: "THREATEN", 4: "THREATEN"}
#: What a noun gives as somebody's word: "the threat that they will strike", and not "reports that they will".
GIVEN = frozenset({"promise", "threaten", "warn", "demand"})
#: "We will now discuss it": what is announced so and promises nothing.
TALKED = frozenset({"discuss"})
#: Acts of one's own that are announced without a promise or a threat in it, or are one already.
PLAIN_MODES = frozenset({"resign", "pledge", "order"})


def add_commitments(tellings: list[Telling], codebook: Codebook) -> list[Telling]:
    """The tellings with the promises, threats, refusals and demands that their modality makes, in text order."""
    places = Places(codebook)
    made = [made for telling in tellings if (made := _commitment(telling, codebook, places)) is not None]
    return sorted([*tellings, *made], key=lambda telling: telling.head.i)


def _commitment(telling: Telling, codebook: Codebook, places: Places) -> Telling | None:
    predicate = syntax.is_verb(telling.head) or telling.form_is_predicate
    verb = telling.head if predicate else syntax.light_verb(telling.head)
    if verb is None or telling.kind is None or telling.mode in PLAIN_MODES or lemma(verb) in TALKED:
        return None
    modal = next((c for c in verb.children if syntax.base(c.dep_) == "aux" and c.lower_ in MODALS), None)
    if (
        modal is None
        or _over(verb, modal)
        or _conditional(verb)
        or _is_weighed(verb)
        or verb.dep_ == "acl:relcl"
        or verb.sent.text.rstrip().endswith("?")
        or any(map(is_nobody, syntax.surface_subject(verb)))
    ):
        return None
    negated = any(c.lower_ in NO for c in verb.children if c.dep_ in ("advmod", "det"))
    kind = _kind(telling, modal, negated, codebook)
    return None if kind is None else _made(telling, kind, verb, modal, places)


def _kind(telling: Telling, modal: Token, negated: bool, codebook: Codebook) -> EventType | None:
    base = telling.kind
    if base is None or base.name == "REQUEST" or (base.name == "DECIDE" and telling.mode is None):
        return None
    if modal.lower_ in DUTY:
        return type_named(codebook, "REQUEST")
    quad = quad_of(telling) or 1
    name: str | None
    if base.name in SPEECH:
        name = "REJECT" if negated and base.name == "AGREE" else None
    elif base.name in ANNOUNCED and not negated:
        name = None
    elif negated:
        refused = "THREATEN" if telling.mode == "permit" else base.refused or "REJECT"
        name = refused if quad <= 2 else None
    elif any(c.lower_ == "unless" for child in telling.head.children for c in child.children):
        name = "THREATEN"
    else:
        name = base.promised or PROMISED[quad]
    return type_named(codebook, name)


def _conditional(verb: Token) -> bool:
    return any(
        c.dep_ == "mark" and c.lower_ in ("if", "unless", "when", "until", "whether", "as", "because")
        for c in verb.children
    )


def _is_weighed(verb: Token) -> bool:
    """ "It is unlikely that they would strike", "no chance that he will sign", "will probably strike": how likely it is
    that others do it, and no word of theirs.
    """
    over = verb.head
    held = syntax.base(verb.dep_) in ("csubj", "ccomp", "acl") and verb.dep_ != "acl:relcl"
    doubted = any(c.lower_ in load_cues().likelihood for c in syntax.children(verb, "advmod"))
    if not (doubted or (held and over.pos_ in ("ADJ", "NOUN"))):
        return False
    own = any(subject.lower_ in ("i", "we") for subject in syntax.surface_subject(verb))
    given = over.pos_ == "NOUN" and any(cue.act in GIVEN for cue, _ in entries_at(over))
    return not own and (doubted or not given)


def _over(verb: Token, modal: Token) -> bool:
    """ "Must have fled", "would have struck": what was, or might have been; "should he flee": nothing demanded."""
    return is_inverted(verb, modal) or any(c.lower_ in HAVE for c in syntax.children(verb, "aux"))


def is_inverted(verb: Token, modal: Token) -> bool:
    """ "Should he flee": a condition or a question."""
    return any(modal.i < subject.i < verb.i for subject in syntax.children(verb, "nsubj", "nsubj:pass"))


def _made(telling: Telling, kind: EventType, verb: Token, modal: Token, places: Places) -> Telling | None:
    actors = telling.actors
    recipients = telling.recipients
    if modal.lower_ in DUTY:
        speakers = [t for t in speaker_of(verb) if places.is_agent(t)]
        if not speakers:
            return None
        actors, recipients = speakers, telling.actors or telling.recipients
    if not actors or not all(places.is_agent(t) and t.lower_ != "you" for t in actors):
        return None
    hoped = syntax.base(verb.dep_) == "ccomp" and not speaker_of(verb)  # "she hopes that the court will lift it"
    if modal.lower_ in FUTURE and (hoped or kind.name == "AGREE") and not _says_so(verb, actors):
        return None
    negations = {c for c in verb.children if c.lower_ in NO and c.dep_ == "advmod"}
    tokens = tuple(sorted({modal, *telling.tokens, verb, *negations}, key=lambda t: t.i))
    frame = Frame(type=kind.name, mode=None)
    made = Telling(head=verb, tokens=tokens, kind=kind, frame=frame, by=BY, score=0.6)
    made.actors, made.recipients = list(actors), [t for t in recipients if t not in actors]
    made.about, made.status, made.fixed = telling, "occurred", True
    made.content = [verb]
    return made


def _says_so(verb: Token, actors: list[Token]) -> bool:
    """Whether somebody is told to say what he will do: "the minister will leave on Friday" is a date, no promise."""
    return bool(speaker_of(verb)) or any(actor.lower_ in ("i", "we") for actor in actors)


def must_clauses(tellings: list[Telling], codebook: Codebook) -> list[Telling]:
    """Demands whose content has no code of its own: "said that Tunis must drop the tariff"."""
    kind = type_named(codebook, "REQUEST")
    if kind is None or not tellings:
        return []
    places = Places(codebook)
    told = {t.i for telling in tellings if telling.kind is not None for t in telling.tokens}
    found = []
    for token in tellings[0].head.doc:
        verb = token.head
        if token.lower_ not in DUTY or syntax.base(token.dep_) != "aux" or verb.i in told or _over(verb, token):
            continue
        speakers = [t for t in speaker_of(verb) if places.is_agent(t)]
        obliged = [t for s in syntax.surface_subject(verb) for t in syntax.conjuncts(s) if places.is_agent(t)]
        if speakers and obliged and lemma(verb) and not _conditional(verb):
            made = Telling(head=verb, tokens=(token, verb), kind=kind, frame=Frame(type=kind.name), by=BY, score=0.55)
            made.actors, made.recipients, made.fixed, made.content = speakers, obliged, True, [verb]
            found.append(made)
    return found
