"""The table of given names: nobody in both lists, all of them folded."""

from __future__ import annotations

import tomllib

from sayso.codebook.given_names import PATH, load_given_names
from sayso.digest.gazetteer import fold


def test_every_name_is_folded_and_of_one_gender() -> None:
    table = tomllib.loads(PATH.read_text(encoding="utf-8"))
    female, male = (set(table[gender].split()) for gender in ("female", "male"))
    assert female.isdisjoint(male) and len(load_given_names()) == len(female) + len(male)
    assert not [name for name in female | male if fold(name).replace(" ", "-") != name]
