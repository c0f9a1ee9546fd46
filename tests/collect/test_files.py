"""Paths in; a report or one clear error for each input out."""

import io
import json
import os

import pytest

from sayso.collect import files
from sayso.collect.files import reports_from
from sayso.collect.making import MAX_BYTES, MAX_CHARACTERS, Given
from sayso.errors import InputError, UsageError
from sayso.model import Report


def read(*paths, **given):
    return list(reports_from(map(str, paths), Given(**given)))


def one(path, **given):
    (item,) = read(path, **given)
    return item


@pytest.mark.parametrize("text", ["Hello", "  edges \n\n kept\r\nas they are \n", "Привет, мир", "a😀b", "\ufeffx"[1:]])
def test_text_is_stored_unchanged(tmp_path, text):
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode())
    report = one(path, published="2024-11-18", outlet="Dnipro Post", title="T")
    assert isinstance(report, Report)
    assert report.text == text
    assert (report.published, report.outlet, report.title) == ("2024-11-18", "Dnipro Post", "T")
    assert report.origin.location == str(path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding(tmp_path, encoding):
    path = tmp_path / "report.txt"
    path.write_bytes("Kyiv – Київ".encode(encoding))
    assert one(path).text == "Kyiv – Київ"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "it is empty"),
        ("blank.txt", b" \n\t\n", "it has no words"),
        ("binary.txt", b"\x7fELF\x02\x00\x00", "it is binary"),
        ("latin.txt", "Erste Zeile\nzweite Zeile mit Ä".encode("latin-1"), "line 2: it is not UTF-8 (byte 0xc4 at 29)"),
        ("empty.jsonl", b"\n\n", "it is empty"),
        ("broken.jsonl", b'{"text": "a"', "line 1: it is not JSON"),
        ("list.jsonl", b"[1]", "line 1: it is a list, not a JSON object"),
        ("no-text.jsonl", b'{"id": "x"}', 'line 1: "text" is missing'),
        ("null-text.jsonl", b'{"text": null}', 'line 1: "text" is null, not a string'),
        ("number.jsonl", b'{"text": "a", "title": 5}', 'line 1: "title" is a number, not a string or null'),
        ("date.jsonl", b'{"text": "a", "published": "yesterday-ish"}',
         'line 1: "published" is "yesterday-ish", not an ISO 8601 date'),
        ("no-such-day.jsonl", b'{"text": "a", "published": "2024-02-30"}', 'is "2024-02-30", not an ISO 8601 date'),
        ("surrogate.jsonl", rb'{"text": "a \ud800 b"}', "line 1: it holds half of a surrogate pair"),
        ("nul.jsonl", rb'{"text": "a \u0000 b"}', "line 1: its text is no text: it holds a NUL"),
        ("deep.jsonl", b"[" * 100_000, "line 1: it is"),
        ("bytes.jsonl", b'{"text": "\xff"}', "line 1: it is not"),
        ("deep.json", b"[" * 100_000, "it is nested too deeply"),
        ("none.json", b"[]", "it is a list of no reports"),
        ("empty.html", b"  ", "it is empty"),
        ("no-article.html", b"<html><body></body></html>", "there are no words"),
        ("binary.html", b"\x00\x01\x02", "it is binary"),
        ("table.xlsx", b"PK", "files that end in .xlsx are not read"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_line(tmp_path, name, content, told):
    path = tmp_path / name
    path.write_bytes(content)
    error = one(path)
    assert isinstance(error, InputError)
    assert str(error).startswith(f"cannot read {path}")
    assert told in str(error)
    assert "\n" not in str(error)


def test_the_line_is_named_and_the_others_are_read(tmp_path):
    path = tmp_path / "reports.jsonl"
    lines = [{"text": "one"}, {"text": "two", "published": "soon"}, {"text": "three", "url": None, "id": 3}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    first, error, third = read(path)
    assert (first.text, third.text, third.given_id) == ("one", "three", "3")
    assert str(error) == f'cannot read {path} line 2: "published" is "soon", not an ISO 8601 date'


def test_fifty_megabytes_of_one_line(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert "32,000,000 bytes" in str(one(path))
    long = tmp_path / "long.jsonl"
    with long.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(50):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n{"text": "after"}\n')
    error, after = read(long)
    assert "line 1: it is longer than" in str(error)
    assert after.text == "after"
    path.write_text("word " * (MAX_CHARACTERS // 5 + 1))
    assert "1,000,005 characters" in str(one(path))


def test_folders_are_read_to_the_bottom_in_the_order_of_names(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b/2.txt", "a.md", "b/1.TXT", ".hidden/x.txt", "notes.pdf"):
        (tmp_path / name).write_text(name)
    assert [r.text for r in read(tmp_path)] == ["a.md", "b/1.TXT", "b/2.txt"]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "no file in it ends in" in str(one(empty))


def test_what_stands_in_a_folder_and_is_not_read_is_told_apart(tmp_path):
    for name in ("a.txt", "notes.pdf", "noext"):
        (tmp_path / name).write_text(name)
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "folder.txt").mkdir()
    passed = []
    report, error = reports_from([tmp_path], passed=passed.append)
    assert report.text == "a.txt"
    assert str(error) == f"cannot read {tmp_path / 'lost.txt'}: it is a link to a file that is not there"
    assert [path.name for path in passed] == ["noext", "notes.pdf"]


def test_a_pipe_is_not_waited_for(tmp_path):
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert "it is no file but a pipe or a device" in str(one(path))


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("a.md", "# A mill burned\n\nSix men died.", "A mill burned"),
        ("a.md", "\n\n## A mill burned ##\nSix men died.", "A mill burned"),
        ("a.md", "Six men died.\n\n# More", None),
        ("a.md", "#\nSix men died.", None),
        ("a.md", "#mill burned", None),
        ("a.txt", "# A mill burned\n\nSix men died.", None),
    ],
)
def test_the_heading_of_markdown_is_its_title(tmp_path, name, text, title):
    path = tmp_path / name
    path.write_text(text)
    report = one(path)
    assert (report.title, report.text) == (title, text)
    assert one(path, title="Given").title == "Given"


def test_missing_and_forbidden(tmp_path):
    assert "no such file" in str(one(tmp_path / "absent.txt"))
    assert "cannot read" in str(one("a\0b.txt"))


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (b"Plain words.", ["Plain words."]),
        (b'{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
        (b'\xef\xbb\xbf{"text": "one"}', ["one"]),
    ],
)
def test_standard_input(monkeypatch, content, texts):
    stdin = type("Stdin", (), {"buffer": io.BytesIO(content)})
    monkeypatch.setattr(files.sys, "stdin", stdin)
    assert [r.text for r in read("-")] == texts


def test_what_the_caller_says_fills_what_a_line_leaves_out(tmp_path):
    path = tmp_path / "reports.jsonl"
    path.write_text('{"text": "a", "outlet": "Own"}\n{"text": "b"}\n')
    assert [r.outlet for r in read(path, outlet="Given")] == ["Own", "Given"]


def test_a_date_on_the_command_line_that_is_none():
    with pytest.raises(UsageError, match="--published"):
        Given(published="18.11.2024")


PAGE = """<!doctype html><html lang="en"><head><title>Strike on Sumy</title>
<meta property="og:site_name" content="Dnipro Post"><meta name="author" content="Olena Koval">
<meta property="article:published_time" content="2024-11-18T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/war">War</a></nav><article><h1>Strike on Sumy</h1>
{0}</article><footer>Terms of use, privacy policy, all rights reserved.</footer></body></html>"""


def test_a_page_gives_its_article(tmp_path):
    path = tmp_path / "page.html"
    paragraphs = [f"Paragraph {i}: a missile struck an apartment building in the city on Sunday, killing several "
                  "people, the governor said in a statement." for i in range(8)]  # fmt: skip
    path.write_text(PAGE.format("".join(f"<p>{p}</p>" for p in paragraphs)))
    report = one(path)
    assert all(paragraph in report.text for paragraph in paragraphs)
    assert "privacy" not in report.text
    assert (report.title, report.outlet, report.published) == ("Strike on Sumy", "Dnipro Post", "2024-11-18")
    assert report.byline == "Olena Koval"
    assert report.origin.kind == "html"
    assert report.origin.location.endswith("page.html")
    assert one(path, outlet="Other").outlet == "Other"
    path.write_text("<html><body><p>Hello</p></body></html>")
    assert one(path).text == "Hello"


def test_a_script_in_a_heading_is_no_part_of_the_title(tmp_path):
    path = tmp_path / "page.html"
    words = "A mill burned in Bria on Monday, and six men died, the mayor said. " * 12
    path.write_text(
        f"<html><body><article><h1>Mill <script>track(2)</script>burned</h1><p>{words}</p></article></body></html>"
    )
    report = one(path)
    assert report.title == "Mill burned"
    assert "track" not in report.text
