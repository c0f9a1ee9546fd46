"""Who says it closes the sentence ("…, a nurse at the ward told the court."), whatever the parse makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.codebook.grammar import TOLD
from sayso.codebook.match import lemma
from sayso.codebook.nominals import nominal_kind
from sayso.codebook.syntax import base, children, is_passive, is_verb
from sayso.extract._saying.agreement import can_speak
from sayso.extract._saying.charges import ANSWERED, SAID
from sayso.extract._saying.draft import Draft
from sayso.extract._saying.frames import PLAIN, entries_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

#: Words of a source before its cue.
LONGEST_SOURCE = 12
#: Words that may follow it, whatever they are, and words of a hearer, how and when ("told the
#: Sahel Evening Post by telephone on Monday").
LONGEST_REST, LONGEST_HEARER = 2, 8


def by_last_words(doc: Doc) -> Iterator[Draft]:
    """Statements of sentences that end in a comma, speakers and a verb of speech, in text order."""
    for sentence in doc.sents:
        last = [token for token in sentence if not token.is_punct and not token.is_space][-1 - LONGEST_HEARER :]
        verb = next((token for token in reversed(last) if token.tag_ in TOLD and is_verb(token)), None)
        if verb is not None and (verb in last[-1 - LONGEST_REST :] or _ends_with_hearer(verb, last[-1])):
            yield from _closed_by(verb, sentence)


def _closed_by(verb: Token, sentence: DocSpan) -> Iterator[Draft]:
    phrase, entry = speakers_before(verb), next((cue for cue, _ in entries_at(verb)), None)
    if phrase is None or entry is None or "clause" not in entry.frames[:1]:
        return
    said = verb.doc[sentence.start : phrase.start - 1]
    marks = [token.i for token in said if token.text == ";" or token.is_space]
    said = verb.doc[max(marks, default=said.start - 1) + 1 : said.end]
    subordinate = any(token.tag_ == "WRB" or token.dep_ == "mark" for token in said[:2])
    if subordinate or any(token.is_quote for token in said) or not any(children(token, "nsubj") for token in said):
        return
    source, content = (phrase.start_char, phrase.end_char), (said.start_char, said.end_char)
    cue = (verb.idx, verb.idx + len(verb))
    yield Draft(source=(source,), cue=(cue,), content=(content,), by=f"frames:{entry.name}:last", score=PLAIN)


def speakers_before(verb: Token) -> DocSpan | None:
    """The nouns between the last comma and a finite verb, one of them for somebody who can speak."""
    if verb.tag_ not in TOLD or not is_verb(verb) or is_passive(verb):
        return None
    first = verb.i
    while first > verb.sent.start and verb.i - first <= LONGEST_SOURCE and not verb.doc[first - 1].is_punct:
        first -= 1
    phrase = verb.doc[first : verb.i]
    plain = verb.doc[first : _clause_about(verb, phrase)]
    if first == verb.sent.start or verb.doc[first - 1].text != "," or not any(map(_speaks, plain)):
        return None
    clause = any(is_verb(token) or token.pos_ in ("AUX", "SCONJ") or token.lower_ == "that" for token in plain)
    relative = any(token.tag_ in ("WDT", "WP") for token in plain)
    relative = relative or (len(plain) == len(phrase) and _is_told_of(verb, phrase))
    return None if clause or relative or phrase[0].pos_ in ("CCONJ", "ADP") else phrase


def _speaks(token: Token) -> bool:
    """A word for somebody, also one that only the language model takes for people ("a docker")."""
    return can_speak(token) or nominal_kind(token) in ("person", "group")


def _ends_with_hearer(verb: Token, last: Token) -> bool:
    """Whether who is told, and then no more than how and when, stands from the verb to the last word."""
    behind = [child for child in verb.rights if not child.is_punct]
    told = bool(behind) and behind[0].dep_ == "iobj" and behind[0].left_edge.i == verb.i + 1
    return told and all(base(c.dep_) == "obl" for c in behind[1:]) and behind[-1].right_edge.i >= last.i


def _clause_about(verb: Token, phrase: DocSpan) -> int:
    """Where "who asked not to be named" begins that fills the words from a speaker to the verb; else where the verb
    stands.
    """
    pronoun = next((token for token in phrase if token.tag_ in ("WDT", "WP")), None)
    if pronoun is None or not pronoun.i > phrase.start or not _speaks(pronoun.nbor(-1)):
        return verb.i
    clause = pronoun.head
    fills = clause.dep_ == "acl:relcl" and clause.right_edge.i == verb.i - 1 and clause.left_edge.i == pronoun.i
    return pronoun.i if fills and clause.i != verb.i and not children(verb, "nsubj") else verb.i


def _is_told_of(verb: Token, phrase: DocSpan) -> bool:
    """ "…, a charge Holm denied": the verb tells of the noun before its subject."""
    relative = verb.dep_ == "acl:relcl" and phrase.start <= verb.head.i < phrase.end
    return relative or (lemma(verb) in ANSWERED and any(lemma(token) in SAID for token in phrase))
