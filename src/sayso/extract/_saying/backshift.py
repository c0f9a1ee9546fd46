"""What somebody goes on to say without another word of saying: "…, she said. It would only help the rebels."

"Would" in a sentence of its own, right behind one in which somebody said something, is "will" in the speaker's mouth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.syntax import children, is_verb
from sayso.extract._saying.acts import cue_head
from sayso.extract._saying.draft import Draft, Shelf
from sayso.extract._saying.frames import entries_at, forms_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

    from sayso.extract._saying.quotes import Quotation

BY = "goes_on:would"
#: How sure such a statement is beside the one that it goes on with.
SHARE = 0.7
#: Words of who would have done otherwise, of what was usual, and of the report's own question.
_NOT_SAID = frozenset({"have", "often", "always", "usually", "sometimes", "?"})


def by_backshift(doc: Doc, quotations: Sequence[Quotation], drafts: Sequence[Draft]) -> list[Draft]:
    """Sentences that go on with what the sentence before them says that somebody said."""
    taken: Shelf[Draft] = Shelf()
    for draft in drafts:
        for span in (*draft.cue, *draft.content):
            taken.put(span, draft)
    quoted: Shelf[Quotation] = Shelf()
    for quotation in quotations:
        quoted.put(quotation.span, quotation)
    found: list[Draft] = []
    last: Draft | None = None
    for sentence in doc.sents:
        span = (sentence.start_char, sentence.end_char)
        inside = taken.over(span)
        if inside and not (last is not None and _is_free(sentence, inside)):
            last = _last_said(doc, sentence, inside)
        elif last is not None and not quoted.over(span) and _is_backshifted(sentence):
            last = _going_on(last, sentence)
            found.append(last)
        elif sentence.text.strip():
            last = None
        if "\n" in sentence.text.lstrip():
            last = None
    return found


def _last_said(doc: Doc, sentence: DocSpan, inside: Sequence[Draft]) -> Draft | None:
    """What the sentence lays to somebody in the past tense and in its own words."""
    ours = [draft for draft in inside if draft.source and draft.cue and draft.cue[0][0] >= sentence.start_char]
    draft = max(ours, key=lambda one: one.cue[0][0], default=None)
    head = cue_head(doc, draft.cue) if draft is not None else None
    told = head is not None and is_verb(head) and head.tag_ == "VBD" and head.dep_ in ("ROOT", "conj", "parataxis")
    return draft if head is not None and told and _is_speech(head) else None


def _is_speech(head: Token) -> bool:
    """ "Said", "warned", "called it"; not "showed", "decided"."""
    entry = next((cue for cue, _ in entries_at(head)), None)
    spoken = any("clause" in load_cues().plain.get(form, ()) for form in forms_of(head))
    named = not load_cues().parts["naming"].isdisjoint(forms_of(head))
    return spoken or named or (entry is not None and entry.act in ("accuse", "criticize", "deny", "warn"))


def _is_free(sentence: DocSpan, inside: Sequence[Draft]) -> bool:
    """Whether its main verb is in nothing that is said, and says nothing itself."""
    at = sentence.root.idx
    return not any(start <= at < end for draft in inside for start, end in (*draft.cue, *draft.content))


def _is_backshifted(sentence: DocSpan) -> bool:
    """Whether "would" stands with its main verb, and tells of nothing unreal or usual."""
    helpers = {c.lower_ for c in children(sentence.root, "aux")}
    words = {t.lower_ for t in sentence}
    return "would" in helpers and not words & _NOT_SAID


def _going_on(before: Draft, sentence: DocSpan) -> Draft:
    words = [t for t in sentence if not t.is_space]
    while len(words) > 1 and words[-1].is_punct:
        words.pop()
    content = (words[0].idx, words[-1].idx + len(words[-1]))
    return Draft(source=before.source, cue=(), content=(content,), by=BY, score=before.score * SHARE)
