# Everything runs in .venv at the root; each target sets up what it needs.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RECORD := demo-record.db

.DEFAULT_GOAL := help
.PHONY: help demo check test trainer train clean

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

# torch first and alone: asked for by another package, it would come with gigabytes of CUDA.
$(VENV)/.train: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	@touch $@

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

trainer: $(VENV)/.train  ## set up what training and its test need (torch: 1 GB)

train: $(VENV)/.train  ## make the reading model anew from CORPORA, the folder of the corpora
	$(BIN)/python -m training.train $(CORPORA) build/weights.pt
	$(BIN)/python -m training.export build/weights.pt src/aidememoire/reading/weights

clean:  ## remove what was made
	rm -rf $(VENV) build dist $(RECORD)* demo-report.html .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
