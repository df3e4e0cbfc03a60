# `make report` checks the documents of seeds/; `make test` runs every test. Both install what they need into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.DEFAULT_GOAL := help
.PHONY: help report test check format docs screenshots bench clean

help: ## Show this list.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1\t\2/' | expand -t 18

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "aligncheck needs Python 3.11 or later")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(PIP) -e '.[dev]'
	@touch $@

report: $(VENV)/.installed ## Check seeds/ and write reports/index.html.
	$(BIN)/aligncheck seeds/ --exit-zero
	@echo "Open reports/index.html in a browser."

test: $(VENV)/.installed-dev ## Run every test, with the style, types and layers of the code among them.
	$(BIN)/python -m pytest

check: $(VENV)/.installed-dev ## Only style, types and layers (tests/test_house.py).
	$(BIN)/python -m pytest tests/test_house.py

format: $(VENV)/.installed-dev ## Format the code and mend what ruff can mend.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.installed-dev ## Write the reference pages of docs/ from the code.
	$(BIN)/python docs/generate.py

screenshots: $(VENV)/.installed-dev ## Take the pictures of the README (docs/images/) from the pages of seeds/.
	$(BIN)/python docs/screenshots.py

bench: $(VENV)/.installed-dev ## Measure speed.
	@for file in $(sort $(wildcard benchmarks/bench_*.py)); do echo "== $$file"; $(BIN)/python $$file || exit 1; done

clean: ## Remove what make made; reports/ stays.
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
