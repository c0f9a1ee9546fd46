"""What looks like a statement and says nothing: topics, deeds, denials of a deed, questions left open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import NOT
from sayso.codebook.nouns import load_nouns
from sayso.codebook.syntax import children, is_passive, is_verb, through_relative
from sayso.codebook.tree import NOBODY
from sayso.extract._saying import acts
from sayso.extract._saying.agreement import can_speak
from sayso.extract._saying.draft import Draft
from sayso.extract._saying.frames import entries_at, forms_of, is_somebody
from sayso.model import Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

BARE = frozenset(
    ("it", "this", "that", "them", "him", "her", "us", "me", "you", "these", "those", "so", "which", "what")
)
_NOT = NOT | {"neither", "nor"}
#: Marks that are no apostrophes.
_MARKS = '"“”«»„'
#: Acts that a thing does otherwise than by words ("the beam supports the roof", "rust threatens the bridge").
_OF_PEOPLE = frozenset(("praise", "threaten"))


def says_something(doc: Doc, text: str, draft: Draft) -> bool:
    """False for what nobody says, for a bare pronoun as content (but for "denied it"), a wish not to be named, what no
    words can do ("claimed nine lives", "these loans support …"), and deeds of more than one person that look like
    speech.
    """
    said = " ".join(text[start:end] for start, end in draft.content)
    nameless = tuple(load_cues().parts["nameless"])
    if said.lower() in BARE and not _is_denial(doc, draft):
        return False
    if said.lower().startswith(nameless) or _is_nobody(text, draft.source):
        return False
    if " ".join(text[slice(*span)] for span in draft.cue).lower() == "according to" and _is_measure(doc, draft.source):
        return False
    if draft.source and text[slice(*draft.source[0])].lower() == "you" and _is_held(doc, draft):
        return False
    tokens = [token for span in draft.cue for token in doc.char_span(*span, alignment_mode="expand") or ()]
    source = doc.char_span(*draft.source[0], alignment_mode="expand") if draft.source else None
    quoted = any(mark in said for mark in _MARKS)
    verb = acts.cue_head(doc, draft.cue)
    if not quoted and _does_otherwise(doc, draft, source, tokens, verb):
        return False
    if _is_resolve(verb, tokens) or _is_unsaid(draft, verb, tokens) or any(map(_is_gerund_denied, tokens)):
        return False
    head = next((token for token in tokens if _is_deed(token)), None)
    if head is None or quoted:
        return True
    if source is not None and (source.root.ent_type_ == "person" or source.root.lower_ in ("he", "she", "who")):
        return True
    return any(child.dep_ == "ccomp" for child in head.children)


def _does_otherwise(doc: Doc, draft: Draft, source: DocSpan | None, tokens: list[Token], verb: Token | None) -> bool:
    """Whether the cue tells what is done without words, or what words do not do."""
    return (
        _is_topic(doc, draft, tokens)
        or any(_is_thing_done(token, source) or _is_decision(token) for token in tokens)
        or _is_act(tokens)
        or _is_occasion(source, tokens)
        or _is_raised(draft, source, tokens)
        or _is_attempt(tokens)
        or _is_sign(tokens)
        or _is_renown(draft, verb)
        or _is_left_open(verb)
        or _is_of_nobody(verb)
        or _is_undergone(doc, draft, verb)
    )


def _is_decision(verb: Token) -> bool:
    """ "Dismissed the general", "named a colonel to lead it", "named her speaker", "recalled its envoy", "the senate
    approved a loan": an act of office, and no word on anybody.
    """
    objects = children(verb, "obj") if is_verb(verb) and not is_passive(verb) else []
    if objects and verb.lemma_ == "name" and _is_given_office(verb, objects[0]):
        return True
    if not objects or children(verb, "ccomp", "xcomp"):
        return False
    noun = load_nouns().find(objects[0].lower_, objects[0].lemma_)
    somebody = is_somebody(objects[0]) or (noun is not None and noun.kind in ("person", "group"))
    apart = any(child.lower_ == "as" for c in children(verb, "obl", "advcl") for child in c.children)
    if verb.lemma_ == "dismiss":
        return somebody and not apart
    if verb.lemma_ == "name":
        return somebody and any(c.lower_ == "to" for a in children(verb, "advcl") for c in children(a, "mark"))
    if verb.lemma_ == "recall":
        return objects[0].lemma_.lower() in load_cues().parts["recalled"]
    body = next((s for s in children(verb, "nsubj")), None)
    kinds = load_cues().source_kinds["collective"]
    return verb.lemma_ == "approve" and body is not None and body.lemma_.lower() in kinds and not somebody


def _is_given_office(verb: Token, who: Token) -> bool:
    """ "Named [Name] prime minister"; not "named [Name] a suspect", "named [Name], an envoy, …"."""
    offices = [c for c in (*children(who, "appos"), *children(verb, "xcomp")) if c.i > who.i and not children(c, "det")]
    return any(load_nouns().is_title(c.lower_) and c.left_edge.nbor(-1).text != "," for c in offices)


def _is_denial(doc: Doc, draft: Draft) -> bool:
    """ "Denied it", "denied this": what was told before."""
    cue = acts.cue_head(doc, draft.cue)
    return cue is not None and cue.lemma_.lower() == "deny"


def _is_gerund_denied(verb: Token) -> bool:
    """ "Denies backing them" is a denial, and no backing."""
    frames = (entry.frames for entry, _ in entries_at(verb.head)) if is_verb(verb.head) else ()
    return verb.tag_ == "VBG" and verb.head.i == verb.i - 1 and any("ing" in one for one in frames)


def _is_resolve(head: Token | None, cue: Sequence[Token]) -> bool:
    """ "The decision to attack", "their plan to march": what is resolved, and not that anybody tells it."""
    alone = head is not None and head.pos_ == "NOUN" and not any(map(is_verb, cue))
    return alone and head is not None and head.lemma_.lower() in load_cues().parts["resolves"]


def _is_unsaid(draft: Draft, head: Token | None, cue: Sequence[Token]) -> bool:
    """ "Was billed as a festival", "the song seemed to please", and nobody who says so."""
    first = next(filter(is_verb, cue), None)
    if draft.source or first is None or head is None or children(head, "ccomp"):
        return False
    told = any(entries_at(head))
    return (is_verb(head) and is_passive(head) and not told) or first.lemma_.lower() in load_cues().parts["semblance"]


def _is_attempt(cue: Sequence[Token]) -> bool:
    """ "Failed to explain the loss", "came to explain it": whether anything was said is open."""
    if cue and cue[0].lower_ == "to":
        return not any(children(token, "ccomp") for token in cue)
    first = next(filter(is_verb, cue), None)
    return first is not None and len(cue) > 1 and first.lemma_.lower() in load_cues().parts["attempts"]


def _is_sign(cue: Sequence[Token]) -> bool:
    """ "Showed no sign of retreat": what is seen of somebody, without a word of his."""
    shown = (t for t in cue if t.dep_ == "obj" and t.lemma_.lower() in load_cues().parts["signs"])
    return any(t.head.lemma_.lower() == "show" and not children(t, "acl:relcl", "ccomp") for t in shown)


def _is_renown(draft: Draft, head: Token | None) -> bool:
    """ "Known as the Fox", "is seen as a rival": the report's own words for what everybody thinks."""
    if head is None or head.tag_ != "VBN" or head.lemma_.lower() not in load_cues().parts["renown"]:
        return False
    return not children(head, "ccomp", "csubj") and (not draft.source or head.lemma_.lower() == "know")


