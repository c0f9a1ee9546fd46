"""No name, phrase or sentence of the seed article or of a dev text stands in a rule or a table.

Words of the language do, and so do places, countries and offices: they are facts of the world. What is looked for are
runs of words, and the names of people.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
#: so many words in a row are no accident
RUN_OF_SEED = 5
RUN_OF_DEV = 8
DEV = ["polnear", "muc4", "plover", "time", "newsquant", "factuality", "ecbplus", "geo"]

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here: nothing to compare with")


def words(text: str) -> list[str]:
    return re.findall(r"[\w’'-]+", text.lower())


def runs(text: str, size: int) -> Iterator[tuple[str, ...]]:
    tokens = words(text)
    return zip(*(tokens[i:] for i in range(size)), strict=False)


#: tables of the world's places and offices: a county may bear a person's name, and holders of offices are people
OFFICES = "offices.toml"
PLACES = {"admin1.toml", "admin2.toml", "countries.toml", "regions.toml", OFFICES}


def rules() -> dict[str, str]:
    """Every rule file and table of the package, by name."""
    package = ROOT / "src" / "sayso"
    paths = [p for suffix in ("py", "toml", "json", "csv") for p in package.rglob(f"*.{suffix}")]
    return {str(p.relative_to(ROOT)): p.read_text(encoding="utf-8") for p in paths if "weights" not in p.parts}


def seed() -> str:
    return "\n".join(p.read_text(encoding="utf-8") for p in sorted((SHARED / "seeds").iterdir()))


def people_of_the_seed() -> set[str]:
    """Pairs of capitalized words that do not begin a sentence, as people's names do."""
    pairs = re.findall(r"(?<=[a-z,] )([A-Z][a-z]+ [A-Z][a-z]+)\b", seed())
    return {pair.lower() for pair in pairs}


def test_no_run_of_the_seed_stands_in_a_rule() -> None:
    known = set(runs(seed(), RUN_OF_SEED))
    found = {name: hits for name, text in rules().items() if (hits := known & set(runs(text, RUN_OF_SEED)))}
    assert not found


def test_no_person_of_the_seed_stands_in_a_rule() -> None:
    places = {"north korean", "storm shadow"}  # a nationality, and a weapon that is a fact of the world
    names = people_of_the_seed() - places
    tables = {name: text for name, text in rules().items() if Path(name).name != OFFICES}
    found = {name: [n for n in names if n in " ".join(words(text))] for name, text in tables.items()}
    assert not {name: hits for name, hits in found.items() if hits}


@pytest.mark.parametrize("name", DEV)
def test_no_run_of_a_dev_text_stands_in_a_rule(name: str) -> None:
    ours = {run for text in rules().values() for run in runs(text, RUN_OF_DEV)}
    gold = SHARED / "data" / name / "gold.jsonl"
    found = set()
    with gold.open(encoding="utf-8") as lines:
        for line in lines:
            found |= ours & set(runs(json.loads(line)["text"], RUN_OF_DEV))
    assert not found


def test_no_person_of_the_dev_names_stands_in_a_rule() -> None:
    people = set()
    with (SHARED / "data" / "names" / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            for start, end, kind in record["names"]:
                name = record["text"][start:end].lower()
                if kind == "person" and name.count(" ") >= 1:
                    people.add(name)
    text = " ".join(words(" ".join(text for name, text in rules().items() if Path(name).name not in PLACES)))
    assert not [name for name in people if f" {name} " in text]
