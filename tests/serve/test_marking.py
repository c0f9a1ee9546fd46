"""Marks nest, and the text comes back whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from work import calls

from sayso.serve.marking import Block, Ref, blocks, harmless, marked

texts = st.text(alphabet=st.sampled_from(list("ab .A\n\n\u202e\x00é😀")), max_size=80)
spans = st.lists(
    st.tuples(st.integers(0, 80), st.integers(0, 80)).map(lambda pair: (min(pair), max(pair))), max_size=12
)


def _walked(block: Block, text: str) -> list[tuple[str, frozenset[str]]]:
    """Each character with the ids open around it; checks that pieces balance and links do not nest."""
    at, opened, links = block.span[0], [], []
    seen: list[tuple[str, frozenset[str]]] = []
    for piece in block.pieces:
        if piece.kind == "open":
            assert not (piece.link and any(links))
            opened.append({ref.id for ref in piece.refs})
            links.append(piece.link)
        elif piece.kind == "close":
            assert links.pop() == piece.link
            opened.pop()
        elif piece.kind != "anchor":
            words = piece.text if piece.kind == "text" else chr(int(piece.text[2:], 16))
            assert text[at : at + len(words)] == words
            seen += [(character, frozenset().union(*opened)) for character in words]
            at += len(words)
    assert not opened
    assert at == block.span[1]
    return seen


@given(texts, spans)
def test_every_character_has_the_marks_that_cover_it(text: str, given_spans: list[tuple[int, int]]) -> None:
    refs = [(span, Ref(id=f"v{i}", part="trigger", head=True)) for i, span in enumerate(given_spans)]
    for block in marked(text, refs):
        for offset, (character, ids) in enumerate(_walked(block, text), start=block.span[0]):
            covering = {ref.id for (start, end), ref in refs if start <= offset < end <= len(text)}
            assert character == text[offset]
            assert ids == covering


@given(texts)
def test_between_paragraphs_stands_only_white_space(text: str) -> None:
    rest, at = "", 0
    for start, end in blocks(text):
        rest += text[at:start]
        assert start < end
        at = end
    assert not (rest + text[at:]).strip()


def test_blank_lines_part_hard_wrapped_text() -> None:
    text = "A first paragraph that is\nbroken by hand into lines.\n\nA second one\nof two lines."
    assert [text[slice(*span)] for span in blocks(text)] == text.split("\n\n")


def test_long_lines_are_paragraphs() -> None:
    text = "\n".join(["A long line of words. " * 8, "Heading", "Another long line of words. " * 8])
    found = marked(text, [])
    assert [block.kind for block in found] == ["paragraph", "heading", "paragraph"]


def test_one_anchor_per_finding() -> None:
    head = Ref(id="v1", part="trigger", head=True)
    pieces = [p for block in marked("one two three", [((0, 3), head), ((8, 13), head)]) for p in block.pieces]
    assert [piece.kind for piece in pieces].count("anchor") == 1


def test_spans_outside_the_text_are_no_marks() -> None:
    assert [p.kind for p in marked("one", [((1, 9), Ref(id="v1", part="x"))])[0].pieces] == ["text"]


def test_controls_are_shown() -> None:
    pieces = marked("a\u202eb", [])[0].pieces
    assert [(piece.kind, piece.text) for piece in pieces] == [("text", "a"), ("code", "U+202E"), ("text", "b")]
    assert harmless("a\u202eb\x00\ud800") == "a\ufffdb\ufffd\ufffd"


def test_time_is_linear() -> None:
    def work(size: int) -> int:
        text = "word " * size
        refs = [((i * 5, i * 5 + 12), Ref(id=f"v{i}", part="trigger")) for i in range(size - 3)]
        return calls(lambda: marked(text, refs))

    assert work(20_000) < 11 * work(2_000)


def test_hostile_depth_stays_small() -> None:
    text = "x" * 4_000
    refs = [((i, 4_000 - i), Ref(id=f"v{i}", part="x")) for i in range(1_900)]
    assert sum(len(block.pieces) for block in marked(text, refs)) < 10_000