def _is_of_nobody(verb: Token | None) -> bool:
    """ "Nobody has been charged with it": no charge was made."""
    subjects = children(verb, "nsubj:pass") if verb is not None else []
    return any(one.lower_ in ("nobody", "none") or one.text.lower() == "no-one" for one in subjects)


def _is_left_open(cue: Token | None) -> bool:
    """ "Has never confirmed the loss", "did not want to answer", "did not recommend a trial": nothing is said."""
    if cue is None:
        return False
    entry = next((entry for entry, _ in entries_at(cue)), None)
    asking = is_verb(cue) and entry is not None and entry.act == "demand"
    if not asking and load_cues().parts["settling"].isdisjoint(forms_of(cue)):
        return False
    return any(token.lower_ in _NOT for token in (*cue.children, cue.nbor(-1) if cue.i else cue))


def _is_undergone(doc: Doc, draft: Draft, verb: Token | None) -> bool:
    """ "The book was released", "one was charged": what is done to the thing, and nothing said of it."""
    content = doc.char_span(*draft.content[0], alignment_mode="contract")
    if draft.source or verb is None or not is_verb(verb) or not is_passive(verb) or content is None or not len(content):
        return False
    alone = content.root.head.i == verb.i and content.root.dep_ == "nsubj:pass" and len(draft.content) == 1
    entry = next((cue for cue, _ in entries_at(verb)), None)
    told = entry is not None and entry.act not in ("assert", "accuse", "ask", "report")
    speech = any("clause" in load_cues().plain.get(form, ()) for form in forms_of(verb))
    return alone and not told and not speech and not children(verb, "xcomp", "ccomp")


