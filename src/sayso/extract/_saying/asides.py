"""A verb of speech and its speaker between commas inside of what is said ("if the dam breaks, said the mayor, the town
will drown"), and the clause that another one says beside it ("…, while the rebels deny it"), which is not theirs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.match import lemma
from sayso.codebook.syntax import base, children, is_verb
from sayso.extract._saying.agreement import can_speak
from sayso.extract._saying.charges import SAID, UNTRUE
from sayso.extract._saying.draft import Draft
from sayso.extract._saying.frames import entries_at, span_of
from sayso.extract._saying.reproach import is_somebody

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

#: What sets a clause of somebody else against what is said.
AGAINST = frozenset({"while", "whereas", "but"})
#: Participles that tell what the words before them mean, and say nothing.
MEANING = frozenset({"refer", "allude"})
#: Nouns that take up what is said before them.
NAMING = SAID | {"something"}
PAST, PRESENT = frozenset({"VBD"}), frozenset({"VBZ", "VBP"})


def with_aside(doc: Doc, draft: Draft) -> Draft:
    """The draft; of an aside with all that is said before and behind it, and its speaker."""
    cue = doc.char_span(*draft.cue[0], alignment_mode="expand") if draft.cue else None
    verb = cue.root if cue is not None else None
    speaker = None if verb is None else _speaker(verb)
    if verb is None or speaker is None:
        return draft
    clause = next((c for c in children(verb, "ccomp") if c.i > speaker.right_edge.i + 1), None)
    first = None if clause is None else min(clause.left_edge.i, *(t.left_edge.i for t in clause.children))
    if clause is None or first is None or first >= verb.i - 1:
        return draft
    before, behind = doc[first : verb.i - 1], doc[speaker.right_edge.i + 2 : clause.right_edge.i + 1]
    if any(t.is_quote or t.text == ";" for t in (*before, *behind)):
        return draft
    end = behind[-1].idx if behind[-1].is_punct else behind.end_char
    content = ((before.start_char, before.end_char), (behind.start_char, end))
    return replace(draft, source=span_of(speaker)[:1], content=content)


def _speaker(verb: Token) -> Token | None:
    """ "A farmer" of ", said a farmer,"."""
    doc = verb.doc
    if not is_verb(verb) or doc[verb.i - 1].text != ",":
        return None
    found = next((c for c in children(verb, "nsubj") if c.left_edge.i == verb.i + 1), None)
    closed = found is not None and found.right_edge.i + 1 < len(doc) and doc[found.right_edge.i + 1].text == ","
    return found if closed else None


def is_of_another(token: Token, cue: Token) -> bool:
    """ "…, while the rebels deny it": a clause with a speaker and a verb of speech of its own beside what the cue says,
    of the cue's time.
    """
    words = children(token, "mark", "cc")
    against = [c for c in words if c.lower_ in AGAINST and c.i and c.nbor(-1).text == ","] if token.i > cue.i else []
    if not against or base(token.dep_) not in ("conj", "advcl") or children(token, "aux"):
        return False
    subject = next((c for c in children(token, "nsubj") if c.i < token.i), None)
    times = [times for times in (PAST, PRESENT) if cue.tag_ in times]
    told = subject is not None and subject.pos_ != "PRON" and can_speak(subject) and token.tag_ in (*PAST, *PRESENT)
    if not told or not times or (PAST in times and token.tag_ in PRESENT and against[0].lower_ == "but"):
        return False
    return next(entries_at(token), None) is not None


def answer_beside(verb: Token) -> DocSpan | None:
    """ "Which" of "…, which the rebels dispute", "something" of "…, something that the warden denies", "a" of "…, a
    report that the town called absurd": with that the words by which another one answers what is said.
    """
    named = lemma(verb) in load_cues().parts["naming"] and bool(children(verb, "xcomp"))
    if not (named or lemma(verb) in UNTRUE):
        return None
    subject = next((c for c in children(verb, "nsubj") if c.i < verb.i), None)
    somebody = subject is not None and subject.pos_ != "PRON" and (can_speak(subject) or is_somebody(subject))
    if not somebody or children(verb, "aux"):
        return None
    which = next((c for c in children(verb, "obj") if c.lower_ == "which" and c.i < verb.i), None)
    claim = verb.head if base(verb.dep_) == "acl" and lemma(verb.head) in NAMING else None
    top = claim if which is None else verb
    words = () if top is None else [t for t in top.subtree if not t.is_punct]
    return verb.doc[words[0].i : words[-1].i + 1] if words and words[0].i and words[0].nbor(-1).text == "," else None


def says_nothing(doc: Doc, draft: Draft) -> bool:
    """ "…, said the mayor, referring to the raid": a participle that says what was meant."""
    cue = doc.char_span(*draft.cue[0], alignment_mode="expand") if draft.cue else None
    return cue is not None and cue.root.tag_ == "VBG" and lemma(cue.root) in MEANING and cue.root.dep_ == "advcl"
