"""Where words tell of what is to come: cues of `codebook/outlook.toml` with what is expected and whose expectation it
is.

What is expected is a clause ("The truce is likely to hold": the whole of it) or the complement of the cue ("plans to
march", "warns of cholera"). One run of words each; the cue may stand inside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from sayso.codebook.cues import OutlookCue, OutlookWhere, load_cues
from sayso.codebook.grammar import NOT
from sayso.codebook.syntax import (
    RELATIVE,
    base,
    case_of,
    children,
    is_passive,
    is_verb,
    logical_subjects,
    noun_phrase,
)
from sayso.extract._expecting.expect_nouns import (
    behind_noun,
    is_timed,
    is_told_by,
    of_aim,
    of_modifier,
    of_noun,
    of_verb,
)
from sayso.extract._expecting.expectation import Expectation, is_act, is_finite, made, shared_subjects, thanked
from sayso.extract._expecting.runs import Run, before_condition, run_of
from sayso.extract._expecting.turned import so_will, surprise
from sayso.extract._saying.frames import is_clause, source_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: What one does on the brink of something.
_STANDING = frozenset("stands stand sits sit teeters teeter hovers hover seems appears".split())
#: "He'd left", and not "he'd leave".
_HAD = frozenset(("'d", "’d", "d"))
_STATIVE_BE = ("is", "are", "'s", "’s", "'re", "’re", "am")


def find_expectations(doc: Doc) -> Iterator[Expectation]:
    """All cues with something expected, in text order; traps are not yet sorted out."""
    table = load_cues().outlooks
    for token in doc:
        forms = _forms(token)
        for where, reader in _READERS.items():
            for phrase, entry in next((rows for form in forms if (rows := table.get((where, form)))), ()):
                words = _words_at(token, phrase)
                found = reader(entry, words) if words else None
                if found is not None:
                    yield found
                    break
        yield from _is_to(token)


def _forms(token: Token) -> tuple[str, ...]:
    """The lemma, the word, and what its lemma would be where the tagger saw another word class ("plans", "poised")."""
    word = token.lower_
    return token.lemma_.lower(), word, word.removesuffix("s"), word.removesuffix("d"), word.removesuffix("ed")


def _words_at(token: Token, phrase: tuple[str, ...]) -> tuple[Token, ...]:
    end = token.i + len(phrase)
    if end > len(token.doc):
        return ()
    words = tuple(token.doc[token.i : end])
    return words if all(w in (one.lower_, one.lemma_) for one, w in zip(words[1:], phrase[1:], strict=True)) else ()


def _raise(entry: OutlookCue, words: tuple[Token, ...]) -> Expectation | None:
    """be + cue + infinitive, that-clause, or a later time."""
    anchor = words[0]
    by_words = _be_cue_to(entry, words)
    if by_words is not None:
        return by_words
    participle = anchor.tag_ in ("VBN", "VBD", "VBG")
    if not _can_raise(words, participle=participle) or children(anchor, "compound:prt"):
        return None
    cue = _with_degree(words)
    clause = _that_clause(anchor)
    subject = next(iter(children(anchor, "nsubj") or shared_subjects(anchor)), None)
    if clause is not None and "clause" in entry.frames:
        return made(entry, cue, anchor, clause, run_of(clause), _believer(entry, subject))
    to = _infinitive(anchor)
    if subject is None:
        return _secondary(entry, cue, anchor, to) if base(anchor.dep_) == "xcomp" else behind_noun(entry, cue, anchor)
    agent = next(iter(logical_subjects(anchor)), None) if participle and is_passive(anchor) else None
    later = "later" in entry.frames and (is_timed(anchor) or (participle and _act_is(anchor, subject)))
    if to is not None or "subject" in entry.frames or later:
        left, right = _with_antecedent(anchor, run_of(anchor))
        return made(entry, cue, anchor, to or anchor, (left, max(right, run_of(to)[1] if to else 0)), agent)
    return None


def _act_is(participle: Token, subject: Token) -> bool:
    """ "A strike is planned"; "the flood is feared to have …" is about what may be so already."""
    after = participle.doc[participle.i + 1] if participle.i + 1 < len(participle.doc) else None
    return is_act(subject) and is_passive(participle) and (after is None or after.lower_ != "to")


def _believer(entry: OutlookCue, subject: Token | None) -> Token | None:
    """ "We are certain that …" has a holder, "it is certain that …" has none."""
    if subject is None or entry.name == "expected" or subject.lower_ in ("it", "there", "that", "this"):
        return None
    return subject


def _be_cue_to(entry: OutlookCue, words: tuple[Token, ...]) -> Expectation | None:
    """ "is … set to sail", whatever the parse hangs where: be, the cue, "to" and a verb."""
    anchor, doc = words[0], words[0].doc
    verb = _verb_after_to(words[-1]) or (_event_after_of(words[-1]) if len(words) > 2 else None)
    if "to" not in entry.frames or verb is None or (len(words) == 1 and anchor.pos_ == "NOUN"):
        return None
    if not any(t.lower_ in _STATIVE_BE or t.lower_ in _STANDING for t in doc[max(0, anchor.i - 3) : anchor.i]):
        return None
    owners = (anchor, verb, anchor.head, words[-1].head)
    subject = next((c for one in owners for c in children(one, "nsubj", "obl:agent") if c.i < anchor.i), None)
    if subject is None or subject.lower_ == "it":
        return None
    if subject.lower_ in RELATIVE:
        subject = _antecedent(subject) or subject
    left, right = run_of(verb)
    right = max((right, *(c.right_edge.i for c in children(anchor, "obl") if c.left_edge.i == right + 1)))
    lines = (i + 1 for i in range(subject.left_edge.i, verb.i) if "\n" in doc[i].text)
    start = max((min(run_of(subject)[0], left), *lines))
    if base(anchor.dep_) == "conj" and subject.head.i == anchor.head.i and is_verb(anchor.head):
        start = max(start, run_of(anchor)[0])  # "helped end the war and [now are poised to fight]"
    while start < subject.i and doc[start].is_punct:
        start += 1
    return made(entry, _with_degree(words), anchor, verb, (start, right), None)


def _verb_after_to(word: Token) -> Token | None:
    """The verb of "to sail", "to boldly sail", "to sailing", "of sailing" right behind the cue."""
    doc = word.doc
    after = [t for t in doc[word.i + 1 : word.i + 4] if not t.lower_.endswith("ly") and t.lower_ != "further"]
    if len(after) < 2 or after[0].i != word.i + 1:
        return None
    if base(after[1].dep_) != "cop" and not is_verb(after[1].head if after[1].lower_ == "be" else after[1]):
        return None
    if base(after[1].dep_) == "aux":
        return after[1].head if after[1].lower_ == "be" and after[0].lower_ == "to" else None
    found = after[0].lower_ == "to" or (after[0].lower_ == "of" and after[1].lower_.endswith("ing"))
    if not found:
        return None
    return after[1].head if base(after[1].dep_) == "cop" else after[1]


def _event_after_of(word: Token) -> Token | None:
    """The happening of "on the brink of collapse"."""
    found = (c for c in children(word, "nmod", "obl") if c.i > word.i and case_of(c) == "of")
    return next((c for c in found if is_act(c)), None)


def _that_clause(anchor: Token) -> Token | None:
    """The clause that "it is likely" tells of."""
    for child in children(anchor, "ccomp", "csubj", "advcl"):
        that = any(mark.lower_ == "that" for mark in children(child, "mark"))
        finite = child.tag_ != "VB" or any(one.tag_ == "MD" for one in child.children)
        if child.i > anchor.i and (that or base(child.dep_) != "advcl") and finite:
            return child
    return _parted_clause(anchor)


def _parted_clause(anchor: Token) -> Token | None:
    """The clause of "it is likely, she said, that …", which the parse hangs on the speaker's verb."""
    verb = anchor.head
    it = any(c.lower_ == "it" for c in children(anchor, "nsubj", "expl"))
    if base(anchor.dep_) != "ccomp" or verb.i < anchor.i or not it:
        return None
    later = (child for child in children(verb, "ccomp") if child.i > verb.i)
    return next((c for c in later if any(mark.lower_ == "that" for mark in children(c, "mark"))), None)


