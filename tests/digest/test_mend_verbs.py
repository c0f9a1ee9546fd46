"""Particles, what somebody is supplied with, verbs joined to what they agree with, and words that share a plural."""

from __future__ import annotations

import numpy as np
import pytest

import sayso
from sayso.digest._model.mend import hang_joined_verbs
from sayso.digest._model.mend_joined import hang_joined_sorts
from sayso.digest._model.mend_verbs import hang_behind_verbs

LABELS = "root nsubj obj obl nmod case compound compound:prt conj cc det xcomp mark punct aux amod flat nummod".split()


def numbers(relations: str) -> np.ndarray:
    return np.array([LABELS.index(one) for one in relations.split()])


def test_a_particle_right_behind_its_verb_is_the_verbs() -> None:
    heads, kinds = np.array([1, 1, 4, 4, 1]), numbers("nsubj root case det obj")
    words, tags = "rebels cut off the port".split(), "NNS VBD RP DT NN".split()
    hang_behind_verbs(words, "NOUN VERB ADP DET NOUN".split(), tags, heads, kinds, LABELS)
    assert (heads[2], LABELS[kinds[2]]) == (1, "compound:prt")
    heads, kinds = np.array([1, 1, 4, 4, 1]), numbers("nsubj root case det obl")
    hang_behind_verbs("he checked into the camp".split(), "PRON VERB ADP DET NOUN".split(), tags, heads, kinds, LABELS)
    assert LABELS[kinds[2]] == "case"


@pytest.mark.parametrize(("verb", "mended"), [("supplied", True), ("shelled", False)])
def test_what_a_camp_is_supplied_with_is_no_part_of_it(verb: str, mended: bool) -> None:
    heads, kinds = np.array([1, 1, 3, 1, 5, 3]), numbers("nsubj root det obj case nmod")
    words, tags = f"they {verb} the camp with water".split(), "PRP VBD DT NN IN NN".split()
    hang_behind_verbs(words, "PRON VERB DET NOUN ADP NOUN".split(), tags, heads, kinds, LABELS)
    assert (heads[5] == 1) == mended and (LABELS[kinds[5]] == "obl") == mended


@pytest.mark.parametrize(
    ("words", "parts", "tags", "over", "relations", "thing"),
    [
        ("they rejected as false claims of fraud", "PRON VERB ADP ADJ NOUN ADP NOUN", "PRP VBD IN JJ NNS IN NN",
         [1, 1, 4, 4, 1, 6, 4], "nsubj root case amod obl case nmod", 4),
        ("they denounced as illegal the drills", "PRON VERB ADP ADJ DET NOUN", "PRP VBD IN JJ DT NNS",
         [1, 1, 3, 1, 5, 3], "nsubj root case obl det nsubj", 5),
        ("they denounced as illegal the drills", "PRON VERB ADP ADJ DET NOUN", "PRP VBD IN JJ DT NNS",
         [1, 1, 3, 1, 5, 1], "nsubj root case obl det obl", 5),
        ("they served as deputy ministers", "PRON VERB ADP ADJ NOUN", "PRP VBD IN JJ NNS",
         [1, 1, 4, 4, 1], "nsubj root case amod obl", None),
        ("they rejected it as false claims", "PRON VERB PRON ADP ADJ NOUN", "PRP VBD PRP IN JJ NNS",
         [1, 1, 1, 5, 5, 1], "nsubj root obj case amod obl", None),
    ],
)  # fmt: skip
def test_the_object_may_stand_behind_what_it_is_called(
    words: str, parts: str, tags: str, over: list[int], relations: str, thing: int | None
) -> None:
    heads, kinds = np.array(over), numbers(relations)
    hang_behind_verbs(words.split(), parts.split(), tags.split(), heads, kinds, LABELS)
    called = words.split().index("as") + 1
    objects = [i for i in range(len(heads)) if LABELS[kinds[i]] == "obj" and i > called]
    assert objects == ([] if thing is None else [thing])
    assert thing is None or (heads[thing], heads[called], heads[called - 1]) == (1, 1, called)


@pytest.mark.parametrize(("article", "mended"), [("the", True), ("after", False)])
def test_a_noun_in_ing_with_an_article_has_no_object(article: str, mended: bool) -> None:
    words, tags = f"{article} killing the navy left".split(), "DT VBG DT NN VBD".split()
    heads, kinds = np.array([1, 4, 3, 1, 4]), numbers(f"{'det' if mended else 'mark'} obl det obj root")
    hang_behind_verbs(words, "DET VERB DET NOUN VERB".split(), tags, heads, kinds, LABELS)
    assert (heads[3], LABELS[kinds[3]]) == ((4, "nsubj") if mended else (1, "obj"))


def test_a_past_is_joined_to_no_infinitive() -> None:
    heads = np.array([1, 1, 3, 1, 3, 6, 3, 6])
    kinds = numbers("nsubj root mark xcomp obj cc conj obj")
    tags = "NNS VBD TO VB PRP CC VBD NNS".split()  # "youths tried to storm it and hurled stones"
    hang_joined_verbs(tags, heads, kinds, LABELS)
    assert heads[6] == 1
    heads = np.array([2, 2, 2, 2, 5, 2, 5])
    kinds = numbers("nsubj aux root obj cc conj obj")
    tags = "NN VBZ VBG NNS CC VBZ NNS".split()  # "the firm is sending ships and expects storms"
    hang_joined_verbs(tags, heads, kinds, LABELS)
    assert heads[5] == 2


@pytest.mark.parametrize(
    ("text", "parts", "tags", "relations", "shared"),
    [
        (
            "the mines and trade ministers left",
            "DET NOUN CCONJ NOUN NOUN VERB",
            "DT NN CC NN NNS VBD",
            "compound",
            True,
        ),
        ("the Velu and Koro gangs left", "DET PROPN CCONJ PROPN NOUN VERB", "DT NNP CC NNP NNS VBD", "compound", True),
        ("the Velu and Koro gangs left", "DET PROPN CCONJ PROPN NOUN VERB", "DT NNP CC NNP NN VBD", "compound", True),
        ("the Velu and other gangs left", "DET PROPN CCONJ ADJ NOUN VERB", "DT NNP CC JJ NNS VBD", "amod", False),
        ("the mayor and trade unions left", "DET NOUN CCONJ NOUN NOUN VERB", "DT NN CC NN NNS VBD", "compound", False),
    ],
)
def test_words_that_share_a_plural_are_sorts_of_it(
    text: str, parts: str, tags: str, relations: str, shared: bool
) -> None:
    heads, kinds = np.array([1, 5, 4, 4, 1, 5]), numbers(f"det nsubj cc {relations} conj root")
    hang_joined_sorts(text.split(), parts.split(), tags.split(), heads, kinds, LABELS)
    assert (heads[4] == 5 and heads[1] == 4 and heads[0] == 4) == shared


@pytest.mark.model
def test_who_is_named_to_an_office_is_chosen() -> None:
    read = sayso.read("The president named Amina Sow prime minister.", published="2026-05-04")
    (event,) = (e for e in read.events if e.mode == "appoint")
    assert [p.text for p in event.recipients] == ["Amina Sow"]
    read = sayso.read("A farmer named Amina Sow was freed by the rebels.", published="2026-05-04")
    assert not [e for e in read.events if e.mode == "appoint"]


@pytest.mark.model
def test_joined_bodies_are_two() -> None:
    read = sayso.read("The African Union and the bloc of coastal states appealed for calm.", published="2026-05-04")
    (event,) = (e for e in read.events if e.type == "REQUEST")
    assert len({p.entity for p in event.actors}) == 2
