"""A headless Chromium driven over WebDriver, which is JSON over HTTP: no client library is needed."""

from __future__ import annotations

import base64
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


def missing() -> str | None:
    """What this machine lacks, in words; None where a browser can be driven."""
    for program in ("chromium", "chromedriver"):
        if shutil.which(program) is None:
            return f"there is no {program} here: apt-get install chromium chromium-driver"
    return None


class Browser:
    """One session: a window that loads pages, runs scripts and is looked at."""

    def __init__(self, client: httpx.Client, session: str) -> None:
        self.client = client
        self.session = f"/session/{session}"

    def call(self, path: str, body: dict[str, Any]) -> Any:
        answer = self.client.post(self.session + path, json=body)
        assert answer.is_success, answer.text
        return answer.json()["value"]

    def open(self, url: str) -> None:
        self.call("/url", {"url": url})

    def run(self, script: str, *arguments: Any) -> Any:
        """The value that the script, the body of a function, returns."""
        return self.call("/execute/sync", {"script": script, "args": list(arguments)})

    def devtools(self, command: str, **parameters: Any) -> Any:
        return self.call("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def resize(self, width: int, height: int, *, scale: float = 1.0) -> None:
        """The size of the page itself, also below the least width of a window."""
        self.devtools(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False
        )

    def prefer(self, scheme: str) -> None:
        """light or dark"""
        self.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def point_at(self, selector: str) -> None:
        """Moves the mouse onto the first element that the selector finds."""
        found = self.call("/element", {"using": "css selector", "value": selector})
        move = {"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": {ELEMENT: found[ELEMENT]}}
        self.call("/actions", {"actions": [{"type": "pointer", "id": "mouse", "actions": [move]}]})

    def click(self, selector: str) -> None:
        found = self.call("/element", {"using": "css selector", "value": selector})
        self.call(f"/element/{found[ELEMENT]}/click", {})

    def press(self, key: str) -> None:
        """One key, by WebDriver's code points ("\ue004" is Tab)."""
        strokes = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.call("/actions", {"actions": [{"type": "key", "id": "keys", "actions": strokes}]})

    def source(self) -> str:
        """The page as HTML."""
        return str(self.client.get(self.session + "/source").json()["value"])

    def console(self) -> list[dict[str, Any]]:
        """What the page complained of since last asked, a broken policy included."""
        return list(self.call("/se/log", {"type": "browser"}))

    def picture(self, target: Path) -> None:
        """What is in the window, as PNG."""
        answer = self.client.get(self.session + "/screenshot")
        target.write_bytes(base64.b64decode(answer.json()["value"]))


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser with a fresh profile folder; ends with the block."""
    port = free_port()
    driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            _wait(client)
            options: dict[str, Any] = {"args": [*FLAGS, f"--user-data-dir={profile}"]}
            asked = {"alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}
            answer = client.post("/session", json={"capabilities": asked})
            assert answer.is_success, answer.text
            session = Browser(client, answer.json()["value"]["sessionId"])
            yield session
            client.delete(session.session)
    finally:
        driver.terminate()
        driver.wait(timeout=20)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(client: httpx.Client, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if client.get("/status").json()["value"]["ready"]:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise TimeoutError("chromedriver does not answer")
