"""Step 1: read all corpora into documents of words, pieces and gold, and write them to one file.

python -m training.prepare --data ../shared/data --out build/training
"""

from __future__ import annotations

import argparse
import pickle
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from sayso.digest._pieces import PieceTable, pack
from training import corpora, treebanks
from training.documents import Document, Prepared

OWN = Path(__file__).parent / "data"


def training_documents(data: Path) -> Iterator[Document]:
    """All that may be learned from; nothing of dev."""
    uds = {
        "".join(r["text"].split()): r
        for r in treebanks.read_jsonl(data / "factuality/train.jsonl")
        if r["corpus"] == "uds-ih2"
    }
    for document, sentences in treebanks.read_treebank(data / "ud/ewt-train.conllu", "ewt"):
        treebanks.add_certainty(document, sentences, uds)
        treebanks.add_proper_nouns(document)
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
    if (OWN / "names.txt").exists():
        yield from corpora.read_own_names(OWN / "names.txt", variants=3, pool=corpora.read_pool(OWN / "pool.txt"))
    if (OWN / "events.txt").exists():
        yield from corpora.read_own_events(OWN / "events.txt")


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
    parser.add_argument("--out", type=Path, default=Path("build/training"))
    args = parser.parse_args()
    table = PieceTable(plain_tokenizer(args.tokenizer))
    prepared = [prepare(d, table) for d in training_documents(args.data) if d.words]
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "train.pickle").write_bytes(pickle.dumps(prepared, protocol=pickle.HIGHEST_PROTOCOL))
    size: Counter[str] = Counter()
    for p in prepared:
        size[p.document.corpus] += len(p.pieces)
    for corpus, pieces in size.items():
        print(f"{corpus:20} {sum(p.document.corpus == corpus for p in prepared):6} documents {pieces:9} pieces")


def plain_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer without padding or cutting."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


if __name__ == "__main__":
    main()
