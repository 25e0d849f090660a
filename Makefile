# `make demo` and `make test` are all a newcomer needs: with Python 3.11 and make, each sets up what it
# needs (a virtual environment in .venv, packages from the package index) and does its work.

# The first Python on the PATH that is new enough.
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; \
	done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check docs bench clean

demo: $(READY)
	@mkdir -p out
	$(BIN)/kamergraaf demo -o out/letter.trig

test: $(READY)
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(READY)
	$(BIN)/python -m kamergraaf.check.quality_page docs/quality.md

bench: $(READY)
	$(BIN)/python benchmarks/run.py

# Validation against pyshacl and pyrudof; takes a quarter of an hour, most of it pyshacl's.
bench-validate: $(READY)
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	$(BIN)/python benchmarks/validate.py
	$(BIN)/python benchmarks/stored.py

$(READY): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev,reason]'
	touch $(READY)

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
