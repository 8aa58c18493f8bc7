PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
# More processes than cores: a browser is waited for. In the order of the files: those with a browser take longest.
AT_ONCE ?= -n 3 --dist loadfile --no-loadscope-reorder
# Compiled modules are kept: a process starts in a quarter of the time.
export PYTHONDONTWRITEBYTECODE =

.PHONY: run build serve test test-writing test-hardship coverage test-fast check soak bench eval browser lock dictionary mutants mutants-python mutants-sql

run: build serve

build: $(VENV)/.installed
	$(BIN)/python -m etl build

serve: $(VENV)/.installed
	$(BIN)/python -m ui.server --port $(PORT)

test: $(VENV)/.installed-dev browser
	$(BIN)/python -m pytest $(AT_ONCE) -m "not writing and not hardship" $(MEASURED)

test-writing: $(VENV)/.installed-dev browser
	$(BIN)/python -m pytest $(AT_ONCE) -m "writing and not hardship" $(MEASURED)

test-hardship: $(VENV)/.installed-dev browser
	$(BIN)/python -m pytest $(AT_ONCE) -m hardship $(MEASURED)

coverage:
	$(MAKE) test MEASURED="--cov --cov-report=term --durations=20"

test-fast: $(VENV)/.installed-dev
	$(BIN)/python -m pytest $(AT_ONCE) tests/spec/answers tests/spec/figures tests/spec/lists tests/spec/pictures \
		tests/kim tests/ui tests/tools tests/test_contracts.py --ignore=tests/ui/endpoints --ignore=tests/ui/server

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m kim.dictionary --check

dictionary: $(VENV)/.installed
	$(BIN)/python -m kim.dictionary

soak: $(VENV)/.installed-dev
	$(BIN)/python -m bench.soak --minutes 10

bench: $(VENV)/.installed-dev browser
	$(BIN)/python -m bench

eval: $(VENV)/.installed-dev
	$(BIN)/python -m tools.measure

mutants: mutants-python mutants-sql

mutants-python: $(VENV)/.installed-dev
	$(BIN)/python -m tools.mutate_python

mutants-sql: $(VENV)/.installed-dev
	$(BIN)/python -m tools.mutate_sql

browser:
	@command -v chromium-headless-shell >/dev/null || { \
		[ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq \
			&& { apt-get install -y -qq chromium-headless-shell || apt-get install -y -qq chromium; } >/dev/null; \
	} || command -v chromium >/dev/null \
		|| { echo "Chromium is missing: install the package chromium-headless-shell or chromium."; exit 1; }

lock: $(VENV)/.installed-dev
	$(BIN)/uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --no-header --universal -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --group dev --generate-hashes --no-emit-index-url --no-header --universal -o requirements-dev.txt

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@ $(VENV)/.installed