def _infinitive(anchor: Token) -> Token | None:
    """The infinitive under the cue, or the one that follows it in the words."""
    for child in children(anchor, "xcomp", "advcl", "ccomp"):
        ordered = any(mark.lower_ in ("in", "order") for mark in children(child, "mark"))
        if child.tag_ == "VB" and child.i > anchor.i and not ordered and all(c.tag_ != "MD" for c in child.children):
            return child
    after = anchor.doc[anchor.i + 1] if anchor.i + 1 < len(anchor.doc) else None
    return after.head if after is not None and after.lower_ == "to" and after.head.tag_ == "VB" else None


def _can_raise(words: tuple[Token, ...], *, participle: bool) -> bool:
    """A participle with "be", an adjective, or a phrase with a noun ("a matter of time")."""
    anchor = words[0]
    if participle:
        if children(anchor, "obj") or any(c.lower_ in ("have", "has", "had") for c in children(anchor, "aux")):
            return False
        return bool(is_passive(anchor) or children(anchor, "cop") or base(anchor.dep_) == "xcomp")
    phrase = anchor.pos_ == "NOUN" and len(words) > 1
    return phrase or anchor.pos_ in ("ADJ", "ADV") or anchor.tag_.startswith("JJ")


def _secondary(entry: OutlookCue, cue: tuple[Token, ...], anchor: Token, to: Token | None) -> Expectation | None:
    """ "found a new offensive likely", "looks set to fall": the cue is predicated under another verb."""
    verb = anchor.head
    if verb.lemma_ in load_cues().traps["making"]:
        return None
    clause = _that_clause(anchor) or _that_clause(verb)
    if clause is not None and clause.i > anchor.i:
        return made(entry, cue, anchor, clause, run_of(clause), source_of(verb))
    subject = next(iter(children(verb, "nsubj")), None)
    if subject is None or (to is None and "subject" not in entry.frames):
        return None
    return made(entry, cue, anchor, to or anchor, run_of(verb), None)


