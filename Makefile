# `make run` and `make test` are all a stranger needs; everything they use is installed into .venv.
PYTHON ?= python3
PORT ?= 8501
BIN = .venv/bin
SOURCES ?= ../shared/sources

.PHONY: help run test lint types build verify bench soak wheels

help:
	@echo "make run     dashboard on http://localhost:$(PORT)"
	@echo "make test    lint, format, types, all tests (browser tests included)"
	@echo "make build   publish data/ as a release"
	@echo "make verify  find every figure, task and project in its document (SOURCES=folder of the documents)"
	@echo "make bench   the measurements, as ratios"
	@echo "make soak    200 kills of a build at random moments"
	@echo "make wheels  everything for an installation without internet, into wheels/"

.venv/run.stamp: requirements.txt
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" \
		|| { echo "Python 3.11 or newer is needed; name one with: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Installing into .venv; the first time this takes a minute or two."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements.txt requirements-dev.txt .venv/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

run: .venv/run.stamp
	@$(BIN)/python -m streamlit run app.py --server.port $(PORT)

build: .venv/run.stamp
	$(BIN)/python -m etl build

verify: .venv/run.stamp
	$(BIN)/python -m etl verify --sources $(SOURCES)

lint: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev.stamp
	$(BIN)/mypy

test: lint types
	$(BIN)/python tests/browser.py
	$(BIN)/python tests/office.py
	$(BIN)/python -m pytest -n 2 --dist loadfile

bench: .venv/dev.stamp
	$(BIN)/python tests/browser.py
	$(BIN)/python -m benchmarks

soak: .venv/dev.stamp
	DUIBIAO_KILLS=200 $(BIN)/python -m pytest tests/test_kill.py

wheels:
	$(PYTHON) -m pip download --quiet --dest wheels -r requirements.txt
