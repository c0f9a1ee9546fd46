"""Which words tell an event: the codebook's triggers, the model's, and finite verbs of doing; sayings and carriers
left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.codebook import Codebook, Frame
from sayso.codebook.eventive import load_eventive
from sayso.codebook.match import Trigger, find_triggers, frame_of_effect, frames_of_noun, in_classes, lemma
from sayso.codebook.words import word_list
from sayso.digest._naming.headlines import heading_words
from sayso.extract._telling.canvass import without_canvassing
from sayso.extract._telling.everyday import is_everyday, settles_quarrel
from sayso.extract._telling.no_act import in_heading, is_voted_on, opens_condition, tells_no_act
from sayso.extract._telling.other_sense import has_other_sense, without_sorts
from sayso.extract._telling.play import without_play
from sayso.extract._telling.telling import FROM_AFAR, HARMS, Telling

#: Verbs that only carry another one ("is due to", "is able to").
MODAL_LIKE = word_list("triggers_modal_like")
#: Verbs that only say of an event that it took place.
TAKING_PLACE = word_list("triggers_taking_place")
#: How many tellings back an event may be named again by a bare noun.
BACK = 12
#: How many sentences back a mishap may be told that did the harm, where no assault was told since.
SENTENCES = 4
#: Objects that are of one phrase with their verb ("took part in the raid").
OF_PHRASE = frozenset({"part", "place", "shape", "effect", "role", "hand"})
#: Verbs of harm that tell of no dead or wounded.
STRUCK = frozenset({"strike", "hit"})
BY_CODEBOOK = "codebook"
BY_MODEL = "head:trigger"
BY_VERB = "rule:predicate"
SCORES = {BY_CODEBOOK: 0.75, BY_MODEL: 0.5, BY_VERB: 0.4}


def find_tellings(doc: Doc, codebook: Codebook) -> list[Telling]:
    """Every telling of an event in the text, in its order, without arguments yet."""
    tagged, headings = _tagged(doc), _headings_inside(doc)
    triggers = [
        trigger
        for trigger in without_play(without_canvassing(find_triggers(doc, codebook), doc, codebook), doc, codebook)
        if not (tells_no_act(trigger) or has_other_sense(trigger) or trigger.head.i in headings)
    ]
    triggers = without_sorts(triggers)
    everyday = {trigger.head.i for trigger in triggers if is_everyday(trigger, codebook)}
    triggers = [trigger for trigger in triggers if trigger.head.i not in everyday]
    everyday |= {token.i for token in doc if settles_quarrel(token)}
    found = [_coded(trigger, codebook, tagged) for trigger in triggers]
    taken = {token.i for telling in found for token in telling.tokens}
    for token, by in [*((t, BY_MODEL) for t in _model_heads(doc)), *((t, BY_VERB) for t in _predicates(doc))]:
        if token.i not in taken and not _carries(token, taken):
            taken.add(token.i)
            found.append(Telling(head=token, tokens=(token,), kind=None, frame=None, by=by, score=SCORES[by]))
    found += _calls_again(doc, found, taken)
    found = [telling for telling in found if not _is_carrier(telling, taken)]
    found.sort(key=lambda telling: telling.head.i)
    _name_again([telling for telling in found if telling.head.i not in everyday], codebook)
    _strikes_again(found, codebook)
    return found


def _strikes_again(found: list[Telling], codebook: Codebook) -> None:
    """ "Nurses are on strike. … The strike is illegal": of workers, where the report has told of one of theirs and of
    none by arms.
    """
    frame, theirs = frames_of_noun("strike", codebook).get("PROTEST"), False
    for telling in found:
        if frame is None or (telling.type == "ASSAULT" and telling.mode in FROM_AFAR):
            return
        theirs = theirs or (telling.type, telling.mode) == ("PROTEST", "strike") or _is_on_strike(telling.head)
        if theirs and telling.type == "ASSAULT" and _is_bare_strike(telling.head):
            telling.kind, telling.frame, telling.by = codebook.types["PROTEST"], frame, f"{BY_CODEBOOK}:protest"


def _is_bare_strike(word: Token) -> bool:
    return word.pos_ == "NOUN" and lemma(word) == "strike" and not syntax.modifiers(word)


def _is_on_strike(word: Token) -> bool:
    on = _is_bare_strike(word) and word.tag_ == "NN" and syntax.case_of(word) == "on"
    return on and not syntax.children(word, "det")


def _calls_again(doc: Doc, found: list[Telling], taken: set[int]) -> list[Telling]:
    """ "During the call", "welcomed the call": a talk by phone that the text has told of by other words before."""
    phone = next((t for t in found if t.type == "CONSULT" and t.mode == "phone"), None)
    if phone is None:
        return []
    nouns = (t for t in doc[phone.head.i + 1 :] if lemma(t) == "call" and t.tag_ == "NN" and t.i not in taken)
    nouns = (t for t in nouns if _definite(t) and not syntax.children(t, "acl") and not syntax.prepositional(t, "for"))
    by = f"{BY_CODEBOOK}:consult"
    return [Telling(t, (t,), phone.kind, phone.frame, by=by, score=SCORES[BY_MODEL]) for t in nouns]


def _name_again(found: list[Telling], codebook: Codebook) -> None:
    """ "The attack", "six were injured": a noun or a verb of harm that its own sentence leaves open is of the type told
    shortly before; harm that follows a mishap is not.
    """
    last: dict[str, int] = {}
    for i, telling in enumerate(found):
        if telling.kind is None:
            frames = _left_open(telling.head, codebook)
            if len(frames) > 1:
                frames = {n: f for n, f in frames.items() if n in last and _is_like(found[last[n]], f)}
            again = max((n for n in frames if i - last.get(n, -BACK) < BACK), key=lambda n: last[n], default=None)
            if again is not None and not _after_mishap(telling, frames[again], found[last[again]].head, codebook):
                telling.kind, telling.frame = codebook.types[again], frames[again]
                telling.by, telling.score = f"{BY_CODEBOOK}:{again.lower()}", SCORES[BY_MODEL]
        elif telling.frame is not None and telling.type == "ASSAULT" and syntax.is_verb(telling.head):
            before = last.get(telling.kind.name)
            cause = None if before is None else found[before].head
            if _after_mishap(telling, telling.frame, cause, codebook):
                take_type(telling)
        if telling.type is not None:
            last[telling.type] = i


def take_type(telling: Telling) -> None:
    """Makes it, in place, what a word is that the codebook has no type for."""
    telling.kind, telling.frame, telling.by, telling.score = None, None, BY_VERB, SCORES[BY_VERB]


def _is_like(before: Telling, frame: Frame) -> bool:
    """Whether a noun of several types may name again what was told before by a frame that asks for other words beside
    it: "the attack" is a hacking after a server was hacked, and not after a ship was seized.
    """
    return not (frame.near and frame.mode) or before.mode == frame.mode


def _after_mishap(harm: Telling, frame: Frame, cause: Token | None, codebook: Codebook) -> bool:
    """Whether the sentence before, or one of the last four where no assault was told, told of a crash or a quake that
    harms nobody on purpose, later than of the cause, and the sentence itself of nobody who does harm.
    """
    start, doc = harm.head, harm.head.doc
    hit = lemma(start) in STRUCK and syntax.is_passive(start)
    title = cause is None and start.sent.start == 0 and start.sent.end < len(doc)
    done_to = title and not syntax.children(start, "obj")  # "Woman struck, killed in Gao"
    if (frame.toll not in HARMS and not hit) or (syntax.logical_subjects(start) and not done_to):
        return False
    for _ in range(SENTENCES if cause is None else 1):
        start = doc[_sentence_before(start)]
    since = start.i if cause is None else max(start.i, cause.i + 1)
    until = doc[harm.head.sent.end].sent.end if title else harm.head.i
    return any(in_classes(token, frame.not_near, codebook) for token in doc[since:until])


def _sentence_before(token: Token) -> int:
    """Where the sentence before that of the token begins."""
    start = token.sent.start
    return token.doc[start - 1].sent.start if start > 0 else start


def _left_open(head: Token, codebook: Codebook) -> dict[str, Frame]:
    """The types that the word may be of, were they told before."""
    if head.pos_ == "NOUN" and _definite(head) and not is_voted_on(head):
        known = frames_of_noun(lemma(head), codebook).items()
        beside = syntax.modifiers(head)
        return {n: f for n, f in known if not any(in_classes(t, f.not_subject, codebook) for t in beside)}
    harm = frame_of_effect(head, codebook) if syntax.is_verb(head) and syntax.is_passive(head) else None
    return {} if harm is None else {harm.type: harm}


def _definite(noun: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that", "these", "those") and c.dep_ == "det" for c in noun.children)


def _headings_inside(doc: Doc) -> frozenset[int]:
    """The words of headings below the first line that have no verb: what they name, the text under them tells."""
    first = next((t.i for t in doc if t.is_space and "\n" in t.text and t.i > 0), len(doc))
    words = frozenset(i for i in heading_words(doc) if i > first)
    return frozenset(i for i in words if not any(syntax.is_verb(t) for t in doc[i].sent if t.i in words))


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
    text = doc.text.strip("\n")
    shift = doc.text.find(text)
    for span in doc.spans.get("trigger", []):
        head = span.root
        if head.pos_ in ("VERB", "NOUN", "PROPN") and not _no_event(head) and not in_heading(text, head.idx - shift):
            yield head


def _no_event(token: Token) -> bool:
    """True for cues, states, participles before a noun, and nouns of things."""
    words, word = load_eventive(), lemma(token)
    if token.pos_ == "VERB":
        attribute = token.dep_ in ("amod", "compound") or opens_condition(token)
        return word in words.no_event_verbs or word in MODAL_LIKE or attribute
    if token.ent_type_ not in ("", "event") or (token.pos_ == "PROPN" and not token.is_upper):
        return word not in words.event_nouns or token.ent_type_ != "event"
    return token.pos_ not in ("NOUN", "PROPN") or not words.is_event_noun(word)


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
    """True for the light verb of an event noun that is told already, or for a verb that says that it took place; not
    for one with an object of its own ("suspended its work after the raid").
    """
    if not syntax.is_verb(token):
        return False
    word = lemma(token)
    if word in TAKING_PLACE and any(child.i in taken for child in syntax.surface_subject(token)):
        return True
    if word not in syntax.LIGHT:
        return False
    about = syntax.base(token.dep_) == "acl" and token.head.i in taken
    sides, around = syntax.children(token, "obj", "nsubj:pass"), syntax.children(token, "obl")
    own = word != "give" and any(c.lower_ not in OF_PHRASE and (c.i > token.i or c.dep_ != "obj") for c in sides)
    return about or any(child.i in taken for child in (sides if own else (*sides, *around)))


def _is_carrier(telling: Telling, taken: set[int]) -> bool:
    return telling.kind is None and _carries(telling.head, taken - {telling.head.i})
