"""Estimate how long a large class takes on a cluster: a discrete-event simulation.

    python benchmarks/measure_cluster.py    # measures, and writes benchmarks/cluster.json
    python benchmarks/cluster.py [--submissions 100000] [--workers 64] [--machines 8]
                                 [--write docs/cluster.md]

It models the engine that grades on a Dask cluster. One parent sends tasks of several submissions,
at most AHEAD tasks at a time, and saves results in groups. One scheduler handles each task. One
network link carries everything. A worker runs one submission at a time; it takes as long as a
measured submission, which is drawn at random.
"""

import argparse
import heapq
import json
import random
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The limits of the engine; a test compares them: tasks at a time, submissions in a task at most,
# and tasks for each worker at least.
AHEAD, TOGETHER, TURNS = 256, 8, 4
LATENCY = 0.001  # seconds for a message between two machines; an assumption
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
FILE = Path(__file__).with_suffix(".json")
BEGIN, END = "<!-- simulated -->\n", "<!-- end of simulated -->\n"


@dataclass(frozen=True)
class Costs:
    """The measured costs. The simulation draws from the lists."""

    service: list[float]  # seconds of a worker for a submission
    size: list[int]  # bytes of the same submission and of its result
    writer: list[float]  # seconds to save a result, in a group
    parent: float  # seconds of the parent to send a submission and receive its result
    scheduler: float  # seconds of the scheduler for a submission
    parent_task: float = 0.0  # seconds of the parent for a task, besides
    scheduler_task: float = 0.0  # seconds of the scheduler for a task, besides


@dataclass
class Estimate:
    """The result of a simulated run.

    Args:
        seconds: how long it took.
        workers, parent, scheduler, link: how busy each was, from 0 to 1.
        again: how many submissions were graded again after a machine was lost.
    """

    seconds: float
    workers: float
    parent: float
    scheduler: float
    link: float
    again: int


def read(path: Path, database: str) -> Costs:
    """The measured costs, with the gradebook in `database`."""
    found = json.loads(path.read_text(encoding="utf-8"))
    costs: dict[str, float] = {}
    for name in ("parent", "scheduler"):
        alone, together = found[f"{name}_alone_seconds"], found[f"{name}_seconds"]
        # Two measured sizes of tasks tell what a task costs, and what each submission in it does.
        task = max(0.0, (alone - together) / (1 - 1 / TOGETHER))
        costs |= {f"{name}_task": task, name: max(0.0, together - task / TOGETHER)}
    return Costs(
        found["service_seconds"], found["bytes"], found["writer_seconds"][database], **costs
    )


