# Two commands do everything on a machine with Python 3.11+, git and make:
#   make demo   sets up and lints the bundled examples
#   make test   sets up and passes every check: lint, types, layers, docs, tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LANGUAGETOOL := .languagetool

.PHONY: demo test setup lint types layers tests languagetool lock clean

demo: $(VENV)/.installed
	$(BIN)/medlint check examples --exit-zero
	@echo
	@echo "A report to read:  $(BIN)/medlint report examples --html report.html"

test: setup lint types layers tests

setup: $(VENV)/.installed-dev

# The program alone, for `make demo`: from the lock, with hashes.
$(VENV)/.installed: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "medlint needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Everything, for `make test`.
$(VENV)/.installed-dev: requirements-dev.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "medlint needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@ $(VENV)/.installed

lint: setup
	$(BIN)/ruff format --check src tests bench
	$(BIN)/ruff check src tests bench

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

tests: setup languagetool
	test ! -d $(LANGUAGETOOL) || export MEDLINT_LANGUAGETOOL="$(CURDIR)/$(LANGUAGETOOL)"; \
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

# The LanguageTool jars, once, where Java and Maven are at hand; its tests are skipped elsewhere.
languagetool:
	@tests/engines/prepare_languagetool.sh $(LANGUAGETOOL)

# Rewrites the lock files after a change of dependencies.
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" pyproject.toml --group build
lock:
	$(BIN)/python -m pip install --quiet uv
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --group dev --all-extras --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) $(LANGUAGETOOL) .mypy_cache .pytest_cache .ruff_cache .hypothesis
