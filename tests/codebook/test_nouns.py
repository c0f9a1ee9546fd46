"""The noun table: every example reads as it says, and no word stands in two tables by mistake."""

from __future__ import annotations

import pytest

from sayso.codebook.nouns import checks, load_nouns

NOUNS = load_nouns()


def head_forms(words: str) -> tuple[str, str]:
    """The head noun of a plain noun phrase and a rough lemma of it."""
    head = words.partition(" of ")[0].split()[-1]
    return head, {"women": "woman"}.get(head, head.removesuffix("s"))


@pytest.mark.parametrize("check", checks(), ids=lambda check: check["words"])
def test_example(check: dict[str, str]) -> None:
    word, lemma = head_forms(check["words"])
    noun = NOUNS.find(word, lemma)
    kind = "" if noun is None else noun.plural if word != lemma else noun.kind
    assert kind == check["kind"]
    assert check.get("sector") is None or (noun is not None and noun.sector == check["sector"])


@pytest.mark.parametrize("word", ["Gen.", "Maj", "President", "ex-president", "MP", "Mrs", "spokeswoman"])
def test_titles(word: str) -> None:
    assert NOUNS.is_title(word)


@pytest.mark.parametrize("word", ["Sunday", "the", "missile", "army", "however"])
def test_no_titles(word: str) -> None:
    assert not NOUNS.is_title(word)


def test_gender_and_generic_words() -> None:
    assert (NOUNS.gender("Mrs."), NOUNS.gender("spokesman"), NOUNS.gender("minister")) == ("female", "male", "")
    assert "group" in NOUNS.generic["organization"] and "city" in NOUNS.generic["city"]


def test_sectors_are_plovers_or_none() -> None:
    known = {"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "REB", "OPP", "PTY", "CVL", "CRM", "MED", "EDU", "BUS", "LAB"}
    assert {noun.sector for noun in NOUNS.nouns.values()} <= known | {None, "REL", "REF", "NGO", "IGO"}
