PYTHON ?= python3
VENV ?= .venv
PORT ?= 8000
BIN := $(VENV)/bin
# Compiled, as pip does too: `import torch` takes half the time.
INSTALL = VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install --quiet --compile-bytecode

export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL := help
.PHONY: help serve live test gpu versions build dist lighthouse lint format lock

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/.docs ## the site in both languages, reloaded when a file is saved
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

live: $(VENV)/.dev ## the same, and each script runs when it is saved; CHECK=1 compares its outputs and does not renew them
	$(BIN)/python tests/live.py --port $(PORT) $(if $(CHECK),--check)

test: $(VENV)/.dev ## every test, on two cores
	OMP_NUM_THREADS=1 $(BIN)/pytest --numprocesses 2 --dist worksteal

gpu: $(if $(VENV),$(VENV)/.dev) ## on a machine with CUDA: run what needs it, keep outputs and record; VENV= takes PYTHON's torch
	$(if $(VENV),$(BIN)/python,$(PYTHON)) tests/gpu.py $(if $(ACCEPT),--accept-outputs)

# What each needs besides torch comes from the lock; what belongs to torch comes with it.
VERSIONS ?= 2.10.0 2.11.0 2.12.1 2.13.0 2.14.1 2.15.0
OTHER := $(VENV)-torch
versions: $(VENV)/.dev ## each script that has no record with one of these versions of torch, and the record of it
	grep -E '^[a-z0-9._-]+==' requirements/dev.txt | sed 's/ *\\$$//' \
		| grep -vE '^(torch|torchvision|triton|nvidia-|cuda-|setuptools|fsspec|sympy)' > $(VENV)/constraints.txt
	failed=; export VIRTUAL_ENV=$(OTHER); for version in $(VERSIONS); do \
		PYTHONPATH=docs $(BIN)/python -m sitekit.records $$version || { echo "torch $$version: all on record"; continue; }; \
		echo "torch $$version"; rm -rf $(OTHER); \
		$(BIN)/uv venv --quiet --python $(BIN)/python $(OTHER) \
		&& $(BIN)/uv pip install --quiet --group dev --constraint $(VENV)/constraints.txt "torch==$$version" \
		&& $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable . \
		&& { $(OTHER)/bin/pytest -q tests/test_snippets.py -k test_script --record-version; [ $$? -le 1 ]; } \
		|| failed="$$failed $$version"; \
	done; rm -rf $(OTHER); \
	[ -z "$$failed" ] || { echo "not recorded:$$failed (see above)" >&2; exit 1; }

build: $(VENV)/.docs ## the site in both languages, into site/
	$(BIN)/mkdocs build --strict

dist: $(VENV)/.docs ## the same for any static host, into dist/site, with compressed copies; SITE_URL names its address
	$(BIN)/mkdocs build --strict --site-dir .cache/dist
	mkdir -p dist
	PYTHONPATH=docs $(BIN)/python -m sitekit.publish .cache/dist dist/site

lighthouse: $(VENV)/.dev ## Lighthouse on four pages; its speed is noise on a busy machine, so it is no part of make test
	npm --prefix tests/node ci --silent --no-audit --no-fund
	$(BIN)/pytest tests/lighthouse.py

lint: $(VENV)/.dev ## style, format and types of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/ty check --quiet --python $(VENV)

format: $(VENV)/.dev ## the code, formatted
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The newest versions that pyproject.toml allows. uv itself installs the rest, so it has a lock of its own.
COMPILE = $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock'
lock: $(BIN)/uv ## the newest versions that pyproject.toml allows, into requirements/
	echo uv | $(COMPILE) --output-file requirements/uv.txt -
	$(COMPILE) --group docs --output-file requirements/docs.txt
	$(COMPILE) --group dev --constraint requirements/docs.txt --output-file requirements/dev.txt pyproject.toml

$(BIN)/uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("torchmemo needs Python 3.11 or newer, and $(PYTHON) is %d.%d. Name another: make PYTHON=python3.11 ..." % sys.version_info[:2])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/uv.txt
	@touch $@

$(VENV)/.docs: requirements/docs.txt | $(BIN)/uv
	$(INSTALL) --require-hashes --requirement requirements/docs.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml $(VENV)/.docs
	$(INSTALL) --require-hashes --requirement requirements/dev.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@
