"""For or against whom or what a statement is: by its cue, and by what its content says of something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import AttributionCue, load_cues
from sayso.codebook.grammar import NO
from sayso.codebook.syntax import case_of, children, is_verb, noun_phrase
from sayso.extract._saying.acts import asked_one, hearer_of, spoken_noun
from sayso.extract._saying.content_acts import Side, called, judged_side
from sayso.extract._saying.draft import Draft
from sayso.extract._saying.sources import entity_in
from sayso.model import Stance, words

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

    from sayso.digest.digest import Digest

_TURNED: dict[Side, Side] = {"for": "against", "against": "for", "mixed": "mixed"}
_NEGATIONS = NO | {"hardly"}
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
        return _judged(digest, head, span) if span is not None and len(span) else ()
    if head.lemma_.lower() in load_cues().parts["declining"]:
        return ()
    side = _side(head, entry.stance)
    noun = spoken_noun(head, digest.doc, draft.content)
    target = hearer_of(head, entry, draft) if entry.act in _AT_HEARER and noun is None else None
    if noun is not None and span is not None and len(span) and span.root.i == noun.i:
        towards = (c for c in children(noun, "nmod") if case_of(c) in _TOWARDS)
        target = next(towards, None) or hearer_of(head, entry, draft)
    if target is not None:
        return (Stance(target=_name(digest, target), polarity=side),)
    if span is None or not len(span):
        return ()
    asked = asked_one(span) if entry.act == "demand" else None
    if asked is not None:
        return (Stance(target=digest.report.text[asked[1] : draft.content[-1][1]], polarity=side),)
    found = None if is_verb(span.root) else entity_in(digest, noun_phrase(span.root))
    return (Stance(target=found or words(digest.report.text, *draft.content).text, polarity=side),)


def _side(head: Token, stance: Side) -> Side:
    """The cue's side, turned by a negation, in two by "cautiously", "partly"."""
    beside = {child.lower_ for child in head.children}
    if beside & load_cues().parts["guarded"]:
        return "mixed"
    return _TURNED[stance] if beside & _NEGATIONS else stance


def _judged(digest: Digest, head: Token | None, span: DocSpan) -> tuple[Stance, ...]:
    """ "that [the truce] is [a mistake]", "called [the vote] a [sham]": for or against what is judged so."""
    named = called(head) if head is not None else None
    if named is None or named[0].pos_ not in ("NOUN", "PROPN"):
        subject = next((c for c in children(span.root, "nsubj") if c.pos_ in ("NOUN", "PROPN")), None)
        named = (subject, span.root) if subject is not None and children(span.root, "cop") else None
    side = judged_side(named[1]) if named is not None else None
    if named is None or side is None:
        return ()
    turned = any(child.lower_ in _NEGATIONS for child in named[1].children)
    return (Stance(target=_name(digest, named[0]), polarity=_TURNED[side] if turned else side),)


def _name(digest: Digest, token: Token) -> str:
    phrase = noun_phrase(token)
    return entity_in(digest, phrase) or phrase.text
