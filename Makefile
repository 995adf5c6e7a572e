# Two commands: `make run` starts Verv with demo data, `make test` proves it. The rest is what they stand on.
SHELL := /bin/bash
.ONESHELL:
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The lock files name every package, so pip has nothing to work out: --no-deps keeps it from looking at newer versions.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all:
PIP_FAILED = { echo "Could not install the packages: is there a network? pip's last words (all of them: $(VENV)/pip.log):"; tail -3 $(VENV)/pip.log; exit 1; }
UV_COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.PHONY: help run test check setup dev-setup lock format docs clean
help:
	@echo "make run    start Verv on http://127.0.0.1:5000 with demo data"
	echo "make test   run every check and test, on SQLite and PostgreSQL"
	echo "make docs   write docs/law.md, docs/states.md and the catalogues anew   ·   make lock   resolve dependencies anew   ·   make format"

run: setup
	@exec $(BIN)/python tools/run.py

test: dev-setup
	@exec $(BIN)/python tools/check.py

setup: $(VENV)/.runtime $(VENV)/.front-end $(VENV)/.translations
dev-setup: $(VENV)/.dev $(VENV)/.front-end $(VENV)/.translations

ifneq ($(filter postgres%,$(DATABASE_URL)),)
setup: $(VENV)/.postgres
endif

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "Verv needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>/dev/null || echo 'not there')."; exit 1; }
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "Python's venv module is missing: apt-get install python3-venv"; exit 1; }
	echo "Making a Python environment in $(VENV) …"
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.runtime: requirements.txt $(VENV)/.python
	@echo "Installing Verv's packages …"
	$(PIP) -r requirements.txt 2> $(VENV)/pip.log || $(PIP_FAILED)
	touch $@

$(VENV)/.postgres: requirements-postgres.txt $(VENV)/.runtime
	@$(PIP) -r requirements-postgres.txt 2> $(VENV)/pip.log || $(PIP_FAILED)
	touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.runtime
	@echo "Installing the packages that the tests need …"
	$(PIP) -r requirements-dev.txt 2> $(VENV)/pip.log || $(PIP_FAILED)
	touch $@

$(VENV)/.front-end: package-lock.json tools/assets.py tools/fonts.py $(VENV)/.runtime
	@$(BIN)/python tools/assets.py
	$(BIN)/python tools/fonts.py
	touch $@

$(VENV)/.translations: $(wildcard app/translations/*/LC_MESSAGES/messages.po) $(VENV)/.runtime
	@$(BIN)/python -m tools.catalogues --compile
	touch $@

lock:
	@$(UV_COMPILE) requirements.in -o requirements.txt
	$(UV_COMPILE) requirements-postgres.in -o requirements-postgres.txt
	$(UV_COMPILE) requirements-dev.in -o requirements-dev.txt
	$(UV_COMPILE) requirements-node.in -o requirements-node.txt

format: dev-setup
	@$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format --quiet .

docs: dev-setup
	@$(BIN)/python -m tools.law_register
	$(BIN)/python -m tools.state_tables
	$(BIN)/python -m tools.catalogues

clean:
	@rm -rf $(VENV) .node node_modules app/static/vendor app/pdf/fonts app/translations/*/LC_MESSAGES/*.mo
