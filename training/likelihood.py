"""Writes `src/sayso/codebook/likelihood.toml`: the range of probability that each phrase stands for.

    python -m training.likelihood ../shared/data/wep/estimative_words.csv

Method. A term of Intelligence Community Directive 203 (and the synonym that the directive sets beside it) has the
directive's own band; "highly" and "most" are read as its "very". Any other phrase has the middle half (25th to 75th
percentile) of what people answered when they were asked for its probability: CAPphrase (Kucharski 2026, 5,174 people,
CC BY 4.0) where it was asked there, else zonination's Perceptions (2015, 46 people, MIT). A word that was asked about
in another form takes that form's answers (`ASKED_AS`). A phrase that nobody was asked about has no entry, and so no
range.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src" / "sayso" / "codebook" / "likelihood.toml"
#: The directive's two columns of synonyms, by the term that the data names; "highly" and "most" as its "very".
DIRECTIVE = {
    "almost no chance": ("almost no chance", "almost no possibility"),
    "remote chance": ("remote", "remote chance", "remote possibility"),
    "very unlikely": ("very unlikely", "highly improbable", "highly unlikely", "most unlikely"),
    "unlikely": ("unlikely", "improbable", "improbably"),
    "roughly even chance": ("roughly even chance", "roughly even odds", "roughly even"),
    "likely": ("likely", "probable", "probably"),
    "very likely": ("very likely", "highly probable", "highly likely", "most likely"),
    "almost certain": ("almost certain", "almost certainly", "nearly certain", "nearly certainly", "all but certain"),
}
#: Words in a report, by the form in which people were asked about them.
ASKED_AS = {
    "could happen": ("could",),
    "may happen": ("may",),
    "might happen": ("might",),
    "probably not": ("probably not",),
    "about even": ("about even", "even chance", "even odds", "fifty-fifty"),
    "better than even": ("better than even",),
    "chances are slight": ("chances are slight", "slight chance", "slim chance"),
    "little chance": ("little chance",),
    "realistic possibility": ("realistic possibility",),
    "very good chance": ("very good chance",),
    "we believe": ("believe",),
    "we doubt": ("doubt",),
}
SURVEYS = ("CAPphrase", "perceptions")


def _terms(rows: list[dict[str, str]]) -> list[tuple[str, float, float, str, str]]:
    terms: dict[str, tuple[str, float, float, str, str]] = {}
    for row in rows:
        if row["source"] == "ICD-203":
            for words in DIRECTIVE[row["cue"]]:
                terms[words] = (words, float(row["low"]), float(row["high"]), "ICD-203", f"ICD-203, {row['cue']}")
    for survey in SURVEYS:
        for row in rows:
            if row["source"] != survey:
                continue
            for words in ASKED_AS.get(row["cue"], ()):
                after = f"{survey}, {row['cue']}, n {row['n']}"
                terms.setdefault(words, (words, float(row["p25"]), float(row["p75"]), "cue-table", after))
    return sorted(terms.values())


def main(path: str) -> None:
    """Reads the answers at `path` and writes the table."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        terms = _terms(list(csv.DictReader(file)))
    lines = ["# Written by training/likelihood.py; do not edit. Method: docs/likelihood.md.", ""]
    for words, low, high, scale, after in terms:
        lines += ["[[term]]", f'words = "{words}"', f"low = {low / 100:g}", f"high = {high / 100:g}"]
        lines += [f'scale = "{scale}"', f'after = "{after}"', ""]
    TARGET.write_text("\n".join(lines).replace(" = 0\n", " = 0.0\n").replace(" = 1\n", " = 1.0\n"), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
