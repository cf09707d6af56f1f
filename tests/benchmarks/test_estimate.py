"""The estimate for a cluster: the simulation against cases worked by hand, the page against it."""

import re
import sys
from pathlib import Path

import pytest

from grader.course.term import ROOT

sys.path.append(str(ROOT / "benchmarks"))
from cluster import (
    AHEAD,
    BEGIN,
    END,
    FILE,
    LATENCY,
    TOGETHER,
    TURNS,
    Costs,
    Run,
    simulated,
    write_page,
)  # fmt: skip

COSTS = Costs(service=[1.0], size=[0], writer=[0.0], parent=0.0, scheduler=0.0)


@pytest.mark.parametrize("workers", [1, 4, 16])
def test_without_other_costs_the_workers_share_the_time(workers: int) -> None:
    found = Run(COSTS, 160, workers, together=1).run()
    assert found.seconds == pytest.approx(160 / workers * (1 + 4 * LATENCY))
    assert found.workers == pytest.approx(1)


def test_a_slow_writer_is_the_narrow_place() -> None:
    found = Run(Costs([1.0], [0], [0.5], 0.0, 0.0), 1000, 64).run()
    assert found.seconds == pytest.approx(1000 * 0.5 + 1, rel=0.01)
    assert found.parent == pytest.approx(1, abs=0.01)


def test_submissions_share_the_costs_of_their_task() -> None:
    costs = Costs([0.001], [0], [0.0], 0.0, 0.0, parent_task=0.08)
    count = 100_000  # few of them are in the smaller tasks at the end
    assert Run(costs, count, 8).run().seconds == pytest.approx(count * 0.01, rel=0.01)
    assert Run(costs, 1000, 8, together=1).run().seconds == pytest.approx(1000 * 0.08, rel=0.01)


def test_a_slow_link_is_the_narrow_place() -> None:
    found = Run(Costs([0.001], [125_000], [0.0], 0.0, 0.0), 1000, 64, megabits=100).run()
    assert found.seconds == pytest.approx(1000 * 2 * 125_000 * 8 / 100e6, rel=0.01)


def test_what_a_lost_machine_had_in_hand_is_graded_again_by_the_others() -> None:
    found = Run(COSTS, 80, 8, lost=4, at=2.5, together=1).run()
    assert found.again == 4
    assert found.seconds == pytest.approx(2.5 + 1 + (80 - 8 * 2 - 8) / 4, abs=1.2)


def test_the_window_is_the_engines() -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: pip install '.[cluster]'")
    from grader.grading.wall.cluster import dask as cluster

    assert (cluster.AHEAD, cluster.TOGETHER, cluster.TURNS) == (AHEAD, TOGETHER, TURNS)


def test_the_page_shows_what_the_simulation_says(tmp_path: Path) -> None:
    page = ROOT / "docs" / "cluster.md"
    fresh = tmp_path / "cluster.md"
    fresh.write_text(page.read_text(encoding="utf-8"), encoding="utf-8")
    write_page(fresh, simulated(FILE))
    assert fresh.read_text(encoding="utf-8") == page.read_text(encoding="utf-8")
    shown = page.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0]
    assert len(re.findall(r"^\| 64 \| (SQLite|PostgreSQL) \|", shown, re.MULTILINE)) == 2