def _is_topic(doc: Doc, draft: Draft, cue: Sequence[Token]) -> bool:
    """ "Discussed the canal", "an exchange of views on trade", "citing a clerk": of what or by whom, and not what is
    said.
    """
    content = doc.char_span(*draft.content[0], alignment_mode="contract")
    if content is None or not len(content) or content[0].tag_ == "WRB" or content.root.dep_ == "ccomp":
        return False
    cited = (
        bool(cue) and cue[0].lower_ in ("citing", "quoting") and content.root.i > cue[0].i and can_speak(content.root)
    )
    return cited or any(token.lemma_.lower() in load_cues().parts["topics"] for token in cue)


def _is_act(cue: Sequence[Token]) -> bool:
    """ "Adopted a charter", "ignored the ruling", "grieved for her son": done or felt without a word."""
    verb = next(filter(is_verb, reversed(cue)), None)
    if verb is None or verb.lemma_.lower() not in load_cues().parts["acts"] or children(verb, "ccomp"):
        return False
    return not any(token.pos_ == "NOUN" and any(entries_at(token)) for token in cue)


def _is_occasion(source: DocSpan | None, cue: Sequence[Token]) -> bool:
    """ "The talks focused on the canal": what is spoken of where, and nothing that is said."""
    if source is None or not len(source) or source.root.lower_ not in load_cues().parts["occasions"]:
        return False
    return not any(children(token, "ccomp") for token in cue)


def _is_raised(draft: Draft, source: DocSpan | None, cue: Sequence[Token]) -> bool:
    """ "The music seems to please", "the truce, which began on Friday, appears to hold": how things look to the report
    itself.
    """
    verb = next(filter(is_verb, cue), None)
    if verb is None or source is None or not len(source) or any(children(token, "ccomp") for token in cue):
        return False
    whole = any(start <= source.start_char < end for start, end in draft.content)
    whole = whole or bool(children(verb, "xcomp"))
    return whole and not can_speak(source.root) and verb.lemma_.lower() in load_cues().parts["semblance"]


def _is_thing_done(verb: Token, source: DocSpan | None) -> bool:
    """A verb that is speech only with other objects, or of other subjects, than it has ("showed courage")."""
    entry = next((cue for cue, _ in entries_at(verb)), None) if is_verb(verb) else None
    if entry is None:
        return False
    if entry.not_objects and any(child.lemma_ in entry.not_objects for child in children(verb, "obj")):
        return True
    if verb.lemma_ == "question" and any(map(is_somebody, children(verb, "obj", "nsubj:pass"))):
        return True
    kinds = load_cues().source_kinds
    subject = through_relative(source.root, source.root.head) if source is not None else None
    able = kinds["person"] | kinds["collective"] | kinds["document"] | kinds["outlet"]
    thing = subject is not None and subject.pos_ == "NOUN" and not subject.ent_type_ and subject.lemma_ not in able
    return thing and entry.act in _OF_PEOPLE and not children(verb, "ccomp")


def _is_nobody(text: str, source: Spans) -> bool:
    """ "No group claimed responsibility" is the report's own word."""
    first = text[source[0][0] : source[-1][1]].lower().split()[:1] if source else []
    return bool(first) and first[0] in NOBODY


def _is_held(doc: Doc, draft: Draft) -> bool:
    """ "You know that …" tells the hearer; "you said that …" tells what he said."""
    head = acts.cue_head(doc, draft.cue)
    entry = acts.entry_of(head, doc, draft.content)
    return entry is not None and entry.name in ("believe", "predict", "report", "promise")


def _is_measure(doc: Doc, source: Spans) -> bool:
    """ "According to plan", "to schedule": nobody says it."""
    words = doc.char_span(*source[0], alignment_mode="contract") if source else None
    first = words[0] if words is not None and len(words) else None
    return first is not None and first.lower_ in load_cues().parts["measures"] and not first.is_title


def _is_deed(token: Token) -> bool:
    deeds = load_cues().deeds
    return token.pos_ == "VERB" and token.lemma_.lower() in deeds
