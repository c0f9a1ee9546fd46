"""Who is named over some words and yet does not put them forth: who did a deed, who kept silent, who is told to.

"The mayor refused to leave" stands on the report's own word, and so does "drivers were required to stop"; "the guards
never said that he fell" lays the fall to nobody, and who asks whether he fell says nothing of it. Where no source is
named, only words of hearsay are a link. The others stay statements; they are no links of a chain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.match import lemma
from sayso.codebook.syntax import children, is_passive, is_verb, through_relative
from sayso.codebook.tree import is_denied
from sayso.codebook.words import word_list
from sayso.extract._saying.acts import cue_head
from sayso.extract._saying.agreement import OF_THINGS, can_speak
from sayso.extract._saying.frames import entries_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.model import Source, Spans, Statement

#: What somebody does or knows; what is laid on somebody or awaited of him, by nobody in particular.
DEEDS = word_list("no_source_deeds")
LAID_ON = word_list("no_source_laid_on")
#: What goes round without anybody who says it.
RUMOUR = word_list("no_source_rumour")
#: Verbs of the mind, whose denial is an opinion too: "does not believe that he fell".
OPINIONS = frozenset({"believe", "hope"})
#: Verbs that give something to be known, and are denied in the same way as "say".
GIVING = frozenset({"ask", "disclose", "elaborate", "release", "reveal", "speculate"})
#: Verbs of a question, and its first words: "asked whether he fell".
ASKING = frozenset({"ask", "inquire", "wonder"})
_OPEN = frozenset({"how", "if", "what", "when", "where", "whether", "which", "who", "whom", "whose", "why"})
#: Cues of which a passive without agent lays something to nobody in particular, and whose nouns do ("rumours that").
_HEARSAY = frozenset({"accuse", "assert", "criticize", "deny", "predict", "report"})
_HEARSAY_NOUNS = frozenset({"accuse", "claim", "report"})


def is_source(doc: Doc, statement: Statement) -> bool:
    """Whether the statement lays its content to somebody, or to hearsay."""
    head = cue_head(doc, statement.cue.spans) if statement.cue is not None else None
    if statement.cue is None or head is None or statement.manner == "direct":
        return True
    if statement.source is None:
        return _is_hearsay(head)
    if statement.manner == "mixed":
        return True
    if _is_deed(head) or _is_untold(head) or _asks(head, statement) or _is_of_a_thing(doc, head, statement.source):
        return False
    return not _is_told_to(doc, statement.cue.spans)


def _is_of_a_thing(doc: Doc, head: Token, source: Source) -> bool:
    """ "The circumstances call for talks", "the blackout showed that": what no people, body or paper gives to know."""
    words = doc.char_span(*source.spans[0], alignment_mode="expand")
    if words is None or source.entity is not None or source.kind != "unnamed" or lemma(head) not in OF_THINGS:
        return False
    noun = through_relative(words.root, words.root.head)
    return noun.pos_ == "NOUN" and not can_speak(noun) and not children(noun, "nummod")


def _is_hearsay(head: Token) -> bool:
    """ "Was reported", "reportedly", "rumours that"; not "agreed to", "it is clear that", "the hope that"."""
    entry = next((cue for cue, _ in entries_at(head)), None)
    if is_verb(head):
        return is_passive(head) and lemma(head) not in LAID_ON and (entry is None or entry.act in _HEARSAY)
    if head.pos_ == "NOUN":
        return lemma(head) in RUMOUR or (entry is not None and entry.name in _HEARSAY_NOUNS)
    return head.pos_ == "ADV" or entry is None


def _is_deed(head: Token) -> bool:
    """ "Refused to go", "was aware that he fell", "agreed to meet"; not "agreed that he fell"."""
    if lemma(head) == "agree":
        return bool(children(head, "xcomp"))
    return lemma(head) in DEEDS


def _asks(head: Token, statement: Statement) -> bool:
    """ "Asked whether he fell", "wondered who had fired", "will decide whether he fell"."""
    first = statement.content.text.split()[0].lower()
    return first == "whether" or (lemma(head) in ASKING and first in _OPEN)


def _is_untold(head: Token) -> bool:
    """ "Never said that he fell", "did not ask whether he did", "commented on the raid", "made no comment"."""
    if lemma(head) == "comment" and not children(head, "ccomp"):
        return True
    spoken = lemma(head) in GIVING or "clause" in load_cues().plain.get(lemma(head), ())
    denied = is_denied(head)
    return spoken and denied and lemma(head) not in OPINIONS


def _is_told_to(doc: Doc, cue: Spans) -> bool:
    """ "Police received a report that he fell": they are the ones to whom it was told."""
    first = doc.char_span(*cue[0], alignment_mode="expand")
    return first is not None and any(lemma(token) == "receive" and not is_passive(token) for token in first)
