# The course's verbs; `make help` lists them. Each sets itself up first.
PYTHON ?= python3
BIN := .venv/bin
GRADER := $(BIN)/python -m grader
WITH_TORCH := .[dev,torch]
# A name may hold blanks, quotes and dollar signs: its text goes to the shell as a variable, never as part of a line.
NAMES := MODULE COURSE STUDENT AGAIN TO FROM PATTERN TRUST_NAMES ENGINE CLUSTER PYODIDE SERVE
$(foreach name,$(NAMES),$(if $(value $(name)),$(eval override $(name) := $$(value $(name)))$(eval export $(name))))

.DEFAULT_GOAL := help
.PHONY: help demo test check proof bench export release student collect grade grades feedback lab lite site slides audio binder

help:      ## list the verbs
	@echo "make VERB [MODULE=layers] [COURSE=dir] [STUDENT=name] [AGAIN=1] [TO=dir] [FROM=path] [TORCH=1] [LINKS=1]"
	@sed -n 's/^\([a-z]*\):.*## /  \1\t/p' Makefile | expand -t 14

demo: .venv/ready      ## grade a small made-up class, from release to feedback, in demo/
	@$(GRADER) --course "$${COURSE:-demo}" demo

test: .venv/ready check      ## run all checks and tests; TORCH=1 also compares with PyTorch, CI=1 allows no skips
	$(if $(TORCH),$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '$(WITH_TORCH)')
	$(BIN)/python -m pytest $(if $(CI),--no-skips)

check: .venv/ready      ## lint, types, spelling, clean notebooks, package as exported, nothing secret handed out
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/codespell README.md modules grader site
	$(GRADER) check

proof: .venv/ready      ## run wrong and right answers through the grading and count what is caught and paid
	@$(GRADER) --course "$${COURSE:-proof}" proof $${MODULE:+--module="$$MODULE"} $${ENGINE:+--engine="$$ENGINE"}

bench: .venv/ready      ## measure a forward pass beside bare NumPy, and both ways of grading, side by side
	@$(BIN)/python benchmarks/forward.py
	@$(BIN)/python benchmarks/grading.py

export: .venv/ready      ## clean the notebooks (outputs, metadata) and write tinytorch/ from them
	@$(GRADER) export
	@$(GRADER) tables

release: .venv/ready      ## make the release of a module (default: of all)
	@$(GRADER) release $${MODULE:+--module="$$MODULE"}

student: .venv/ready      ## write the student edition of a module into TO=dir (default: student/)
	@$(GRADER) student $${MODULE:+--module="$$MODULE"} --to "$${TO:-student}"

collect: .venv/ready      ## bring submissions in: FROM=folder, zip of Canvas or Moodle, or nbgrader's exchange
	@test -n "$$FROM" || { echo "Say where from: make collect FROM=submissions.zip"; exit 2; }
	@$(GRADER) collect $${MODULE:+--module="$$MODULE"} $${PATTERN:+--pattern="$$PATTERN"} $${TRUST_NAMES:+--trust-names} -- "$$FROM"

lite: .venv/ready      ## build a module's site for the browser into TO=dir (default: lite/); PYODIDE=dir, SERVE=port
	@$(GRADER) lite $${MODULE:+--module="$$MODULE"} --to "$${TO:-lite}" $${PYODIDE:+--pyodide="$$PYODIDE"} $${SERVE:+--serve="$$SERVE"}

binder: .venv/ready      ## rehearse Binder without Docker: build, open, run, look for solutions (minutes)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt jupyter-repo2docker
	@PYTHONPATH=tests:. $(BIN)/python tests/binder/rehearsal.py

grade: .venv/ready      ## grade what lies in COURSE/submitted and print the points
	@$(GRADER) grade $${MODULE:+--module="$$MODULE"} $${STUDENT:+--student="$$STUDENT"} $${AGAIN:+--again} $${ENGINE:+--engine="$$ENGINE"} $${CLUSTER:+--cluster="$$CLUSTER"}

grades: .venv/ready      ## write grades.csv as the gradebook is now, after marks were given by hand
	@$(GRADER) grades $${MODULE:+--module="$$MODULE"}

feedback: .venv/ready      ## write the pages that students get back
	@$(GRADER) feedback $${MODULE:+--module="$$MODULE"} $${STUDENT:+--student="$$STUDENT"}

slides: .venv/ready      ## build the slides of a module (default: of all) into TO=dir (default: build/slides/)
	@$(BIN)/python site/slides/command.py $${MODULE:+--module="$$MODULE"} $${TO:+--to="$$TO"}

audio: .venv/ready      ## have the audio overview read aloud into TO=dir (default: build/audio/), to be judged by ear
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[audio]'
	@$(BIN)/python site/audio/record.py $${MODULE:+--module="$$MODULE"} $${TO:+--to="$$TO"}

site: .venv/ready      ## build the modules' pages and slides into TO=dir (default: build/site); LINKS=1 asks the outside links too
	@$(BIN)/python site/slides/command.py --to "$${TO:-build/site}/slides"
	@$(BIN)/python site/publish.py --to "$${TO:-build/site}" $(if $(LINKS),--links)

# The server's root is this folder, so that the form grader finds COURSE in it.
NOTEBOOK = $(if $(MODULE),$(firstword $(wildcard modules/*$(MODULE)*/*.ipynb)),modules)
lab: .venv/ready      ## open the source notebooks, and nbgrader's form grader, in JupyterLab
	@$(GRADER) books --to build/books
	TINYTORCH_BOOK=$(CURDIR)/build/books OPENBLAS_NUM_THREADS=1 $(BIN)/jupyter lab --LabApp.default_url=/lab/tree/$(NOTEBOOK)

.venv/ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 2; }
	@echo "Setting up .venv (once, about a minute) ..."
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing: on Debian, apt install python3-venv"; exit 2; }
	@$(BIN)/pip install --quiet --disable-pip-version-check --use-pep517 -c constraints.txt -e '.[dev]'
	@touch .venv/ready