class Run:
    """One simulated run."""

    def __init__(
        self,
        costs: Costs,
        submissions: int,
        workers: int,
        *,
        megabits: int = 1000,
        lost: int = 0,
        at: float = 0.0,
        together: int = TOGETHER,
    ) -> None:
        """Set up a run.

        Args:
            costs: the measured costs.
            submissions, workers: how many of each.
            megabits: the bandwidth of the link, per second.
            lost: how many workers fail, with the submissions that they are grading.
            at: when they fail, in seconds.
            together: how many submissions a task has at most.
        """
        self._costs, self._left, self._workers = costs, submissions, workers
        self._bytes_a_second = megabits * 1e6 / 8
        self._lost, self._at, self._together = lost, at, together
        self._random = random.Random(1)  # a fixed seed: the page is compared with a new run
        self._events: list[tuple[float, int, str, int]] = []
        self._queue: deque[int] = deque()  # tasks waiting for a worker
        self._arrived: deque[int] = deque()  # results waiting for the parent
        self._idle, self._running = list(range(workers)), dict[int, int]()
        self._parent_free = True
        self._scheduler_at = self._link_at = 0.0
        self._flight = self._count = self._again = 0
        self._busy = dict.fromkeys(("workers", "parent", "scheduler", "link"), 0.0)

    def run(self) -> Estimate:
        """Simulate until the last result is saved."""
        self._tasks: list[list[int]] = []  # the kinds of the submissions of each
        total = self._left
        now = 0.0
        if self._lost:
            self._schedule(self._at, "lose", 0)
        self._parent(0.0)
        while self._left or self._flight:
            now, _, what, number = heapq.heappop(self._events)
            # The event "done" is handled by the method `_done`, and so on.
            getattr(self, f"_{what}")(now, number)
        busy = {name: seconds / now for name, seconds in self._busy.items()}
        assert self._count == total
        busy["workers"] /= self._workers
        return Estimate(now, again=self._again, **busy)

    def _schedule(self, when: float, what: str, number: int) -> None:
        # The serial number orders events of the same time, which keeps a run reproducible.
        self._serial = getattr(self, "_serial", 0) + 1
        heapq.heappush(self._events, (when, self._serial, what, number))

    def _parent(self, now: float, _: int = 0) -> None:
        """The parent is free: it sends while there is room, else it saves the results of a task."""
        self._parent_free = False
        if self._left and self._flight < AHEAD:
            size = min(self._together, max(1, self._left // (TURNS * self._workers)))
            kinds = len(self._costs.service)
            self._tasks.append([self._random.randrange(kinds) for _ in range(size)])
            self._left -= size
            self._flight += 1
            seconds = self._costs.parent_task + size * self._costs.parent
            self._spend("parent", seconds)
            self._schedule(now + seconds, "sent", len(self._tasks) - 1)
        elif self._arrived:
            task = self._arrived.popleft()
            seconds = sum(self._random.choice(self._costs.writer) for _ in self._tasks[task])
            self._spend("parent", seconds)
            self._schedule(now + seconds, "saved", task)
        else:
            self._parent_free = True

    def _sent(self, now: float, task: int) -> None:
        costs = self._costs
        seconds = costs.scheduler_task + len(self._tasks[task]) * costs.scheduler
        self._scheduler_at = max(now, self._scheduler_at) + seconds
        self._spend("scheduler", seconds)
        self._schedule(self._scheduler_at, "queued", task)
        self._parent(now)

    def _queued(self, now: float, task: int) -> None:
        self._queue.append(task)
        self._assign(now)

    def _assign(self, now: float) -> None:
        """Idle workers take waiting tasks.

        All bytes cross the link twice: between parent and scheduler, and scheduler and worker.
        """
        while self._queue and self._idle:
            worker, task = self._idle.pop(), self._queue.popleft()
            kinds = self._tasks[task]
            crossing = 2 * sum(self._costs.size[kind] for kind in kinds) / self._bytes_a_second
            self._link_at = max(now, self._link_at) + crossing
            self._spend("link", crossing)
            service = sum(self._costs.service[kind] for kind in kinds)
            took = self._link_at - now + 4 * LATENCY + service
            self._spend("workers", took)
            self._running[worker] = task
            self._schedule(now + took, "done", worker)

    def _done(self, now: float, worker: int) -> None:
        if worker not in self._running:  # it was lost in the meantime
            return
        self._arrived.append(self._running.pop(worker))
        self._idle.append(worker)
        self._assign(now)
        if self._parent_free:
            self._parent(now)

    def _saved(self, now: float, task: int) -> None:
        self._flight -= 1
        self._count += len(self._tasks[task])
        self._parent(now)

    def _lose(self, now: float, _: int) -> None:
        for worker in range(self._lost):
            if worker in self._running:
                task = self._running.pop(worker)
                self._queue.appendleft(task)
                self._again += len(self._tasks[task])
            elif worker in self._idle:
                self._idle.remove(worker)
        self._assign(now)

    def _spend(self, what: str, seconds: float) -> None:
        self._busy[what] += seconds


def table(path: Path, submissions: int, workers: int, machines: int) -> str:
    """The estimates: several cluster sizes, two databases, and a machine lost halfway."""
    lines = [
        "| workers | gradebook | time | submissions per second "
        "| workers busy | parent busy | graded again |",
        "|---|---|---|---|---|---|---|",
    ]
    databases = list(json.loads(path.read_text(encoding="utf-8"))["writer_seconds"])
    sizes = sorted({1, 8, workers // 2, workers, 2 * workers} - {0})
    for database in databases:
        costs = read(path, database)
        for size in sizes:
            found = Run(costs, submissions, size).run()
            lines.append(_row(f"{size}", NAMES[database], submissions, found))
        whole = Run(costs, submissions, workers).run()
        failing = workers // machines
        lost = Run(costs, submissions, workers, lost=failing, at=whole.seconds / 2).run()
        label = f"{workers}, one of {machines} machines lost"
        lines.append(_row(label, NAMES[database], submissions, lost))
    return "\n".join(lines) + "\n"


def _row(size: str, database: str, submissions: int, found: Estimate) -> str:
    minutes = found.seconds / 60
    time = f"{minutes / 60:.1f} h" if minutes >= 100 else f"{minutes:.1f} min"
    rate = f"{submissions / found.seconds:.1f}"
    busy = f"{found.workers:.0%} | {found.parent:.0%}"
    return f"| {size} | {database} | {time} | {rate} | {busy} | {found.again} |"


def measured(path: Path) -> str:
    """The measured costs, as a table."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    service, size = sorted(found["service_seconds"]), found["bytes"]
    mean, most = 1000 * sum(service) / len(service), 1000 * service[-1]
    lines = ["| measured, for one submission | |", "|---|---|"]
    label = f"CPU time of a worker: mean and maximum of {len(service)}"
    lines.append(f"| {label} | {mean:.0f} ms, {most:.0f} ms |")
    lines.append(
        f"| size of a submission and its result: mean | {sum(size) / len(size) / 1024:.0f} KB |"
    )
    each = f"in tasks of {TOGETHER}, saved in groups of {found['group']}"
    lines += ["", f"| CPU time for one submission | one at a time | {each} |", "|---|---|---|"]
    alone, total = 1000 * found["parent_alone_seconds"], 1000 * found["parent_seconds"]
    lines.append(f"| parent, to send it and receive the result | {alone:.1f} ms | {total:.1f} ms |")
    for name, seconds in found["writer_seconds"].items():
        before = found["writer_alone_seconds"][name]
        means = [1000 * sum(each) / len(each) for each in (before, seconds)]
        label = f"parent, to save the result ({NAMES[name]})"
        lines.append(f"| {label} | {means[0]:.1f} ms | {means[1]:.1f} ms |")
        if name == "sqlite":
            alone, total = alone + means[0], total + means[1]
    lines.append(f"| parent, in all (SQLite) | {alone:.1f} ms | {total:.1f} ms |")
    before, after = (1000 * found[f"scheduler{which}_seconds"] for which in ("_alone", ""))
    lines.append(f"| scheduler | {before:.1f} ms | {after:.1f} ms |")
    return "\n".join(lines) + "\n"


def write_page(page: Path, text: str) -> None:
    """Replace the part of the page between BEGIN and END by `text`."""
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    page.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.split(END)[1]}", encoding="utf-8")


def simulated(path: Path, submissions: int = 100_000, workers: int = 64, machines: int = 8) -> str:
    """Both tables, in Markdown."""
    return f"{measured(path)}\n{table(path, submissions, workers, machines)}"


def main() -> None:
    """Print the tables, or write them into the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    about = "the output of measure_cluster.py"
    parser.add_argument("--from", dest="path", type=Path, default=FILE, help=about)
    parser.add_argument("--submissions", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=64)
    parser.add_argument("--machines", type=int, default=8)
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the tables into this page")
    options = parser.parse_args()
    text = simulated(options.path, options.submissions, options.workers, options.machines)
    if options.write:
        write_page(options.write, text)
    else:
        print(text)


if __name__ == "__main__":
    main()
