"""What a speaker says of himself in his own words: "I am confident that", "we thank", "we will never accept".

Only where somebody speaks at length: in a turn of a transcript, in a letter that is quoted, in a report that is a
speech or a statement itself. There the attribution head, which learned from news, sees little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.syntax import base, case_of, children, is_verb
from sayso.codebook.tree import text_of
from sayso.extract._saying.draft import Draft, Shelf
from sayso.extract._saying.frames import is_somebody, span_of
from sayso.extract._saying.leads import lead_of
from sayso.extract._saying.quotes import Quotation
from sayso.extract._saying.turns import Turn
from sayso.model import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BY = "own words"
#: How sure such a statement is; most of those read by eye were right.
SCORE = 0.7
_SPEAKERS = frozenset(("i", "we"))
#: "Let me stress"
_LETTING = frozenset(("me", "us"))
_WILL = frozenset(("will", "shall", "'ll", "’ll"))
_WITH_WILL = frozenset(("not", "never", "always", "also"))
_SHOWN = frozenset(("solidarity", "support", "unity", "sympathy"))
_UNSURE = frozenset(("if", "unless", "when", "once", "until", "whether", "while", "as", "because"))
#: A quotation with a stop inside is a letter's, not a sentence's.
_STOPS = (". ", "! ", "? ")


def spoken_places(
    doc: Doc, text: str, quotations: Sequence[Quotation], turns: Sequence[Turn], *, whole: bool
) -> Shelf[Span]:
    """Where somebody speaks at length; the `whole` text where the report is one."""
    shelf: Shelf[Span] = Shelf()
    for turn in turns:
        for span in turn.content:
            shelf.put(span, span)
    for quotation in quotations:
        many = any(stop in text[slice(*quotation.inside)] for stop in _STOPS)
        if many and not quotation.depth and lead_of(doc, text, quotation) is not None:
            shelf.put(quotation.span, quotation.span)
    if whole:
        shelf.put((0, len(text)), (0, len(text)))
    return shelf


def by_own_words(doc: Doc, text: str, places: Shelf[Span], frames: Sequence[Draft]) -> list[Draft]:
    """Statements of "I" and "we" in the places, in text order."""
    found = [
        _from_frame(doc, frame)
        for frame in frames
        if places.over(frame.cue[0]) and (_is_performed(doc, text, frame) or _must_be_said(doc, frame.cue[0]))
    ]
    for token in doc:
        if token.lower_ in _SPEAKERS and base(token.dep_) == "nsubj" and places.over((token.idx, token.idx + 1)):
            found += (*_of_adjective(token), *_of_standing(token), *_of_future(token))
        if token.lower_ == "it" and token.dep_ == "expl" and places.over((token.idx, token.idx + 1)):
            found += _of_impersonal(token)
        if token.lower_ in _SPEAKERS | _LETTING and places.over((token.idx, token.idx + 1)):
            found += _of_clarity(token)
    return sorted(found, key=lambda draft: draft.cue)


def _is_performed(doc: Doc, text: str, frame: Draft) -> bool:
    """ "I thank", "we would like to stress", "let me add": the saying is the deed, said of oneself and now."""
    verb = _word_at(doc, frame.cue[0])
    speaker = text[slice(*frame.source[0])].lower() if frame.source else ""
    _, _, kind = frame.by.rpartition(":")
    if verb is None or kind not in load_cues().own.get(verb.lemma_.lower(), ()) or _is_supposed(verb):
        return False
    if verb.lemma_ == "welcome" and any(is_somebody(c) for c in children(verb, "obj")):
        return False
    over = _outermost(verb)
    let = verb.head.lower_ in ("let", "allow") and not any(c.i < verb.head.i for c in children(verb.head, "nsubj"))
    if speaker not in (_LETTING if let else _SPEAKERS):
        return False
    if over is verb and not let and not children(verb, "nsubj") and verb.dep_ != "conj":
        return False
    past = over.tag_ in ("VBD", "VBG", "VBN") and over.lower_ != over.lemma_.lower()
    return not past and not any(c.lower_ in _WILL for c in verb.children)


def _word_at(doc: Doc, cue: Span) -> Token | None:
    words = doc.char_span(*cue, alignment_mode="expand")
    return next((token for token in words or () if is_verb(token) and base(token.dep_) != "aux"), None)


def _outermost(verb: Token) -> Token:
    """The word over "to stress" in "would like to stress", "am pleased to stress"."""
    cues, over = load_cues(), verb.head
    wanted = over.lemma_ in cues.parts["wanting"] or (over.lower_ in cues.adjectives and bool(children(over, "cop")))
    return over if verb.dep_ == "xcomp" and wanted else verb


def _from_frame(doc: Doc, frame: Draft) -> Draft:
    verb = _word_at(doc, frame.cue[0])
    over = _outermost(verb) if verb is not None else None
    start = frame.cue[0][0] if over is None or over is verb else _first(over).idx
    return Draft(source=frame.source, cue=((start, frame.cue[0][1]),), content=frame.content, by=BY, score=SCORE)


def _first(head: Token) -> Token:
    """The first auxiliary, copula or adverb right before the word."""
    first = head
    for child in sorted(head.children, key=lambda c: -c.i):
        if child.i == first.i - 1 and base(child.dep_) in ("aux", "cop", "advmod"):
            first = child
    return first


def _is_supposed(head: Token) -> bool:
    """A clause of a condition or a question, or one that is told of another time."""
    marked = any(child.dep_ == "mark" and child.lower_ in _UNSURE for child in head.children)
    return marked or base(head.dep_) in ("advcl", "acl") or head.sent.text.rstrip().endswith("?")


def _of_adjective(speaker: Token) -> Iterator[Draft]:
    """ "I am sure that …", "we remain committed to …", "we are grateful to the nurses for …"."""
    cues = load_cues()
    over = speaker.head if speaker.head.lemma_.lower() in cues.parts["remaining"] else None
    word = next(iter(children(over, "xcomp")), speaker.head) if over is not None else speaker.head
    entry = cues.adjectives.get(word.lower_) if word.pos_ in ("ADJ", "VERB") else None
    copula = over or next(iter(children(word, "cop", "aux:pass")), None)
    if entry is None or copula is None or copula.tag_ not in ("VBP", "VBZ") or _is_supposed(word):
        return
    content = _after_adjective(word, to=entry.act == "promise")
    if content:
        cue = (_first(over or word).idx, word.idx + len(word))
        yield Draft(source=span_of(speaker), cue=(cue,), content=content, by=f"{BY}:{entry.name}", score=SCORE)


def _of_impersonal(it: Token) -> Iterator[Draft]:
    """ "It is gratifying that …", "it is encouraging to see that …": a view of the one who speaks, who is not named."""
    word = it.head
    entry = load_cues().adjectives.get(word.lower_) if word.pos_ in ("ADJ", "VERB") else None
    clause = next((c for c in children(word, "csubj", "ccomp") if c.i > word.i), None)
    if entry is None or clause is None or _is_supposed(word) or not children(word, "cop", "aux"):
        return
    noted = next(iter(children(clause, "ccomp")), None) if clause.tag_ == "VB" else None
    cue = (_first(word).idx, word.idx + len(word))
    yield Draft(source=(), cue=(cue,), content=span_of(noted or clause), by=f"{BY}:{entry.name}", score=SCORE)


def is_own_view(doc: Doc, cue: Span) -> bool:
    """Whether nobody but the one who speaks can mean it: "it is gratifying to note", "it must be said"."""
    over = _over_it(doc, cue)
    return over is not None and (over.lower_ in load_cues().adjectives or _is_due(over))


def _must_be_said(doc: Doc, cue: Span) -> bool:
    over = _over_it(doc, cue)
    return over is not None and _is_due(over)


def _over_it(doc: Doc, cue: Span) -> Token | None:
    """The "gratifying" or "said" of an "it is gratifying to note", "it must be said"."""
    words = doc.char_span(*cue, alignment_mode="expand") or ()
    tops = (token.head if token.dep_ == "csubj" and token.tag_ == "VB" else token for token in words)
    return next((top for top in tops if children(top, "expl")), None)


def _is_due(verb: Token) -> bool:
    return any(c.tag_ == "MD" for c in children(verb, "aux"))


def _of_clarity(speaker: Token) -> Iterator[Draft]:
    """ "Let me be clear: the raids must end", "I want to be clear that …"."""
    over = speaker.head
    if over.lemma_.lower() not in load_cues().parts["wanting"] | {"let"}:
        return
    word = next((c for c in children(over, "xcomp", "ccomp") if c.lower_ == "clear"), None)
    if word is None or word.i < speaker.i:
        return
    told = (*children(word, "ccomp", "parataxis"), *children(over, "ccomp", "parataxis"))
    clause = next((c for c in told if c.i > word.i), None)
    if clause is not None:
        cue = (min(over.idx, _first(word).idx), word.idx + len(word))
        content = span_of(clause)
        yield Draft(source=span_of(speaker), cue=(cue,), content=content, by=f"{BY}:clear", score=SCORE)


def _of_standing(speaker: Token) -> Iterator[Draft]:
    """ "We stand with the people of Chad", "we stand against piracy"."""
    verb = speaker.head
    if verb.lemma_.lower() != "stand" or verb.tag_ not in ("VBP", "VB") or _is_supposed(verb):
        return
    sides = load_cues().parts["standing"]
    whom = next((c for c in children(verb, "obl") if c.i > verb.i and case_of(c) in sides), None)
    if whom is not None and case_of(whom) == "in":
        near = (*whom.children, *children(verb, "obl"))
        whom = next((c for c in near if case_of(c) == "with" and whom.lemma_ in _SHOWN), None)
    if whom is not None:
        content = span_of(whom, skip=tuple(c for c in whom.children if c.dep_ == "case"))
        cue = (_first(verb).idx, content[0][0])
        cue = (cue[0], cue[0] + len(text_of(verb.doc)[slice(*cue)].rstrip()))
        yield Draft(source=span_of(speaker), cue=(cue,), content=content, by=f"{BY}:stand", score=SCORE)


def _after_adjective(word: Token, *, to: bool) -> Spans:
    """The clause that follows, an infinitive where that is what is promised, else what "for" or "of" it is."""
    clauses = [c for c in children(word, "ccomp") if c.i > word.i]
    clauses += [c for c in children(word, "xcomp", "advcl") if to and c.tag_ == "VB" and c.i > word.i]
    if clauses:
        return span_of(clauses[0])
    near = [c for c in word.children if c.i > word.i and case_of(c) in ("for", "of", "about", "with", "to")]
    first = next((c for c in near if not to or case_of(c) == "to"), None)
    last = next((c for c in near if case_of(c) == "for"), first)
    return () if last is None else span_of(last, skip=tuple(c for c in last.children if c.dep_ == "case"))


def _has_own_subject(clause: Token) -> bool:
    """A clause of its own beside the promise, and no more of what is promised."""
    return bool(children(clause, "nsubj", "csubj", "expl")) or any(c.lower_ in _WILL for c in children(clause, "aux"))


def _of_future(speaker: Token) -> Iterator[Draft]:
    """ "We will keep the road open", "we will never accept": a promise of the speaker's own."""
    verb = speaker.head
    will = next((c for c in children(verb, "aux") if c.lower_ in _WILL and c.i > speaker.i), None)
    idle = verb.lemma_.lower() in load_cues().parts["idle"]
    if (
        will is None
        or will.i > verb.i
        or not is_verb(verb)
        or idle
        or _is_supposed(verb)
        or base(verb.dep_) not in ("ROOT", "conj")
    ):
        return
    apart = [c for c in children(verb, "conj", "parataxis") if c.i > verb.i and _has_own_subject(c)]
    first = min((c.left_edge.i for c in apart), default=verb.right_edge.i + 1)
    right = verb.doc[first - 1]
    while right.i > verb.i and (right.is_punct or right.pos_ == "CCONJ"):
        right = right.nbor(-1)
    last = will
    while last.i + 1 < len(verb.doc) and last.nbor().lower_ in _WITH_WILL:
        last = last.nbor()
    content = (last.idx + len(last), right.idx + len(right))
    cue = (will.idx, last.idx + len(last))
    yield Draft(source=span_of(speaker), cue=(cue,), content=(content,), by=f"{BY}:promise", score=SCORE)
