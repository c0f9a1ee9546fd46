"""Step 1: read all corpora into documents of words, pieces and gold.

    python -m training.prepare --data ../shared/data --out training/work

`train.pickle` is what may be learned from, `dev.pickle` what training looks at to say how far it is, and
`plain.pickle` texts without any gold, which `training.distil` has other models read.
"""

from __future__ import annotations

import argparse
import pickle
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from sayso.digest._model.pieces import PieceTable, pack
from training import corpora, treebanks, uner
from training.batches import piece_table
from training.documents import Document, Prepared
from training.texts import read_text

OWN = Path(__file__).parent / "data"


def training_documents(data: Path, marks: uner.Marks) -> Iterator[Document]:
    """All that may be learned from; nothing of dev."""
    uds = {
        "".join(r["text"].split()): r
        for r in treebanks.read_jsonl(data / "factuality/train.jsonl")
        if r["corpus"] == "uds-ih2"
    }
    for document, sentences in treebanks.read_treebank(data / "ud/ewt-train.conllu", "ewt"):
        treebanks.add_certainty(document, sentences, uds)
        treebanks.add_proper_nouns(document)
        uner.add_names(document, sentences, marks)
        yield document
    mentions = {r["id"]: r for r in treebanks.read_jsonl(data / "ud/gum_mentions_train.jsonl")}
    for document, sentences in treebanks.read_treebank(data / "ud/gum-train.conllu", "gum"):
        if document.name in mentions:
            treebanks.add_mentions(document, sentences, mentions[document.name])
        yield document
    yield from corpora.read_names(data / "names/train.jsonl")
    yield from corpora.read_polnear(data / "polnear/train.jsonl")
    yield from corpora.read_polnear(data / "polnear/train_other_annotators.jsonl")
    yield from corpora.read_predicates(data / "factuality/train.jsonl")
    yield from corpora.read_ecbplus(data / "ecbplus/train.jsonl")
    yield from corpora.read_muc4(data / "muc4/train.jsonl")
    pool = corpora.read_pool(OWN / "pool.txt")
    for name, part in (("names.txt", "train"), ("names_more.txt", "all")):
        yield from corpora.read_own_names(OWN / name, variants=3, pool=pool, part=part)
    if (OWN / "events.txt").exists():
        yield from corpora.read_own_events(OWN / "events.txt")


def dev_documents(data: Path) -> Iterator[Document]:
    """What a model is looked at on while it learns; the figures of record are those of `training.measure`."""
    for name in ("ewt", "gum", "pud"):
        yield from (document for document, _ in treebanks.read_treebank(data / f"ud/{name}-dev.conllu", name))
    yield from corpora.read_names(data / "names/gold.jsonl")
    yield from corpora.read_polnear(data / "polnear/gold.jsonl")
    yield from corpora.read_predicates(data / "factuality/gold.jsonl")
    yield from corpora.read_ecbplus(data / "ecbplus/gold.jsonl")
    yield from corpora.read_muc4(data / "muc4/gold.jsonl")
    yield from corpora.read_own_names(OWN / "names.txt", part="test")


def plain_documents(data: Path, more: list[Path]) -> Iterator[Document]:
    """Reports without gold: the public ones, and those of other files of the same form."""
    for path in [*sorted((data / "public_reports").glob("*.jsonl")), *more]:
        for record in treebanks.read_jsonl(path):
            yield read_text(record["id"], "plain", record["text"])[0]


def prepare(document: Document, table: PieceTable) -> Prepared:
    """Cut the words into pieces."""
    found = table(document.words)
    pieces, starts = pack([p for p, _ in found])
    return Prepared(document, pieces, starts, np.array([s for _, s in found], np.int8))


def main() -> None:
    """Read, cut, count, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json of MiniLM-L6")
    parser.add_argument("--uner", type=Path, help="Universal NER's training part of EWT, as `training.uner` fetches it")
    parser.add_argument("--plain", type=Path, nargs="*", default=[], help="more texts without gold: id and text a line")
    parser.add_argument("--out", type=Path, default=Path("build/training"))
    args = parser.parse_args()
    table = piece_table(args.tokenizer)
    marks = uner.read_marks(args.uner) if args.uner else {}
    args.out.mkdir(parents=True, exist_ok=True)
    parts = {
        "train": training_documents(args.data, marks),
        "dev": dev_documents(args.data),
        "plain": plain_documents(args.data, args.plain),
    }
    for name, documents in parts.items():
        prepared = [prepare(d, table) for d in documents if d.words]
        (args.out / f"{name}.pickle").write_bytes(pickle.dumps(prepared, protocol=pickle.HIGHEST_PROTOCOL))
        print(f"{name}:")
        count(prepared)


def count(prepared: list[Prepared]) -> None:
    """Print how much there is of each corpus."""
    size: Counter[str] = Counter()
    for p in prepared:
        size[p.document.corpus] += len(p.pieces)
    for corpus, pieces in size.items():
        print(f"{corpus:20} {sum(p.document.corpus == corpus for p in prepared):6} documents {pieces:9} pieces")


if __name__ == "__main__":
    main()
