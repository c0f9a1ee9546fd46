"""TOML to codebook, with errors that name the file, the key and the reason."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any, TypeVar, get_args

from sayso.codebook.codebook import BUILT_IN, Codebook, EventType, Example, Frame, Mode, Pattern, WordClass
from sayso.codebook.nouns import load_nouns
from sayso.errors import CodebookError
from sayso.model import Effect, Status

T = TypeVar("T")
PATTERNS = ("verbs", "nouns", "adjectives")
WORD_LISTS = ("subject", "object", "near", "not_subject", "not_object", "not_near", "not_clause")
PATHS = ("actors", "recipients", "instruments", "noun_actors", "noun_recipients")
TOP_KEYS = {"name", "extends", "types", "contexts", "classes", "literal"}


class Table:
    """A TOML table that knows where it stands, gives typed values, and complains by key."""

    def __init__(self, data: object, *, file: Path, key: str) -> None:
        self.file, self.key = file, key
        if not isinstance(data, dict):
            raise self.error("", f"expected a table, found {data!r}")
        self.data: dict[str, Any] = data

    def error(self, key: str, reason: str) -> CodebookError:
        where = ".".join(part for part in (self.key, key) if part) or "the file"
        return CodebookError(f"codebook {self.file}: {where}: {reason}")

    def known(self, allowed: set[str]) -> None:
        for key in self.data:
            if key not in allowed:
                raise self.error(key, f"unknown key; known are {', '.join(sorted(allowed))}")

    def get(self, key: str, kind: type[T], default: T) -> T:
        value = self.data.get(key, default)
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)  # type: ignore[return-value]
        if value is default or (isinstance(value, kind) and not (kind is int and isinstance(value, bool))):
            return value
        raise self.error(key, f"expected {kind.__name__}, found {value!r}")

    def text(self, key: str) -> str | None:
        return self.get(key, str, "") or None

    def strings(self, key: str, *, between: str | None = ",") -> tuple[str, ...]:
        """A list of words, or one string of them with commas (`between` None: white space) between."""
        value = self.data.get(key, [])
        if isinstance(value, str):
            return tuple(" ".join(part.split()) for part in value.split(between) if part.strip())
        if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
            return tuple(value)
        raise self.error(key, f"expected a list of words, found {value!r}")

    def table(self, key: str) -> Table:
        return Table(self.data.get(key, {}), file=self.file, key=f"{self.key}.{key}".strip("."))

    def tables(self, key: str) -> list[Table]:
        value = self.data.get(key, [])
        if not isinstance(value, list):
            raise self.error(key, f"expected a list of tables, found {value!r}")
        return [Table(item, file=self.file, key=f"{self.key}.{key}[{i}]".strip(".")) for i, item in enumerate(value)]

    def one_of(self, key: str, allowed: tuple[Any, ...]) -> Any:
        value = self.data.get(key)
        if value is None or value in allowed:
            return value
        raise self.error(key, f"expected one of {', '.join(map(str, allowed))}, found {value!r}")


def load(path: Path) -> Codebook:
    """The codebook in the file, or in all TOML files of the folder, at `path`."""
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise CodebookError(f"codebook {path}: the folder has no .toml file")
    tables = [Table(_read(file), file=file, key="") for file in files]
    book = Codebook(name=path.stem, types={}, contexts={}, classes={}, literal={})
    if any(table.get("extends", str, "") for table in tables):
        book = replace(_extended(tables), name=path.stem)
    extended = book.types
    for table in tables:
        book = _merge(book, table)
    return _checked(replace(book, types=_own_first(book.types, extended)) if extended else book, tables[0])


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CodebookError(f"codebook {file}: no such file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(f"codebook {file}: cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"codebook {file}: is not TOML: {error}") from error


def _extended(tables: list[Table]) -> Codebook:
    for table in tables:
        wanted = table.get("extends", str, "")
        if wanted and wanted != BUILT_IN.name:
            raise table.error("extends", f'the only codebook to extend is "{BUILT_IN.name}", found "{wanted}"')
    return load(BUILT_IN)


def _own_first(types: dict[str, EventType], extended: dict[str, EventType]) -> dict[str, EventType]:
    """The types with their frames marked that are not of the types which they extend; these stand before the others."""
    marked = {}
    for name, kind in types.items():
        own = len(kind.frames) - (len(extended[name].frames) if name in extended else 0)
        frames = tuple(replace(frame, added=i < own) for i, frame in enumerate(kind.frames))
        marked[name] = replace(kind, frames=frames) if own else kind
    return marked


def _merge(book: Codebook, table: Table) -> Codebook:
    table.known(TOP_KEYS)
    types = dict(book.types)
    for name in table.table("types").data:
        types[name] = _event_type(name, table.table("types").table(name), types.get(name))
    contexts = {key: _patterns(table.table("contexts").strings(key)) for key in table.table("contexts").data}
    classes = {key: _word_class(table.table("classes").table(key)) for key in table.table("classes").data}
    literal = {key: table.table("literal").get(key, int, 0) for key in table.table("literal").data}
    return Codebook(
        name=table.text("name") or book.name,
        types=types,
        contexts=book.contexts | contexts,
        classes=book.classes | classes,
        literal=book.literal | literal,
    )


def _patterns(phrases: tuple[str, ...]) -> tuple[Pattern, ...]:
    """The words of each phrase; "voice/express hope" is two phrases."""
    return tuple(pattern for phrase in phrases for pattern in product(*(word.split("/") for word in phrase.split())))


#: Keys of a type that hold one word.
TYPE_WORDS = ("plover", "cameo", "promised", "refused", "demanded")


def _word_class(table: Table) -> WordClass:
    table.known({"words", "names", "nouns", "bodies"})
    kinds = table.strings("nouns")
    nouns = {word for word, noun in load_nouns().nouns.items() if noun.kind in kinds}
    words = nouns.union(table.strings("words", between=None))
    return WordClass(
        words=frozenset(words), names=frozenset(table.strings("names")), bodies=frozenset(table.strings("bodies"))
    )


def _event_type(name: str, table: Table, known: EventType | None) -> EventType:
    """The type as the table says, on top of the one that is extended; its own frames come first."""
    table.known(
        {"description", "quad", "intensity", "modes", "frames", "examples", "recipient_is", "violent"}
        | {*TYPE_WORDS, *PATHS}
    )
    old = known or EventType(name=name, description="", plover=None, cameo=None, quad=_quad(table), intensity=0.0)
    modes = old.modes | {key: _mode(key, table.table("modes").table(key)) for key in table.table("modes").data}
    frames = tuple(_frame(name, frame, modes) for frame in table.tables("frames"))
    words: dict[str, Any] = {key: table.text(key) or getattr(old, key) for key in TYPE_WORDS}
    words |= {key: table.strings(key) or getattr(old, key) for key in PATHS}
    return replace(
        old,
        description=table.get("description", str, old.description),
        quad=table.one_of("quad", (1, 2, 3, 4)) or old.quad,
        intensity=table.get("intensity", float, old.intensity),
        modes=modes,
        frames=frames + old.frames,
        examples=tuple(_example(example, modes) for example in table.tables("examples")) + old.examples,
        recipient_is=table.one_of("recipient_is", ("agent", "thing")) or old.recipient_is,
        violent=table.get("violent", bool, old.violent),
        **words,
    )


def _quad(table: Table) -> Any:
    if "quad" not in table.data:
        raise table.error(
            "quad", "missing: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"
        )
    return table.one_of("quad", (1, 2, 3, 4))


def _mode(name: str, table: Table) -> Mode:
    table.known({"description", "cameo", "intensity", "plover", "quad", "content", "means", "over"})
    intensity = table.get("intensity", float, 0.0) if "intensity" in table.data else None
    return Mode(
        name=name,
        description=table.get("description", str, ""),
        cameo=table.text("cameo"),
        intensity=intensity,
        plover=table.text("plover"),
        quad=table.one_of("quad", (1, 2, 3, 4)),
        content=frozenset(table.strings("content", between=None)),
        means=frozenset(table.strings("means")),
        over=frozenset(table.strings("over")),
    )


def _frame(name: str, table: Table, modes: dict[str, Mode]) -> Frame:
    table.known(
        {
            *PATTERNS,
            *WORD_LISTS,
            *PATHS,
            "mode",
            "literal",
            "reciprocal",
            "toll",
            "status",
            "voice",
            "clause",
            "infinitive",
            "own",
            "plover",
        }
    )
    mode = table.text("mode")
    if mode is not None and mode not in modes:
        raise table.error("mode", f'"{mode}" is no mode of {name}; known are {", ".join(modes) or "none"}')
    patterns = {key: _patterns(table.strings(key)) for key in PATTERNS}
    if not any(patterns.values()):
        raise table.error("", "a frame needs words: verbs, nouns or adjectives")
    words: dict[str, Any] = {**patterns, **{key: table.strings(key) for key in WORD_LISTS}}
    words |= {key: table.strings(key) if key in table.data else None for key in PATHS}
    return Frame(
        type=name,
        mode=mode,
        **words,
        literal=table.get("literal", int, 0) if "literal" in table.data else None,
        reciprocal=table.get("reciprocal", bool, False),
        toll=table.one_of("toll", get_args(Effect)),
        status=table.one_of("status", get_args(Status)),
        voice=table.one_of("voice", ("active", "passive")),
        clause=table.get("clause", bool, False) if "clause" in table.data else None,
        infinitive=table.get("infinitive", bool, False),
        own=table.get("own", bool, False),
        plover=table.text("plover"),
    )


def _example(table: Table, modes: dict[str, Mode]) -> Example:
    table.known({"text", "match", "mode"})
    mode = table.text("mode")
    if mode is not None and mode not in modes:
        raise table.error("mode", f'"{mode}" is no mode of this type')
    if not table.text("text"):
        raise table.error("text", "missing: an example is a sentence")
    return Example(text=table.get("text", str, ""), match=table.get("match", bool, True), mode=mode)


def _checked(book: Codebook, table: Table) -> Codebook:
    """The codebook, once every class and type that it speaks of is known."""
    if not book.types:
        raise table.error("types", "a codebook needs at least one type")
    known: Callable[[str], bool] = lambda word: not word.startswith("@") or word[1:] in book.classes  # noqa: E731
    for kind in book.types.values():
        for other in (kind.promised, kind.refused, kind.demanded):
            if other is not None and other not in book.types:
                raise table.error(f"types.{kind.name}", f'speaks of the type "{other}", which there is not')
        for i, frame in enumerate(kind.frames):
            for key in WORD_LISTS:
                for word in getattr(frame, key):
                    if " " in word:
                        raise table.error(f"types.{kind.name}.frames[{i}].{key}", f'"{word}" is no single word')
                    if not known(word):
                        raise table.error(f"types.{kind.name}.frames[{i}].{key}", f'"{word}" is no known word class')
    for key in book.literal:
        if key not in book.classes:
            raise table.error(f"literal.{key}", "is no known word class")
    return book
