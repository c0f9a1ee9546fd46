"""What belongs to a statement and was left out, and what was taken in: the rest of a cue ("would like to stress",
"expressed regret over"), the first half of a clause that the cue interrupts, the statement's own cue.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import FINITE, TOLD
from sayso.codebook.match import lemma
from sayso.codebook.syntax import base, children, is_verb, noun_owner
from sayso.extract._saying.agreement import rejoined
from sayso.extract._saying.asides import answer_beside, is_of_another, with_aside
from sayso.extract._saying.charges import ANSWERED, SAID
from sayso.extract._saying.draft import Draft, outer, without
from sayso.extract._saying.frames import clause_beside, entries_at, span_of
from sayso.extract._saying.goes_on import further_half, second_half, whole_end
from sayso.extract._saying.last_words import speakers_before
from sayso.extract._saying.views import with_whole_start
from sayso.model import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

#: Words that may stand between a cue and what it cues and are still of the cue.
LONGEST = 6
#: Parts of speech of when and where something was said.
_WHEN = frozenset(("ADP", "DET", "NOUN", "PROPN", "NUM", "ADJ"))
#: Words of "a charge that", "the repeated accusation" after its comma.
LONGEST_CHARGE = 4
#: Words between two pieces of a content that are still of it.
LONGEST_HOLE = 9


def with_whole_object(doc: Doc, draft: Draft) -> Draft:
    """The draft; where its content is the end of what its cue governs ("denied a claim by the guild [that …]", "accused
    them of hiding [the arms]"), with the beginning.
    """
    if not draft.cue or not draft.content:
        return draft
    cue = doc.char_span(*draft.cue[-1], alignment_mode="expand")
    content = doc.char_span(*draft.content[0], alignment_mode="contract")
    if cue is None or not content or content.start <= cue.end or content.sent.start != cue.sent.start:
        return draft
    gap = doc[cue.end : content.start]
    if not is_verb(cue.root) or any(token.is_quote or token.is_space for token in gap):
        return draft
    top = content.root
    if top.dep_ == "ccomp":
        top = next((one for one in children(cue.root, "obj") if clause_beside(one) == top), top)
    whole = next((one for one in _governed(cue.root) if one.left_edge in gap and top in one.subtree), None)
    if whole is None:
        return draft
    apart = any(not top.is_ancestor(token) for token in doc[whole.left_edge.i : content.start])
    if apart and top.head.i == whole.i and not noun_owner(whole) and base(whole.dep_) != "advcl":
        return draft
    return replace(draft, content=((whole.left_edge.idx, draft.content[0][1]), *draft.content[1:]))


def _governed(verb: Token) -> list[Token]:
    """What the verb says: its clause, or its object where that is no hearer and no part of the cue."""
    turned_to = any("object" in entry.hearer for entry, _ in entries_at(verb))
    light = verb.lemma_ in load_cues().parts["light"]
    of_deed = [c for c in children(verb, "advcl") if any(mark.lower_ == "of" for mark in children(c, "mark", "case"))]
    return [*children(verb, "ccomp"), *of_deed] if turned_to or light else [*children(verb, "ccomp", "obj"), *of_deed]


def with_whole_source(doc: Doc, draft: Draft) -> Draft:
    """The draft; where its cue closes the sentence (", sailors and a clerk at the quay said") and no source or the last
    of several was found, with all that stand between the comma and the cue.
    """
    cue = doc.char_span(*draft.cue[0], alignment_mode="expand") if draft.cue and draft.content else None
    phrase = speakers_before(cue.root) if cue is not None else None
    if phrase is None or draft.content[0][0] >= phrase.start_char or not _is_last(phrase, draft.source):
        return draft
    if draft.source and draft.content[-1][0] >= phrase.start_char:
        return draft
    return replace(draft, source=((phrase.start_char, phrase.end_char),), content=_up_to(doc, draft.content, phrase))


def with_bare_charge(doc: Doc, draft: Draft) -> Draft:
    """The draft; of "A accused B of it, a charge B denied" B denies "a charge" alone."""
    before = [span for span in draft.content if draft.cue and span[1] <= draft.cue[0][0]]
    words = doc.char_span(*before[-1], alignment_mode="contract") if before else None
    if words is None or not len(words) or lemma(words[-1]) not in SAID:
        return draft
    comma = next((t for t in reversed(words[-LONGEST_CHARGE:]) if t.text == ","), None)
    cue = doc.char_span(*draft.cue[0], alignment_mode="expand")
    first = comma.nbor(1) if comma is not None else None
    if cue is None or first is None or first.pos_ != "DET" or lemma(cue.root) not in ANSWERED:
        return draft
    return replace(draft, content=((first.idx, before[-1][1]),))


def with_bare_source(doc: Doc, draft: Draft) -> Draft:
    """The draft; a source that took in what it does ("the crews promised to stay") is its subject alone, and one that
    only found or saw the paper that says it gives way to the paper ("letters seen by the daily show").
    """
    source = doc.char_span(*draft.source[0], alignment_mode="expand") if draft.source else None
    if source is None or not len(source):
        return draft
    if (whole := _whose_finder(doc, draft, source.root)) is not None:
        return replace(draft, source=(span_of(whole)[0],))
    if not is_verb(source.root):
        return draft
    subject = next((c for c in children(source.root, "nsubj") if source.start <= c.i < source.root.i), None)
    if subject is None or source.root.tag_ not in TOLD:
        return draft
    return replace(draft, source=((source.start_char, span_of(subject)[-1][1]),))


def _whose_finder(doc: Doc, draft: Draft, source: Token) -> Token | None:
    """ "Letters" of "letters seen by the daily show that …", where the daily was taken for the source."""
    cue = doc.char_span(*draft.cue[0], alignment_mode="expand") if draft.cue else None
    if cue is None or base(source.dep_) != "obl" or source.head.dep_ != "acl":
        return None
    noun = source.head.head
    return noun if base(noun.dep_) == "nsubj" and noun.head.i == cue.root.i and noun.i < source.i else None


def _up_to(doc: Doc, content: Spans, phrase: DocSpan) -> Spans:
    """The content up to the comma before the speakers, and its whole first clause."""
    comma = phrase[0].nbor(-1)
    content = tuple((start, min(last, comma.idx)) for start, last in content if start < comma.idx)
    content = ((_clause_start(doc, content[0][0], phrase.sent, comma), content[0][1]), *content[1:])
    rest = doc.char_span(content[-1][1], comma.idx, alignment_mode="contract") if content[-1][1] < comma.idx else None
    if rest is None or any(t.is_quote or t.is_space or t.text == ";" or next(entries_at(t), None) for t in rest):
        return content
    return (*content[:-1], (content[-1][0], comma.idx))


def _clause_start(doc: Doc, start: int, sentence: DocSpan, end: Token) -> int:
    """Where the words begin that are said before ", a clerk said": from the sentence's start on, where they start in
    mid-phrase or are no more than when and where.
    """
    words = (
        doc.char_span(sentence.start_char, start, alignment_mode="contract") if sentence.start_char < start else None
    )
    last = words[-1] if words is not None and len(words) else None
    if words is None or last is None or any(t.is_quote or t.is_space or t.text == ";" for t in words):
        return start
    clause = last.is_punct and any(t.tag_ in FINITE for t in doc[last.i + 1 : end.i])
    return start if clause or last.pos_ == "CCONJ" else sentence.start_char


def _is_last(phrase: DocSpan, source: Spans) -> bool:
    """Whether the source is missing, or the phrase, or the last of those that it names, or somebody before it."""
    if not source or source[0][0] == phrase.start_char or source[0][1] < phrase.start_char:
        return True
    if any(token.idx == source[0][0] and token.tag_ in ("WDT", "WP") for token in phrase):
        return True  # "who" of "a clerk who saw it said"
    before = [t.lower_ for t in phrase if phrase.start_char < source[0][0] and t.idx < source[0][0]]
    return before[-1:] == ["and"]


def completed_by_parse(doc: Doc, text: str, draft: Draft, *, own: bool) -> Draft:
    """The draft with its whole cue, without its own words in its content, and with both halves of the content.

    `own`: it stands in somebody's own speech.
    """
    if not draft.cue or not draft.content:
        return draft
    draft = _with_halves(doc, text, draft, own=own)
    return replace(draft, content=_without_answers(doc, draft))


def _with_halves(doc: Doc, text: str, draft: Draft, *, own: bool) -> Draft:
    draft = with_aside(doc, draft)
    draft = replace(draft, content=_closed_up(doc, draft))
    draft = _not_saying(doc, replace(draft, content=_without_own(draft)))
    draft = replace(draft, cue=_whole_cue(doc, text, draft))
    draft = replace(draft, content=(*draft.content[:-1], _ended(doc, draft.cue[0], draft.content[-1], own=own)))
    draft = with_whole_start(doc, text, replace(draft, content=_whole_clause(doc, text, draft)))
    half = _first_half(doc, text, draft)
    if half is not None:
        return replace(draft, content=(half, *draft.content))
    half = second_half(doc, draft) or further_half(doc, draft)
    return draft if half is None else replace(draft, content=(*draft.content, half))


def _without_answers(doc: Doc, draft: Draft) -> Spans:
    """The content less what others answer beside it ("…, which the rebels dispute"), unless that is quoted."""
    words = doc.char_span(*outer(tuple(sorted(draft.content))), alignment_mode="contract")
    if not words:
        return draft.content
    sentences = doc[words[0].sent.start : words[-1].sent.end]
    answers = [found for t in sentences if (found := answer_beside(t)) is not None]
    first = words.start - (words.start > 0 and doc[words.start - 1].is_quote and not doc[words.start - 1].whitespace_)
    told = [a for a in answers if not sum(t.is_quote for t in doc[first : a.start]) % 2]
    holes = tuple((a.start_char, a.end_char) for a in told if not a.start_char <= draft.cue[0][0] < a.end_char)
    return tuple(piece for span in draft.content for piece in without(span, holes)) or draft.content


def _closed_up(doc: Doc, draft: Draft) -> Spans:
    """The content with the few words that were left out between two pieces of one clause."""
    pieces = sorted(draft.content)
    found = pieces[:1]
    for start, end in pieces[1:]:
        if _is_hole(doc, draft, (found[-1][1], start)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def _is_hole(doc: Doc, draft: Draft, gap: Span) -> bool:
    """Words that are neither source nor cue, with no mark and no end of a sentence among them."""
    words = doc.char_span(*gap, alignment_mode="contract") if gap[0] < gap[1] else None
    if (
        words is None
        or not 0 < len(words) <= LONGEST_HOLE
        or any(gap[0] <= start < gap[1] for start, _ in (*draft.source, *draft.cue))
    ):
        return False
    return not any(t.is_quote or t.is_space or t.is_sent_start for t in doc[words.start : words.end + 1])


def _without_own(draft: Draft) -> Spans:
    """The content less the clause of the cue that stands in it ("Peace, he said, is far")."""
    holes = []
    for span in draft.content:
        inside = [one for one in (*draft.source, *draft.cue) if span[0] < one[0] and one[1] < span[1]]
        if any(one in draft.cue for one in inside):
            holes.append((min(one[0] for one in inside), max(one[1] for one in inside)))
    return tuple(piece for span in draft.content for piece in without(span, tuple(holes))) if holes else draft.content


def _not_saying(doc: Doc, draft: Draft) -> Draft:
    """The draft with "to say" of "declined to say how many" in its cue and not in its content."""
    cue = doc.char_span(*draft.cue[-1], alignment_mode="expand")
    content = doc.char_span(*draft.content[0], alignment_mode="contract")
    if cue is None or not content or content.start != cue.end or len(content) < len(("to", "say", "how")):
        return draft
    verb = content[1]
    declines = cue.root.lemma_ in load_cues().parts["declining"] and content[0].lower_ == "to"
    if not declines or not any(entries_at(verb)) or verb.head.i != cue.root.i:
        return draft
    left = ((content[2].idx, draft.content[0][1]), *draft.content[1:])
    return replace(draft, cue=(*draft.cue[:-1], (draft.cue[-1][0], verb.idx + len(verb))), content=left)


def _whole_cue(doc: Doc, text: str, draft: Draft) -> Spans:
    """The cue with the infinitive or the noun and preposition between it and its content."""
    last, start = draft.cue[-1][1], draft.content[0][0]
    if start <= last or "\n" in text[last:start]:
        return draft.cue
    cue = doc.char_span(*draft.cue[-1], alignment_mode="expand")
    gap = doc.char_span(last, start, alignment_mode="contract")
    if cue is None or gap is None or not 0 < len(gap) <= LONGEST:
        return draft.cue
    end = _infinitive_end(cue, gap) or _noun_end(cue, gap)
    return draft.cue if end is None else (*draft.cue[:-1], (draft.cue[-1][0], end.idx + len(end)))


def _infinitive_end(cue: DocSpan, gap: DocSpan) -> Token | None:
    """The last word of "to stress", "to single out" in the gap."""
    if gap[0].lower_ != "to" or cue.root.lemma_ not in load_cues().parts["wanting"]:
        return None
    verb = next((token for token in gap if is_verb(token) and any(entries_at(token))), None)
    if verb is None:
        return gap[-1] if is_verb(gap[-1]) and gap[-1].head.i == cue.root.i else None
    particles = [token for token in gap if token.i > verb.i and token.head.i == verb.i and token.dep_ == "compound:prt"]
    return particles[-1] if particles else verb


def _noun_end(cue: DocSpan, gap: DocSpan) -> Token | None:
    """The noun of "expressed [the resolve] to", the preposition of "… regret over", that end the gap after a verb."""
    last, parts = gap[-1], load_cues().parts
    told_again = cue.root.lemma_ in parts["restating"] and any(any(entries_at(t)) for t in gap if t.pos_ == "NOUN")
    if not is_verb(cue.root) or not (told_again or cue.root.lemma_ in parts["light"]):
        return None
    if last.pos_ == "NOUN" and base(last.dep_) == "obj" and last.head.i == cue.root.i:
        return last
    if last.pos_ != "ADP":
        return None
    nouns = [t for t in gap if t.pos_ == "NOUN" and base(t.dep_) == "obj" and t.head.i == cue.root.i]
    return last if nouns and all(t.i >= gap.start for t in nouns[0].subtree if t.i < nouns[0].i) else None


def _ended(doc: Doc, cue: Span, content: Span, *, own: bool) -> Span:
    """The content up to where its clause ends: before a verb of a clause further out, or the "as …" that the verb over
    a noun cue takes ("dismissed warnings that … as …"); with the relative clause that its last word carries.
    """
    words = doc.char_span(*content, alignment_mode="contract")
    if not words or (len(words) < 2 and (base(words.root.dep_) != "nsubj" or words.root.pos_ not in ("NOUN", "PROPN"))):
        return content
    noun = doc.char_span(*cue, alignment_mode="expand")
    inside = [token for token in words if token.i > words.start]
    stops = [_first_word(t).idx for t in inside if rejoined(t) is not None or (noun and _goes_on(noun.root, t))]
    stops += [_first_word(t).idx for t in inside if noun and is_of_another(t, noun.root)]
    end = min(stops, default=content[1])
    phrase = _as_phrase(noun.root, words, end) if noun is not None else None
    if phrase is not None or stops:
        return content[0], phrase if phrase is not None else end
    following = [c for c in words[-1].children if c.dep_ == "acl:relcl" and c.left_edge.i == words.end]
    clause = next((c for c in following if not c.left_edge.is_punct), None)
    last = content[1] if clause is None else clause.right_edge.idx + len(clause.right_edge)
    return content[0], last if noun is None else max(last, whole_end(noun, words, own=own))


def _goes_on(cue: Token, token: Token) -> bool:
    """ "Ordered them to pay and barred them from office": the next thing that the speaker does; "said it was late and
    left" may be either.
    """
    joined = token.dep_ == "conj" and token.head.i == cue.i < token.i and token.tag_ == cue.tag_
    return joined and cue.tag_ in TOLD and not children(cue, "ccomp", "parataxis")


def _first_word(conjunct: Token) -> Token:
    """The conjunct's first word, its conjunction and the mark before that left out."""
    first = conjunct.left_edge
    while first.i > conjunct.sent.start and first.nbor(-1).is_punct:
        first = first.nbor(-1)
    return first


def _whole_clause(doc: Doc, text: str, draft: Draft) -> Spans:
    """The content before "…, they said" with the subject and the verb of the clause that it is a part of."""
    start, end = draft.content[0]
    cue = doc.char_span(*draft.cue[0], alignment_mode="expand")
    words = doc.char_span(start, end, alignment_mode="contract")
    if cue is None or not words or cue.start < words.end or not is_verb(cue.root):
        return draft.content
    said = [c for c in cue.root.children if c.dep_ in ("ccomp", "parataxis") and c.i < cue.root.i]
    said += [cue.root.head] if cue.root.dep_ == "parataxis" and cue.root.head.i < cue.root.i else []
    clause = next((c for c in said if words[-1] in c.subtree), None)
    subject = None if clause is None else next((c for c in clause.children if base(c.dep_) == "nsubj"), None)
    if clause is None or subject is None:
        return draft.content
    first = clause.left_edge.idx if subject.i < words.start else start
    before = min(span[0] for span in (*draft.source, *draft.cue) if span[0] >= end)
    inside = [t for t in clause.subtree if t.idx + len(t) <= before and not t.is_punct]
    last = inside[-1].idx + len(inside[-1])
    if any(mark in text[first:last] for mark in '"“”«»\n') or last < end:
        return draft.content
    return ((first, last), *draft.content[1:])


def _as_phrase(noun: Token, words: DocSpan, end: int) -> int | None:
    """Where the "as …" at the content's end begins that belongs to the verb over the cue's noun."""
    verb = noun.head
    if noun.pos_ != "NOUN" or noun.dep_ != "obj" or not is_verb(verb):
        return None
    if not any("as" in entry.frames for entry, _ in entries_at(verb)):
        return None
    inside = [t for t in words if t.lower_ == "as" and t.dep_ == "case" and t.idx < end]
    last = inside[-1] if inside else None
    if last is None or last.i <= words.start + 1 or last.head.right_edge.idx + len(last.head.right_edge) < end - 2:
        return None
    return last.idx


def _is_aside(doc: Doc, text: str, gap: Span) -> bool:
    """Whether the words between cue and content are a comma, or when and where it was said and a comma."""
    between = text[slice(*gap)].strip(" \u00a0")
    words = doc.char_span(*gap, alignment_mode="contract") if len(between) > 1 else None
    plain = words is None or all(t.pos_ in _WHEN for t in words[:-1])
    return between.endswith(",") and plain


def _first_half(doc: Doc, text: str, draft: Draft) -> Span | None:
    """The words before a cue that interrupts the clause whose rest is the content."""
    start = min(span[0] for span in (*draft.source, *draft.cue))
    end = max(span[1] for span in (*draft.source, *draft.cue))
    before = text[:start].rstrip(" \u00a0")
    rest = doc.char_span(*draft.content[0], alignment_mode="contract")
    if not before.endswith(",") or rest is None or not _is_aside(doc, text, (end, draft.content[0][0])):
        return None
    words = [t for t in rest.sent if t.idx < len(before) - 1 and not t.is_space]
    top = [t for t in words if t.head.i > words[-1].i]
    joined = rest[0].dep_ == "cc" and rest[0].head.dep_ == "conj" and rest[0].head.head in words
    if not joined and not (top and all(rest.start <= t.head.i < rest.end for t in top)):
        return None
    return words[0].idx, len(before) - 1
