"""Who does what to whom in parses by hand."""

from __future__ import annotations

from parses import parsed
from spacy.tokens import Span, Token

from sayso.codebook import syntax

HELD = """
Guards   NOUN NNS nsubj 2
freed    VERB VBD root 0
the      DET  DT  det 4
pilots   NOUN NNS obj 2
and      CCONJ CC cc 6
held     VERB VBD conj 2
two      NUM  CD  nummod 8
smugglers NOUN NNS obj 2
"""
SHARED = """
Raiders NOUN NNS nsubj 2
killed  VERB VBD root 0
and     CCONJ CC cc 4
robbed  VERB VBD conj 2
two     NUM CD nummod 6
pilots  NOUN NNS obj 2
"""


def objects(rows: str) -> dict[str, list[str]]:
    return {t.text: [o.text for o in syntax.logical_objects(t)] for t in parsed(rows) if t.pos_ == "VERB"}


def test_no_verb_has_two_objects() -> None:
    assert objects(HELD) == {"freed": ["pilots"], "held": ["smugglers"]}


def test_joined_verbs_share_an_object() -> None:
    assert objects(SHARED) == {"killed": ["pilots"], "robbed": ["pilots"]}


TOLD = """
Soldiers  NOUN NNS nsubj:pass 3
were      AUX VBD aux:pass 3
shot      VERB VBN root 0
according VERB VBG case 7
to        ADP IN fixed 4
the       DET DT det 7
army      NOUN NN obl:agent 3
"""


def test_according_to_is_no_agent() -> None:
    doc = parsed(TOLD)
    assert syntax.agents(doc[2]) == []


FRONTED = """
Rosa   PROPN NNP nmod 9 person
Quint  PROPN NNP flat 1 person
will   AUX MD aux 4
visit  VERB VB ccomp 9
Chad   PROPN NNP obj 4
,      PUNCT , punct 9
local  ADJ JJ amod 8
sources NOUN NNS nsubj 9
said   VERB VBD root 0
"""


def test_who_says_so_afterwards_is_no_subject_of_what_is_said() -> None:
    visit = parsed(FRONTED)[3]
    assert [t.text for t in syntax.logical_subjects(visit)] == ["Quint"]


def test_a_phrase_holds_no_verb_of_another_clause() -> None:
    rows = FRONTED.replace("nmod 9", "nmod 8")
    assert syntax.noun_phrase(parsed(rows)[7]).text == "local sources"


LATER = """
backed  VERB VBN root 0
by      ADP IN case 3
parliament NOUN NN obl:agent 1
,       PUNCT , punct 6
which   PRON WDT nsubj 6
votes   VERB VBZ advcl 1
"""


def test_a_relative_pronoun_after_a_comma_stands_for_the_noun_before_it() -> None:
    assert [t.text for t in syntax.logical_subjects(parsed(LATER)[5])] == ["parliament"]


LISTED = """
Rioters NOUN NNS nsubj 2
attack  VERB VBP root 0
a       DET DT det 4
bank    NOUN NN obj 2
,       PUNCT , punct 6
shops   NOUN NNS conj 1
"""
MISTAKEN = """
Monks     NOUN NNS nsubj:pass 2
condemned VERB VBN root 0
the       DET DT det 4
plan      NOUN NN obj 2
"""


def test_no_list_of_subjects_goes_on_behind_the_verb() -> None:
    (subject,) = (t for t in parsed(LISTED) if t.dep_ == "nsubj")
    assert [t.text for t in syntax.conjuncts(subject)] == ["Rioters"]


def test_a_verb_with_an_object_and_no_auxiliary_is_active() -> None:
    (verb,) = (t for t in parsed(MISTAKEN) if t.pos_ == "VERB")
    assert [t.text for t in syntax.logical_subjects(verb)] == ["Monks"]
    assert objects(MISTAKEN) == {"condemned": ["plan"]}


def test_an_infinitive_that_hangs_as_a_purpose_is_done_by_whom_somebody_calls_on() -> None:
    doc = parsed("""
    They    PRON PRP nsubj 2
    call    VERB VBP root 0
    on      ADP IN compound:prt 2
    the     DET DT det 5
    pirates NOUN NNS obl 2
    to      PART TO mark 7
    free    VERB VB advcl 2
    the     DET DT det 9
    crew    NOUN NN obj 7
    """)
    free = next(t for t in doc if t.text == "free")
    assert [t.text for t in syntax.logical_subjects(free)] == ["pirates"]


REIGN = """
They    PRON PRP nsubj 2
recall  VERB VBP root 0
the     DET  DT  det 4
{noun}  NOUN NN  obj 2
of      ADP  IN  case 6
Rosa    PROPN NNP nmod 4
Quint   PROPN NNP flat 6
,       PUNCT ,  punct 9
who     PRON WP  nsubj 10
fled    VERB VBD acl:relcl 4
"""


def test_who_is_the_person_named_right_before_where_the_noun_is_nobody() -> None:
    for noun, who in (("reign", "Rosa"), ("sister", "sister")):
        doc = parsed(REIGN.format(noun=noun))
        doc.set_ents([Span(doc, 5, 7, label="person")])
        assert [t.text for t in syntax.logical_subjects(doc[9])] == [who]


def test_a_function_of_a_word_is_asked_once_in_each_document() -> None:
    asked: list[str] = []

    @syntax.of_word
    def shout(word: Token) -> str:
        asked.append(word.text)
        return word.text.upper()

    first, second = parsed(SHARED), parsed(HELD)
    assert [shout(first[0]), shout(first[0]), shout(second[0]), shout(first[0])] == [
        "RAIDERS",
        "RAIDERS",
        "GUARDS",
        "RAIDERS",
    ]
    assert asked == ["Raiders", "Guards"]
