# make demo      a picture of the sample reports, from nothing (make demo SERVE=1 opens the web app at the end)
# make test      everything that CI runs
# make check     only what is fast: format, lint, types, walls
# make bench     speed and memory on real reports; make bench-language: the language model's heads
# make train     the language model again, from ../shared/data (hours on a CPU)
# make docs      the documentation, warnings are errors
# make floors    raise the quality gate's floors to what is reached now

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
DEMO := demo.db
SHARED ?= ../shared

.PHONY: demo test check pytest docs gate floors bench filled bench-language train lock screenshot examples clean

$(VENV)/installed: pyproject.toml requirements.lock hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --constraint requirements.lock --editable .
	touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(PIP) install --quiet --constraint requirements.lock --editable '.[dev]'
	touch $@

demo: $(VENV)/installed
	rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	$(BIN)/sayso add samples/reports.jsonl --picture $(DEMO)
	$(BIN)/sayso brief --picture $(DEMO)
	$(BIN)/sayso disputes --picture $(DEMO)
	@echo
	@echo "The picture is in $(DEMO). To look at it in a browser:  $(BIN)/sayso serve --picture $(DEMO)"
ifdef SERVE
	$(BIN)/sayso serve --picture $(DEMO)
endif

test: check pytest docs gate

check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

pytest: $(VENV)/installed-dev
	$(BIN)/pytest

docs: $(VENV)/installed-dev
	$(BIN)/sphinx-build --quiet -W --keep-going -b html docs build/docs

gate: $(VENV)/installed-dev
	$(BIN)/python -m bench.gate --shared $(SHARED)

floors: $(VENV)/installed-dev
	$(BIN)/python -m bench.gate --shared $(SHARED) --raise

bench: $(VENV)/installed-dev
	$(BIN)/python -m bench.speed --shared $(SHARED)

filled: $(VENV)/installed-dev
	$(BIN)/python -m bench.filled --shared $(SHARED) --write

bench-language: $(VENV)/installed-dev
	$(BIN)/python -m training.measure --data $(SHARED)/data

train:
	$(MAKE) -C training

examples: $(VENV)/installed-dev
	$(BIN)/python -m docs.examples --write

screenshot: $(VENV)/installed-dev
	SAYSO_SCREENSHOT=docs/screenshot.png $(BIN)/pytest -m browser

lock: $(VENV)/installed-dev
	$(PIP) freeze --exclude-editable > requirements.lock

clean:
	rm -rf build dist $(DEMO) $(DEMO)-wal $(DEMO)-shm .pytest_cache .mypy_cache .ruff_cache
