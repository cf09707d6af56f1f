# What everybody needs; `make help` lists it. Each verb sets itself up first. The others: .venv/bin/grader --help
PYTHON ?= python3
BIN := .venv/bin
GRADER := $(BIN)/python -m grader
WITH_TORCH := .[dev,torch]
# A name may hold blanks, quotes and dollar signs: its text goes to the shell as a variable, never as part of a line.
NAMES := MODULE COURSE STUDENT AGAIN TO FROM PATTERN TRUST_NAMES ENGINE CLUSTER PYODIDE SERVE
$(foreach name,$(NAMES),$(if $(value $(name)),$(eval override $(name) := $$(value $(name)))$(eval export $(name))))
module = $${MODULE:+--module="$$MODULE"}
student = $${STUDENT:+--student="$$STUDENT"}
engine = $${ENGINE:+--engine="$$ENGINE"}

.DEFAULT_GOAL := help
.PHONY: help demo test lab release collect grade feedback
.PHONY: check roster answers audio bench binder export grades lite proof site slides student

help:      ## list the verbs
	@echo "make VERB [MODULE=layers] [COURSE=dir] [STUDENT=name] [AGAIN=1] [FROM=path]"
	@sed -n 's/^\([a-z]*\):.*## /  \1\t/p' Makefile | expand -t 14
	@echo "All options and the other verbs: $(BIN)/grader --help, $(BIN)/grader VERB --help"

demo: .venv/ready      ## grade a small made-up class, from release to feedback, in demo/
	@$(GRADER) demo

test: .venv/ready check      ## run checks and tests; TORCH=1 adds PyTorch, CI=1 the tests that take minutes, and no skips
	$(if $(TORCH),$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '$(WITH_TORCH)')
	$(BIN)/python -m pytest $(if $(CI),--no-skips,-m "not slow")

lab: .venv/ready      ## open the source notebooks, and nbgrader's form grader, in JupyterLab
	@$(GRADER) lab $(module)

release: .venv/ready      ## make the release of a module (default: of all)
	@$(GRADER) release $(module)

collect: .venv/ready      ## bring submissions in: FROM=folder, zip of Canvas or Moodle, or nbgrader's exchange
	@test -n "$$FROM" || { echo "Say where from: make collect FROM=submissions.zip"; exit 2; }
	@$(GRADER) collect $(module) $${PATTERN:+--pattern="$$PATTERN"} $${TRUST_NAMES:+--trust-names} -- "$$FROM"

grade: .venv/ready      ## grade what lies in COURSE/submitted and print the points
	@$(GRADER) grade $(module) $(student) $${AGAIN:+--again} $(engine) $${CLUSTER:+--cluster="$$CLUSTER"}

feedback: .venv/ready      ## write the pages that students get back
	@$(GRADER) feedback $(module) $(student)

# The other verbs are the command line's; these words keep working for those who are used to them.
check: .venv/ready
	@$(GRADER) check --code
roster: .venv/ready
	@test -n "$$FROM" || { echo "Say which file: make roster FROM=gradebook.csv"; exit 2; }
	@$(GRADER) roster $(module) -- "$$FROM"
answers audio bench binder export grades lite proof site slides student: .venv/ready
	@$(GRADER) $@ $(module) $(engine) $${TO:+--to="$$TO"} $${SERVE:+--serve="$$SERVE"} $(if $(LINKS),--links)

.venv/ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 2; }
	@echo "Setting up .venv (once, about a minute) ..."
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing: on Debian, apt install python3-venv"; exit 2; }
	@$(BIN)/pip install --quiet --disable-pip-version-check --use-pep517 -c constraints.txt -e '.[dev]'
	@touch .venv/ready
