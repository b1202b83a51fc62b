# Every command sets up what it needs first; see README.md and CONTRIBUTING.md.
PYTHON := .venv/bin/python
CODE := iroc_desktop tests .ci
# one process for each core, four at most: tests of windows are heavy
WORKERS := $(shell n=$$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2); [ $$n -lt 4 ] && echo $$n || echo 4)

export QT_LOGGING_RULES ?= qt.qpa.*=false

.PHONY: run test bench package campaign fmt lint setup clean catalogues lock

run: setup ## open the program (without a display: play the demo off screen)
	@.ci/start

test: setup lint ## run every check and every test
	@.ci/setup testing
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n $(WORKERS)

lint: setup ## style, types, layers and catalogues
	$(PYTHON) -m ruff check $(CODE)
	$(PYTHON) -m ruff format --check $(CODE)
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	$(PYTHON) .ci/catalogues.py check

fmt: setup ## put the code in the house style
	$(PYTHON) -m ruff check --fix $(CODE)
	$(PYTHON) -m ruff format $(CODE)

bench: setup ## measure, and print the table of README
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.bench

campaign: setup ## long searches for data loss (CAMPAIGN="kills flips", stopped runs go on), then a session by screen reader and by keyboard
	@.ci/setup testing
	$(PYTHON) -m tests.campaign --tally build/campaign.jsonl $(CAMPAIGN)
	$(PYTHON) -m tests.screen_reader

package: setup ## freeze the program into dist/iroc-desktop and let it test itself
	@.ci/setup packaging
	$(PYTHON) -m PyInstaller --noconfirm --clean --log-level WARN build_installer.spec
	QT_QPA_PLATFORM=offscreen dist/iroc-desktop/iroc-desktop --selftest
	$(PYTHON) .ci/weigh.py dist/iroc-desktop

catalogues: setup ## bring translations/ in step with the code
	$(PYTHON) .ci/catalogues.py update
	$(PYTHON) .ci/catalogues.py compile

lock: setup ## pin every dependency again, with hashes, for all systems
	.venv/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock

setup:
	@.ci/setup

clean: ## remove what was installed, built and cached; never anyone's data
	rm -rf .venv build dist demo .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find iroc_desktop tests .ci translations -name __pycache__ -prune -exec rm -rf {} + -o -name '*.mo' -exec rm -f {} +
