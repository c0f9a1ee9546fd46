"""Inputs made to break readers: refused with one line or read, never a crash, a hang or a fetched address."""

import json
from pathlib import Path

import pytest

from sayso.collect.files import reports_from
from sayso.collect.making import Given
from sayso.errors import InputError
from sayso.model import Report

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "hostile"

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"the hostile files are not here ({DATA})")


def outcomes(path):
    found = list(reports_from([path], Given()))
    assert found
    for item in found:
        assert isinstance(item, Report | InputError)
        if isinstance(item, InputError):
            assert str(path.parent) in str(item) or repr(str(path)) in str(item)
            assert "\n" not in str(item)
    return found


def files(kind):
    return [p for p in sorted((DATA / kind).rglob("*")) if p.is_file()] if DATA.is_dir() else []


@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
@pytest.mark.parametrize("path", files("json"), ids=lambda p: p.name)
def test_json(path, suffix, tmp_path):
    """None of them is a report: all are refused, whether they are JSON or not."""
    copy = tmp_path / f"x{suffix}"
    copy.write_bytes(path.read_bytes())
    assert all(isinstance(item, InputError) for item in outcomes(copy))


@pytest.mark.parametrize("path", files("json"), ids=lambda p: p.name)
def test_json_strings_as_the_text_of_a_report(path, tmp_path):
    """A valid string is a report, unchanged; a broken one is refused."""
    content = path.read_bytes()
    copy = tmp_path / "x.jsonl"
    copy.write_bytes(b'{"text": ' + content.strip().removeprefix(b"[").removesuffix(b"]") + b"}\n")
    found = outcomes(copy)
    if path.name.startswith("y_string"):
        (text,) = json.loads(content) if content.strip().startswith(b"[") else [json.loads(content)]
        item = found[0]
        if text.strip() and "\0" not in text:
            assert isinstance(item, Report)
            assert item.text == text
    elif path.name.startswith("n_string"):
        assert all(isinstance(item, InputError) for item in found)


@pytest.mark.parametrize("suffix", [".html", ".txt"])
@pytest.mark.parametrize("path", files("xml") + files("feeds") + files("compressed"), ids=lambda p: p.name)
def test_bombs_and_broken_files_under_our_suffixes(path, suffix, tmp_path):
    copy = tmp_path / f"x{suffix}"
    copy.write_bytes(path.read_bytes())
    outcomes(copy)


def test_naughty_strings(tmp_path):
    strings = json.loads((DATA / "naughty_strings.json").read_text())
    path = tmp_path / "naughty.jsonl"
    path.write_text("".join(json.dumps({"text": text, "title": text, "outlet": text}) + "\n" for text in strings))
    found = outcomes(path)
    assert len(found) == len(strings)
    for text, item in zip(strings, found, strict=True):
        if text.strip() and "\0" not in text:
            assert isinstance(item, Report)
            assert item.text == text
