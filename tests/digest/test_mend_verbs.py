"""Particles, what somebody is supplied with, verbs joined to what they agree with, and words that share a plural."""

from __future__ import annotations

import pytest
from parses import parse_of

import sayso
from sayso.digest._model.mend import hang_joined_verbs
from sayso.digest._model.mend_joined import hang_joined_sorts
from sayso.digest._model.mend_verbs import hang_behind_verbs


def test_a_particle_right_behind_its_verb_is_the_verbs() -> None:
    heads, tags = [1, 1, 4, 4, 1], "NNS VBD RP DT NN"
    parse = parse_of(
        "rebels cut off the port", heads, "nsubj root case det obj", parts="NOUN VERB ADP DET NOUN", tags=tags
    )
    hang_behind_verbs(parse)
    assert (parse.heads[2], parse.labels[2]) == (1, "compound:prt")
    parse = parse_of(
        "he checked into the camp", heads, "nsubj root case det obl", parts="PRON VERB ADP DET NOUN", tags=tags
    )
    hang_behind_verbs(parse)
    assert parse.labels[2] == "case"


@pytest.mark.parametrize(("verb", "mended"), [("supplied", True), ("shelled", False)])
def test_what_a_camp_is_supplied_with_is_no_part_of_it(verb: str, mended: bool) -> None:
    words, parts, tags = f"they {verb} the camp with water", "PRON VERB DET NOUN ADP NOUN", "PRP VBD DT NN IN NN"
    parse = parse_of(words, [1, 1, 3, 1, 5, 3], "nsubj root det obj case nmod", parts=parts, tags=tags)
    hang_behind_verbs(parse)
    assert (parse.heads[5] == 1) == mended and (parse.labels[5] == "obl") == mended


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
    parse = parse_of(words, over, relations, parts=parts, tags=tags)
    hang_behind_verbs(parse)
    called = words.split().index("as") + 1
    assert [i for i in parse.labelled("obj") if i > called] == ([] if thing is None else [thing])
    assert thing is None or (parse.heads[thing], parse.heads[called], parse.heads[called - 1]) == (1, 1, called)


@pytest.mark.parametrize(("article", "mended"), [("the", True), ("after", False)])
def test_a_noun_in_ing_with_an_article_has_no_object(article: str, mended: bool) -> None:
    words, parts, tags = f"{article} killing the navy left", "DET VERB DET NOUN VERB", "DT VBG DT NN VBD"
    relations = f"{'det' if mended else 'mark'} obl det obj root"
    parse = parse_of(words, [1, 4, 3, 1, 4], relations, parts=parts, tags=tags)
    hang_behind_verbs(parse)
    assert (parse.heads[3], parse.labels[3]) == ((4, "nsubj") if mended else (1, "obj"))


def test_a_past_is_joined_to_no_infinitive() -> None:
    words, tags = "youths tried to storm it and hurled stones", "NNS VBD TO VB PRP CC VBD NNS"
    parse = parse_of(words, [1, 1, 3, 1, 3, 6, 3, 6], "nsubj root mark xcomp obj cc conj obj", tags=tags)
    hang_joined_verbs(parse)
    assert parse.heads[6] == 1
    words, tags = "he is sending ships and expects storms", "NN VBZ VBG NNS CC VBZ NNS"
    parse = parse_of(words, [2, 2, 2, 2, 5, 2, 5], "nsubj aux root obj cc conj obj", tags=tags)
    hang_joined_verbs(parse)
    assert parse.heads[5] == 2


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
    parse = parse_of(text, [1, 5, 4, 4, 1, 5], f"det nsubj cc {relations} conj root", parts=parts, tags=tags)
    hang_joined_sorts(parse)
    assert (parse.heads[4] == 5 and parse.heads[1] == 4 and parse.heads[0] == 4) == shared


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
