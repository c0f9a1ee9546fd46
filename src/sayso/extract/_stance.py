"""For or against whom or what a statement is: by its cue, and by what its content says of something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sayso.codebook.cues import AttributionCue, load_cues
from sayso.codebook.syntax import case_of, children, is_verb, noun_phrase
from sayso.extract._acts import hearer_of, spoken_noun
from sayso.extract._draft import Draft
from sayso.extract._sources import entity_in
from sayso.model import Stance, words

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

    from sayso.digest.digest import Digest

Side = Literal["for", "against", "mixed"]
_TURNED: dict[Side, Side] = {"for": "against", "against": "for", "mixed": "mixed"}
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "hardly"))
#: What stands between "support", "condemnation" and what it is of.
_TOWARDS = frozenset(("for", "of", "to", "with", "over", "about", "at", "against", "towards"))
#: Acts whose hearer is the one that the stance is about.
_AT_HEARER = ("accuse", "praise", "criticize", "threaten")


def stance_of(digest: Digest, head: Token | None, entry: AttributionCue | None, draft: Draft) -> tuple[Stance, ...]:
    """The hearer of praise or blame, else what the content names; where the cue takes no side, what is called good or
    bad in the content.
    """
    span = digest.doc.char_span(*draft.content[0], alignment_mode="contract")
    if entry is None or not entry.stance or head is None:
        return _judged(digest, span) if span is not None and len(span) else ()
    side = _side(head, entry.stance)
    noun = spoken_noun(head, digest.doc, draft.content)
    target = hearer_of(head, entry, draft) if entry.act in _AT_HEARER and noun is None else None
    if noun is not None and span is not None and len(span) and span.root.i == noun.i:
        target = next((c for c in children(noun, "nmod") if case_of(c) in _TOWARDS), None)
    if target is not None:
        return (Stance(target=_name(digest, target), polarity=side),)
    if span is None or not len(span):
        return ()
    asked = _asked(span) if entry.act == "demand" else None
    if asked is not None:
        return (Stance(target=digest.report.text[asked : draft.content[-1][1]], polarity=side),)
    found = None if is_verb(span.root) else entity_in(digest, noun_phrase(span.root))
    return (Stance(target=found or words(digest.report.text, *draft.content).text, polarity=side),)


def _side(head: Token, stance: Side) -> Side:
    """The cue's side, turned by a negation, in two by "cautiously", "partly"."""
    beside = {child.lower_ for child in head.children}
    if beside & load_cues().parts["guarded"]:
        return "mixed"
    return _TURNED[stance] if beside & _NEGATIONS else stance


def _asked(span: DocSpan) -> int | None:
    """Where what is asked for begins, after the one who is asked ("[Kenya] to open the port")."""
    to = next((t for t in span if t.lower_ == "to" and t.head.tag_ == "VB"), None)
    if to is None or to.i == span.start or any(is_verb(t) for t in span if t.i < to.i):
        return None
    asked = [t for t in span if t.i < to.i]
    return to.idx if any(t.pos_ in ("PROPN", "PRON") or t.ent_type_ for t in asked) and span.root.i >= to.i else None


def _judged(digest: Digest, span: DocSpan) -> tuple[Stance, ...]:
    """ "that [the truce] is [a mistake]": for or against the subject of a word that judges."""
    root = span.root
    sides: tuple[tuple[str, Side], ...] = (("good", "for"), ("bad", "against"))
    side = next((side for key, side in sides if root.lemma_.lower() in load_cues().parts[key]), None)
    subject = next((c for c in children(root, "nsubj") if c.pos_ in ("NOUN", "PROPN")), None)
    if side is None or subject is None or not children(root, "cop"):
        return ()
    turned = any(child.lower_ in _NEGATIONS for child in root.children)
    return (Stance(target=_name(digest, subject), polarity=_TURNED[side] if turned else side),)


def _name(digest: Digest, token: Token) -> str:
    phrase = noun_phrase(token)
    return entity_in(digest, phrase) or phrase.text
