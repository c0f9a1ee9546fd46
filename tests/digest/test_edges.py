"""Where a name begins and ends."""

from __future__ import annotations

import pytest
from parses import entities_of

TAKEN = """
They PRON PRP nsubj 2
left VERB VBD root 0
the DET DT det 7
International ADJ JJ amod 7
Grain PROPN NNP compound 7 organization
Relief PROPN NNP compound 7 organization
Fund PROPN NNP obj 2 organization
. PUNCT . punct 2
"""
CHAIN = """
Kenya PROPN NNP compound 4 place
International ADJ JJ amod 4
Economic ADJ JJ amod 4
Forum PROPN NNP nsubj 5 other
opened VERB VBD root 0
. PUNCT . punct 5
"""
DASHES = """
We PRON PRP nsubj 2
asked VERB VBD root 0
Kenyans-- PROPN NNPS obj 2 nationality
. PUNCT . punct 2
"""
QUOTED = """
“ PUNCT `` punct 3
New ADJ JJ amod 3
Okello PROPN NNP compound 4 organization
Group PROPN NNP nsubj 5 organization
fails VERB VBZ root 0
. PUNCT . punct 5
"""
COUNTED = """
It PRON PRP nsubj 2
elected VERB VBD root 0
the DET DT det 5
Second ADJ JJ amod 5
Assembly PROPN NNP obj 2 organization
. PUNCT . punct 2
"""
SMALL = """
They PRON PRP nsubj 2
left VERB VBD root 0
the DET DT det 5
conservative ADJ JJ amod 6 organization
Reef PROPN NNP compound 6 organization
Party PROPN NNP obj 2 organization
. PUNCT . punct 2
"""
AGAINST = """
They PRON PRP nsubj 2
watched VERB VBD root 0
counter-HARA ADJ JJ amod 4 organization
raids NOUN NNS obj 2
. PUNCT . punct 2
"""
NOTE = """
He PRON PRP nsubj 2
joined VERB VBD root 0
the DET DT det 5
Reef PROPN NNP compound 5 organization
Front.[3 PROPN NNP obj 2 organization
] PUNCT -RRB- punct 2 organization
"""
WIDE = """
All DET PDT det:predet 4
Central ADJ JJ amod 4
American ADJ JJ amod 4 nationality
leaders NOUN NNS nsubj 5
met VERB VBD root 0
. PUNCT . punct 5
"""
AN = """
It PRON PRP nsubj 2
reached VERB VBD root 0
An PROPN NNP compound 4 place
Lum PROPN NNP obj 2 place
. PUNCT . punct 2
"""
OYEZ = """
It PRON PRP nsubj 3
, PUNCT , punct 3
asked VERB VBD root 0
Oyez PROPN NNP obj 3 organization
! PUNCT . punct 4 organization
and CCONJ CC cc 7
left VERB VBD conj 3
. PUNCT . punct 3
"""


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (TAKEN, "International Grain Relief Fund"),
        (CHAIN, "International Economic Forum"),
        (DASHES, "Kenyans"),
        (QUOTED, "Okello Group"),
        (COUNTED, "Assembly"),
        (SMALL, "Reef Party"),
        (AGAINST, "HARA"),
        (NOTE, "Reef Front"),
        (WIDE, "Central American"),
        (AN, "An Lum"),
        (OYEZ, "Oyez !"),
    ],
)
def test_edges_of_names(sentence: str, name: str) -> None:
    entities = entities_of(sentence)
    assert name in [entity.name for entity in entities.records if entity.mentions[0].form == "name"]
    for entity in entities.records:
        for mention in entity.mentions:
            assert entities.doc.text[slice(*mention.spans[0])] == mention.text
