# Everything runs in .venv at the root; each target sets up what it needs.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RECORD := demo-record.db

.DEFAULT_GOAL := help
.PHONY: help demo serve check test clean

help:  ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(VENV)/.core: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.core

demo: $(VENV)/.core  ## build the record of the bundled coverage and show it
	@rm -f $(RECORD) $(RECORD)-shm $(RECORD)-wal
	$(BIN)/aidememoire build --demo --record $(RECORD)
	$(BIN)/aidememoire show $(RECORD)
	$(BIN)/aidememoire report $(RECORD) -o demo-report.html
	@echo 'The same as a page, each line linked to its source: demo-report.html'

check: $(VENV)/.dev  ## style, types, the import law, the documentation's own tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/docs

test: check  ## the checks, then every test
	$(BIN)/python -m pytest

clean:  ## remove what was made
	rm -rf $(VENV) build dist $(RECORD)* demo-report.html .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
