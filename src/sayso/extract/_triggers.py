"""Which words tell an event: the codebook's triggers, the model's, and finite verbs of doing; sayings and carriers left out."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.codebook import Codebook
from sayso.codebook.match import Trigger, find_triggers, lemma
from sayso.extract._telling import Telling

#: Saying, thinking, wishing, seeming and being: cues and states, no events of their own.
NO_EVENT = frozenset(
    """say tell add note state report announce declare claim explain remark comment mention stress emphasize emphasise underline
    highlight describe call acknowledge admit confirm insist reply answer argue quote cite write read reveal disclose indicate suggest
    think believe know hope want wish fear feel see hear seem appear look expect predict assume consider regard view understand
    realize realise doubt wonder suppose guess remember forget mean intend plan try attempt be have become remain stay exist belong
    contain include consist depend need require like love hate prefer deserve own possess lack involve concern regard matter cost weigh
    live continue go come get make do let keep begin start stop cease manage fail happen occur tend used seek
    follow base relate face represent signify mark underscore signal show reflect remark observe pose constitute speak accord encourage improve create aim attach oversee""".split()
)
#: Nouns that the model may tag but that tell no event by themselves.
NO_EVENT_NOUNS = frozenset(
    "statement remark comment report news word question answer fact reason situation condition opinion view interview press letter message".split()
)
BY_CODEBOOK = "codebook"
BY_MODEL = "head:trigger"
BY_VERB = "rule:predicate"
SCORES = {BY_CODEBOOK: 0.75, BY_MODEL: 0.5, BY_VERB: 0.4}


def find_tellings(doc: Doc, codebook: Codebook) -> list[Telling]:
    """Every telling of an event in the text, in its order, without arguments yet."""
    tagged = _tagged(doc)
    found = [_coded(trigger, codebook, tagged) for trigger in find_triggers(doc, codebook)]
    taken = {token.i for telling in found for token in telling.tokens}
    for token, by in [*((t, BY_MODEL) for t in _model_heads(doc)), *((t, BY_VERB) for t in _predicates(doc))]:
        if token.i not in taken and not _carries(token, taken):
            taken.add(token.i)
            found.append(Telling(head=token, tokens=(token,), kind=None, frame=None, by=by, score=SCORES[by]))
    found = [telling for telling in found if not _is_carrier(telling, taken)]
    return sorted(found, key=lambda telling: telling.head.i)


def _tagged(doc: Doc) -> set[int]:
    return {token.i for span in doc.spans.get("trigger", []) for token in span}


def _coded(trigger: Trigger, codebook: Codebook, tagged: set[int]) -> Telling:
    agreed = any(token.i in tagged for token in trigger.tokens)
    return Telling(
        head=trigger.head,
        tokens=trigger.tokens,
        kind=codebook.types[trigger.frame.type],
        frame=trigger.frame,
        by=f"{BY_CODEBOOK}:{trigger.frame.type.lower()}",
        score=SCORES[BY_CODEBOOK] + (0.15 if agreed else 0.0),
    )


def _model_heads(doc: Doc) -> Iterator[Token]:
    for span in doc.spans.get("trigger", []):
        head = span.root
        if head.pos_ in ("VERB", "NOUN", "PROPN", "ADJ") and not _no_event(head):
            yield head


def _no_event(token: Token) -> bool:
    word = lemma(token)
    return word in NO_EVENT or (token.pos_ != "VERB" and word in NO_EVENT_NOUNS)


def _predicates(doc: Doc) -> Iterator[Token]:
    """Finite verbs of doing with somebody or something that does it or has it done."""
    for token in doc:
        if (
            token.pos_ != "VERB"
            or _no_event(token)
            or syntax.base(token.dep_) not in ("ROOT", "root", "ccomp", "conj", "parataxis", "advcl", "acl")
        ):
            continue
        if token.tag_ in ("VBD", "VBN", "VBG") and (syntax.surface_subject(token) or token.dep_ in ("conj", "advcl")):
            yield token


def _carries(token: Token, taken: set[int]) -> bool:
    """True for the light verb of an event noun that is told already."""
    if lemma(token) not in syntax.LIGHT or not syntax.is_verb(token):
        return False
    return any(child.i in taken for child in syntax.children(token, "obj", "nsubj:pass", "obl"))


def _is_carrier(telling: Telling, taken: set[int]) -> bool:
    return telling.kind is None and _carries(telling.head, taken - {telling.head.i})
