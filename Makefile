# Everything installs into .venv; nothing else is touched.
PYTHON ?= python3
FILE ?= samples/war-wire.md
BIN := .venv/bin

.PHONY: read test lint types contracts bench accuracy picture clean

read: .venv/.installed
	@$(BIN)/sayso "$(FILE)"

test: .venv/.test-installed
	$(BIN)/python -m pytest

lint: .venv/.test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.test-installed
	$(BIN)/mypy

contracts: .venv/.test-installed
	$(BIN)/lint-imports

accuracy: .venv/.test-installed
	$(BIN)/python -m tests.bench.accuracy

bench: .venv/.test-installed
	$(BIN)/python -m tests.bench

picture: .venv/.test-installed
	$(BIN)/python docs/picture.py

clean:
	rm -rf .venv build *.egg-info

.venv/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --config-settings editable_mode=compat --editable .
	@touch $@

.venv/.test-installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --config-settings editable_mode=compat --editable '.[test]'
	@touch $@ .venv/.installed
