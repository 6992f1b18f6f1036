# Everything one does with this checkout. `make` alone lists it.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test test-thorough coverage check format browser test-postgres bench bench-relevance bench-import lock install install-browser

PYTHON ?= python3
# bytecode that is kept saves the tests, and all that they start, from compiling it again
unexport PYTHONDONTWRITEBYTECODE
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
# pip's own notices are not about this project; errors still show
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes
QUICK := "not browser and not thorough and not files"
COVERAGE := --cov --cov-report=term
# what `make check` looks at is the site as it would run on a server
PRODUCTION := ENV_FILE=/dev/null DJANGO_SETTINGS_MODULE=config.settings DATABASE_URL= CACHE_URL= DJANGO_DEBUG= SITE_URL=https://gradpath.example \
	DJANGO_SECRET_KEY="$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))')"

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "make %-15s %s\n", $$1, $$2}'

run: $(VENV)/runtime.stamp ## install, fill and serve the site; HOST=127.0.0.1 PORT=8000
	@set -e; export HOST='$(HOST)' PORT='$(PORT)'; \
	SITE_URL="$$($(BIN)/python -m config.env)"; export SITE_URL; \
	$(BIN)/python manage.py migrate --verbosity 0; \
	$(BIN)/python manage.py collectstatic --noinput --verbosity 0; \
	report="$$($(BIN)/python manage.py load_catalog)" || { echo "$$report"; exit 1; }; \
	echo "$$report" | tail -n 1; \
	echo; \
	echo "Gradpath      $$SITE_URL/"; \
	echo "Admin         $$SITE_URL/admin/"; \
	echo "First editor  $(BIN)/python manage.py createsuperuser    (in another terminal)"; \
	echo "Stop          Ctrl-C"; \
	exec $(BIN)/gunicorn config.wsgi --bind "$$HOST:$$PORT" --worker-class gthread --workers 2 \
		--threads 4 --no-control-socket --log-level warning

test: $(VENV)/dev.stamp ## the tests that need no browser and no server, on SQLite
	@DATABASE_URL= CACHE_URL= $(BIN)/pytest -n 2 --dist worksteal -m $(QUICK)
	@echo
	@echo "Left out by this target:"
	@echo "  every page, parameter and moment, and the publishers' files; make test-thorough"
	@echo "  browser tests: they need Chromium and npm packages; make browser"
	@echo "  the same tests on PostgreSQL: they need a server; make test-postgres"
	@echo "  coverage: measuring takes twice as long; make coverage"
	@echo "  Redis: nothing uses it unless CACHE_URL says so, so no test needs it yet"

coverage: $(VENV)/dev.stamp ## the same tests with branch coverage, which has to reach its gate
	@DATABASE_URL= CACHE_URL= $(BIN)/pytest -n 2 --dist worksteal -m $(QUICK) $(COVERAGE)

test-thorough: $(VENV)/dev.stamp ## those that take longer: every page and parameter, the publishers' files
	@DATABASE_URL= CACHE_URL= $(BIN)/pytest -n 2 --dist loadfile -m "thorough or files"

check: $(VENV)/dev.stamp ## format, lint, templates, types, migrations and deployment settings
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@git ls-files -z --cached --others --exclude-standard -- '*.html' | \
		xargs -0 -r $(BIN)/djade --check --target-version 5.2
	@$(PRODUCTION) $(BIN)/mypy
	@$(PRODUCTION) $(BIN)/python manage.py makemigrations --check --dry-run
	@$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING

format: $(VENV)/dev.stamp ## put code and templates into the house format
	@$(BIN)/ruff check --quiet --fix --exit-zero . && $(BIN)/ruff format .
	@git ls-files -z --cached --others --exclude-standard -- '*.html' | \
		xargs -0 -r $(BIN)/djade --target-version 5.2

browser: install-browser ## the browser tests; they need Chromium (CHROMIUM=/usr/bin/chromium) and npm
	@DATABASE_URL= CACHE_URL= $(BIN)/pytest -n 2 --dist worksteal -m browser

test-postgres: export DATABASE_URL ?= postgres://postgres@127.0.0.1:5432/gradpath
test-postgres: $(VENV)/dev.stamp ## the tests of `make test`, and those with whole files, on PostgreSQL, at DATABASE_URL
	@CACHE_URL= $(BIN)/pytest -n 2 --dist worksteal -m "not browser and not thorough"

bench-import: $(VENV)/dev.stamp ## how fast a federal file comes in, beside bare inserts; SIZES="10000 100000"
	@DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.benchmarks.import_speed $(SIZES)

bench-relevance: $(VENV)/dev.stamp ## how well search answers tests/benchmarks/relevance.csv; DATABASE_URL=… for another catalogue
	@DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.benchmarks.relevance

bench: $(VENV)/dev.stamp build/datasette/bench.stamp ## how fast lists are found, beside Datasette and plain SQL; SIZES="1000 100000"
	@$(BIN)/python -m tests.benchmarks.finding_speed $(SIZES)

lock: ## compile the lock files with hashes; UPGRADE=--upgrade takes newer versions
	@tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && \
	$(PYTHON) -m venv "$$tools" && "$$tools/bin/pip" install -qq uv && \
	export UV_CUSTOM_COMPILE_COMMAND="make lock" && \
	compile="$$tools/bin/uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes $(UPGRADE)" && \
	$$compile pyproject.toml --extra postgres -o requirements.txt && \
	$$compile pyproject.toml --extra dev -c requirements.txt -o requirements-dev.txt && \
	$$compile --group bench -o requirements-bench.txt
	@npm install --package-lock-only

install: $(VENV)/dev.stamp

install-browser: $(VENV)/dev.stamp node_modules/.package-lock.json

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
		"Gradpath needs Python 3.11 or newer; name one: make PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/runtime.stamp: requirements.txt | $(BIN)/python
	@echo "Installing into $(VENV) ..."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt | $(BIN)/python
	@echo "Installing the development tools into $(VENV) ..."
	@$(PIP) -r requirements-dev.txt
	@touch $@

build/datasette/bench.stamp: requirements-bench.txt | $(BIN)/python
	@echo "Installing Datasette, to be measured against, into build/datasette ..."
	@$(PYTHON) -m venv build/datasette
	@build/datasette/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r $<
	@touch $@

node_modules/.package-lock.json: package-lock.json
	@npm ci --ignore-scripts --silent
	@touch $@