def _with_degree(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "very likely", "not expected": the adverbs right before belong to the cue."""
    first = words[0]
    found = [c for c in first.children if c.i < first.i and base(c.dep_) == "advmod" and c.i >= first.i - 2]
    return (*found, *words)


def _control(entry: OutlookCue, words: tuple[Token, ...]) -> Expectation | None:
    """The cue's subject expects, plans, fears: infinitive, clause, object or prepositional object."""
    verb = words[0]
    if not is_verb(verb) or (is_passive(verb) and not children(verb, "obl:agent") and not _impersonal(verb)):
        return None
    holder = thanked(verb) or source_of(verb)
    if holder is not None and holder.lower_ in RELATIVE and verb.dep_ == "acl:relcl":
        holder = verb.head
    for frame in entry.frames:
        target, run = _complement(verb, frame)
        if target is not None and run is not None:
            run = before_condition(target, run) if entry.kind == "threat" else run
            return made(entry, words, verb, target, run, holder)
    return None


def _impersonal(verb: Token) -> bool:
    """ "It was agreed to …"."""
    return any(c.lower_ == "it" for c in children(verb, "nsubj", "expl")) and bool(children(verb, "xcomp", "csubj"))


def _complement(verb: Token, frame: str) -> tuple[Token | None, Run | None]:
    if frame == "clause":
        inner = [c for c in children(verb, "ccomp") if c.i != verb.i]
        if inner and _with_to(inner[0]):
            return _subject_too(verb, inner[0])
        if inner:
            return inner[0], run_of(inner[0])
        if base(verb.dep_) == "parataxis" and verb.head.i < verb.i and is_clause(verb.head):
            return verb.head, run_of(verb.head, skip=(verb,))
        return None, None
    if frame == "to":
        found = [c for c in children(verb, "xcomp", "advcl") if c.i > verb.i and _with_to(c)]
        return _subject_too(verb, found[0]) if found else (None, None)
    if frame == "gerund":
        found = [c for c in children(verb, "xcomp", "ccomp", "advcl", "obj") if _is_gerund(c) and _is_behind(c, verb)]
        return (found[0], run_of(found[0])) if found else (None, None)
    if frame == "object":
        found = [c for c in children(verb, "obj") if c.pos_ in ("NOUN", "PROPN", "NUM") and c.tag_ != "PRP"]
    else:
        found = [c for c in verb.children if base(c.dep_) in ("obl", "nmod", "advcl") and case_of(c) == frame]
        found += [
            c for c in verb.children if base(c.dep_) == "advcl" and any(m.lower_ == frame for m in children(c, "mark"))
        ]
    return (found[0], _with_when(verb, run_of(found[0], lead=(frame, "that")))) if found else (None, None)


def _with_when(verb: Token, run: Run) -> Run:
    """ "expects a launch before the end of the year": when and where, hung on the cue, is when and where it will be."""
    for child in verb.children:
        marks = children(child, "mark", "case", "advmod")
        when = any(mark.lower_ in load_cues().traps["when"] for mark in marks)
        if when and child.left_edge.i == run[1] + 1 and base(child.dep_) in ("obl", "advcl"):
            run = (run[0], run_of(child, lead=())[1])
    return run


def _is_gerund(verb: Token) -> bool:
    """ "risks sliding", "committed to opening", but not "while opening", "against opening"."""
    return verb.tag_ == "VBG" and all(mark.lower_ == "to" for mark in children(verb, "mark", "case"))


def _is_behind(clause: Token, verb: Token) -> bool:
    """Right behind the verb, and not "…, sailing north"."""
    return verb.i < clause.left_edge.i <= verb.i + 2 and not any(t.is_punct for t in verb.doc[verb.i : clause.i])


def _with_to(verb: Token) -> bool:
    """ "to open", "to opening", "to be in the port"."""
    to_be = any(c.tag_ == "VB" for c in children(verb, "cop")) and bool(case_of(verb))
    return (verb.tag_ in ("VB", "VBG") or to_be) and any(c.lower_ == "to" for c in verb.children)


def _subject_too(verb: Token, infinitive: Token) -> tuple[Token, Run]:
    """ "expects the town to fall": the object is part of what is expected."""
    left, right = run_of(infinitive)
    object_ = next((c for c in children(verb, "obj") if verb.i < c.i < infinitive.i), None)
    return infinitive, (object_.left_edge.i if object_ is not None else left, right)


def _modal(entry: OutlookCue, words: tuple[Token, ...]) -> Expectation | None:
    modal, head = words[0], words[0].head
    if base(modal.dep_) != "aux" and entry.name != "going":
        return so_will(entry, words)
    if (modal.lower_ in _HAD and head.tag_ in ("VBN", "VBD")) or is_finite(head):
        return None
    if entry.name == "going":
        to = _infinitive(modal)
        return None if to is None else made(entry, words, modal, to, run_of(modal), None)
    run = run_of(head)
    if head.dep_ == "acl:relcl" and head.head.i < head.i and not _is_content(head):
        run = (min(run_of(head.head)[0], run[0]), run[1])
    else:
        run = _with_antecedent(head, run)
    negation = tuple(c for c in head.children if c.lower_ in NOT and c.i == modal.i + 1)
    return made(entry, (*words, *negation), head, surprise(head) or head, run, None)


def _is_content(clause: Token) -> bool:
    """ "a danger that the ice will break": what the noun holds, and no relative clause."""
    if any(c.lower_ in RELATIVE for c in children(clause, "nsubj")):
        return False
    nouns = (clause.head, clause.doc[max(clause.left_edge.i - 1, 0)])  # "a one in three [chance] that …"
    return is_told_by(clause) or any(("noun", noun.lemma_.lower()) in load_cues().outlooks for noun in nouns)


def _with_antecedent(clause: Token, run: Run) -> Run:
    """ "the fair, which is set to grow": what the relative pronoun stands for is part of what is expected."""
    doc, left = clause.doc, run[0]
    while left < clause.i and doc[left].is_punct:
        left += 1
    pronoun = next((t for t in doc[max(left - 1, 0) : left + 1] if t.lower_ in RELATIVE), None)
    if pronoun is None or (pronoun.i < left and base(pronoun.dep_) != "nsubj"):
        return run
    before = _antecedent(pronoun)
    return run if before is None else (noun_phrase(before).start, run[1])


def _antecedent(pronoun: Token) -> Token | None:
    """The noun right before a relative pronoun, whatever the parse hangs its clause on."""
    before = pronoun.doc[pronoun.i - 1] if pronoun.i else None
    if before is not None and before.text == "," and before.i:
        before = before.doc[before.i - 1]
    return before if before is not None and before.pos_ in ("NOUN", "PROPN") else None


def _adverb(entry: OutlookCue, words: tuple[Token, ...]) -> Expectation | None:
    adverb, head = words[-1], words[-1].head
    future = [c for c in children(head, "aux") if c.lower_ in ("will", "'ll", "’ll", "wo", "would")]
    if base(adverb.dep_) != "advmod" or not future or not is_clause(head):
        return None
    return made(entry, _with_degree(words), head, head, run_of(head), None)


def _is_to(token: Token) -> Iterator[Expectation]:
    """ "The fleet is to sail in May": be and a bare infinitive."""
    doc = token.doc
    if token.lower_ != "to" or not 0 < token.i < len(doc) - 1:
        return
    verb = token.head
    if doc[token.i - 1].lower_ not in _STATIVE_BE and not _is_headline(token):
        return
    subject = next((c for c in (*children(verb, "nsubj"), *children(verb.head, "nsubj")) if c.i < token.i), None)
    bare = verb.tag_ == "VB" or any(c.lower_ == "be" and c.i == token.i + 1 for c in verb.children)
    if bare and subject is not None and _is_aim(subject, verb):
        yield from of_aim(subject, verb)
        return
    if not bare or subject is None:
        return
    entry = next(one for one in load_cues().outlook if one.name == "set")
    top = verb if subject.head.i == verb.i else verb.head
    yield made(entry, (token,), verb, verb, _with_antecedent(top, run_of(top)), None)


def _is_headline(to: Token) -> bool:
    """ "Kenya to send police": an infinitive with a subject, and no verb over it."""
    subject = next(iter(children(to.head, "nsubj")), None)
    alone = subject is not None and subject.right_edge.i == to.i - 1 and subject.pos_ == "PROPN"
    return alone and to.head.dep_ == "ROOT" and base(to.dep_) == "mark"


def _is_aim(subject: Token, verb: Token) -> bool:
    """ "The goal is to sail", "their reaction is to blame others": what it consists in."""
    held = subject.lemma_.lower() in load_cues().traps["meetings"]
    act = is_act(subject) and bool(children(verb, "obj", "ccomp")) and not held
    return act or subject.lemma_ in load_cues().traps["aims"]


_READERS: Mapping[OutlookWhere, Callable[[OutlookCue, tuple[Token, ...]], Expectation | None]] = {
    "raise": _raise, "control": _control, "modal": _modal, "adverb": _adverb,
    "noun": of_noun, "modifier": of_modifier, "verb": of_verb,
}  # fmt: skip
