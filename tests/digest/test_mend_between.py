"""Days, asides and claims that stand between who does it and the verb, mended in the parse."""

from __future__ import annotations

import pytest
from parses import parse_of

from sayso.digest._model.mend_between import hang_between


def mended(words: str, tags: str, heads: list[int], relations: str) -> list[tuple[int, str]]:
    """Head and relation of every word after all mends."""
    parts = " ".join({"V": "VERB", "N": "NOUN", "C": "NUM"}.get(tag[0], "X") for tag in tags.split())
    parse = parse_of(words, heads, relations, parts=parts, tags=tags)
    hang_between(parse)
    return list(zip(parse.heads, parse.labels, strict=True))


@pytest.mark.parametrize(
    ("words", "tags", "subject"),
    [
        ("Cabinet 17 May ended talks", "NN CD NNP VBD NNS", "Cabinet"),
        ("Cabinet 17 times ended talks", "NN CD NNS VBD NNS", "17"),
    ],
)
def test_a_bare_day_before_the_verb_is_no_subject(words: str, tags: str, subject: str) -> None:
    after = mended(words, tags, [1, 3, 1, 3, 3], "compound nsubj nmod:unmarked root obj")
    assert words.split()[[label for _, label in after].index("nsubj")] == subject


def test_an_aside_splits_a_perfect() -> None:
    words, tags = "Togo had , in May , left its bloc", "NNP VBD , IN NNP , VBN PRP$ NN"
    after = mended(words, tags, [1, 1, 4, 4, 1, 8, 4, 8, 6], "nsubj root punct case obl punct case nmod:poss obl")
    assert (after[0], after[1], after[8]) == ((6, "nsubj"), (6, "aux"), (6, "obj"))
    words = words.replace("had", "slept")
    after = mended(words, tags, [1, 1, 4, 4, 1, 8, 4, 8, 6], "nsubj root punct case obl punct case nmod:poss obl")
    assert after[0] == (1, "nsubj")


@pytest.mark.parametrize(("noun", "mends"), [("claim", True), ("toll", False)])
def test_what_a_claim_says_hangs_on_it(noun: str, mends: bool) -> None:
    words, tags = f"Togo denied the {noun} , made there , that they fled", "NNP VBD DT NN , VBN RB , IN PRP VBD"
    heads = [1, 1, 3, 1, 5, 3, 5, 10, 10, 10, 1]
    after = mended(words, tags, heads, "nsubj root det obj punct acl advmod punct mark nsubj advcl")
    assert after[10] == ((3, "acl") if mends else (1, "advcl"))


def test_a_tax_is_what_the_judges_annulled() -> None:
    words, tags = "It left , a tax judges annulled", "PRP VBD , DT NN NNS VBD"
    heads, relations = [1, 1, 6, 4, 6, 6, 1], "nsubj root punct det nsubj nsubj parataxis"
    assert mended(words, tags, heads, relations)[6] == (4, "acl:relcl")
    assert mended(words.replace(" a ", " the "), tags, heads, relations)[6] == (1, "parataxis")


def test_what_was_found_stands_behind() -> None:
    words, tags = "Found there were nine guns", "VBN RB VBD CD NNS"
    after = mended(words, tags, [4, 0, 4, 4, 4], "advcl advmod cop nummod root")
    assert (after[0], after[2], after[4]) == ((0, "root"), (0, "aux:pass"), (0, "nsubj:pass"))
