# lifeskills, from a checkout. Everything that is installed goes into .venv,
# once; what has to come from the system is named by .ci/setup.

BIN := .venv/bin
# One more than two cores: a screen under test waits as much as it works.
WORKERS ?= 3

.DEFAULT_GOAL := help
.PHONY: help demo test test-all check docs screens lock

help:
	@echo 'make demo       set up what is missing, then teach the two-minute lesson'
	@echo 'make test       the quick tests'
	@echo 'make test-all   every test, with the programs they drive'
	@echo 'make check      format, style, types, layers, tests, packs: all that a change must pass'
	@echo 'make docs       the reference pages that are made from the program'
	@echo 'make screens    pictures of every screen, in docs/screens'
	@echo 'make lock       the lock files anew (UPGRADE=1: with the newest versions)'

# Stamps lie inside .venv and go with it.
.venv/.ready-run: requirements.lock pyproject.toml .ci/setup
	@.ci/setup run
	@touch $@

.venv/.ready-test: requirements-dev.lock .venv/.ready-run
	@.ci/setup test
	@touch $@

demo: .venv/.ready-run
	@$(BIN)/lifeskills demo

test: .venv/.ready-test
	@$(BIN)/pytest -n $(WORKERS) -m 'not slow and not browser and not spark and not external'

test-all: .venv/.ready-test
	@.ci/setup all
	@$(BIN)/pytest -n $(WORKERS)

check: .venv/.ready-test
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(MAKE) --no-print-directory test
	@$(BIN)/lifeskills pack check --all

docs: .venv/.ready-test
	@$(BIN)/python -m tests.make_docs

screens: .venv/.ready-test
	@$(BIN)/python -m tests.capture_screens

lock:
	@.ci/setup lock
