"""Killed at any moment, an add leaves a picture that opens, and the next add finishes it."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from sayso.persist.picture import Picture

REPORTS = 60

#: adds reports without the language model, which has no part in what is tested here
ADD = f"""
import sys
sys.path[:0] = {sys.path!r}
from builders import strike
from sayso import pipeline
from sayso.persist.picture import Picture

READINGS = {{r.report.id: r for r in (strike(f"Outlet {{n}}", n) for n in range({REPORTS}))}}
pipeline.read = lambda reports, **_: (READINGS[report.id] for report in reports)
with Picture(sys.argv[1]) as picture:
    print(picture.add([r.report for r in READINGS.values()]))
"""


@pytest.mark.slow
def test_kill_at_random_moments(tmp_path):
    path = tmp_path / "picture.db"
    chance = random.Random(20241118)
    for _ in range(8):
        process = subprocess.Popen([sys.executable, "-c", ADD, str(path)], stdout=subprocess.PIPE)
        deadline = time.monotonic() + 20
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.6))
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        if path.exists():
            with Picture(path) as picture:
                assert picture.doctor() == []
                assert all(len(picture.reading(line.id).events) == 1 for line in picture.reports())
    done = subprocess.run([sys.executable, "-c", ADD, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"seen {REPORTS} = ")
    again = subprocess.run([sys.executable, "-c", ADD, str(path)], capture_output=True, text=True, check=True)
    assert again.stdout == f"seen {REPORTS} = read 0 + unchanged {REPORTS} + quarantined 0\n"
    with Picture(path) as picture:
        assert len(picture) == REPORTS
        assert picture.doctor() == []
        assert {m.report for e in picture.events() for m in e.mentions} == {line.id for line in picture.reports()}
