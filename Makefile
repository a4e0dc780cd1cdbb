# Two commands do everything on a fresh machine: `make run` and `make test`.

PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

export HF_HUB_OFFLINE = 1

.PHONY: setup run test lint format clean

setup: $(STAMP)

# Python 3.11 or newer; the stamp is renewed when the dependencies change.
$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Cần Python 3.11 trở lên: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Đang cài các gói cần thiết vào $(VENV) (vài phút ở lần đầu)…"
	$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --quiet -e '.[dev]'
	@touch $@

run: setup
	@$(BIN)/python -m index build --if-stale
	@$(BIN)/python -m ui --port $(PORT)

# The browser's tests mostly wait: one process more than there are cores.
test: setup
	$(BIN)/python -m pytest --dist loadfile \
		-n $$($(BIN)/python -c 'import os; print(min(4, (os.cpu_count() or 1) + 1))')

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) .index
