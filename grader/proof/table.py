"""Show a proof as a table in the terminal."""

from collections import Counter

from rich.box import SIMPLE_HEAD
from rich.table import Table

from grader.proof.proof import GradedAnswer, Proof


def table(proof: Proof) -> Table:
    """Return the table: for each exercise caught, named and paid answers of all, and spills."""
    view = Table(title=f"{proof.module.id}: the proof", title_justify="left", box=SIMPLE_HEAD)
    view.add_column("exercise", no_wrap=True)
    for head in ("wrong caught", "own sentence", "mutants caught", "right pass", "spills into it"):
        view.add_column(head, justify="right")
    spilled = Counter(name for _, name, _ in proof.spills)
    # The empty name stands for all exercises.
    for name in [*(exercise.name for exercise in proof.exercises), ""]:
        own = [result for result in proof.results if name in ("", result.answer.exercise)]
        by_hand = [r for r in own if not r.answer.right and not r.mutant]
        made = [r for r in own if r.mutant]
        right = [r for r in own if r.answer.right]
        named = [r for r in by_hand if proof.under_its_own(r)]
        if not name:
            view.add_section()
        view.add_row(
            name or "all",
            _share(by_hand),
            f"{len(named)} / {len(by_hand)}",
            _share(made),
            _share(right),
            str(spilled[name] if name else len(proof.spills)),
        )
    points = sum(exercise.points for exercise in proof.exercises)
    view.caption = (
        f"{proof.test_lines} lines of hidden tests, {proof.test_lines / points:.1f} a point."
    )
    view.caption_justify = "left"
    return view


def _share(results: list[GradedAnswer]) -> str:
    return f"{len([result for result in results if result.as_it_should])} / {len(results)}"
