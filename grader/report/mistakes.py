"""Count the misconceptions of a class, and the failures that no misconception explains."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from grader.report.model import Failure, Group, Mistake
from grader.report.papers import Failed, Paper


def mistakes(papers: Sequence[Paper]) -> list[Mistake]:
    """Return the misconceptions, those of most students first.

    A student counts once for a misconception, in however many tests or tasks it shows.
    """
    found: dict[str, list[tuple[str, Failed]]] = defaultdict(list)
    for paper in papers:
        for finding in _named(paper.findings):
            found[finding.sentence].append((paper.outcome.student, finding))
    ranked = [_mistake(sentence, cases) for sentence, cases in found.items()]
    return sorted(ranked, key=lambda each: (-each.students.count, -each.points_lost, each.sentence))


def _named(findings: Sequence[Failed]) -> list[Failed]:
    """Return the findings that name a misconception, one source for each task.

    A visible check looks at fewer cases than the graded tests, so more mistakes agree with what it
    sees: where a graded test names one, the check's is left out.
    """
    named = [each for each in findings if each.sentence]
    sure = {each.task for each in named if each.points}
    return [each for each in named if each.points or each.task not in sure]


def _mistake(sentence: str, cases: list[tuple[str, Failed]]) -> Mistake:
    # A sentence may be in the answers to several tasks, each with a section of its own.
    reads = Counter(finding.read for _, finding in cases if finding.read)
    return Mistake(
        sentence=sentence,
        read=reads.most_common(1)[0][0] if reads else "",
        tasks=list(dict.fromkeys(finding.task for _, finding in cases)),
        points_lost=sum(finding.points for _, finding in cases),
        students=Group.of({student for student, _ in cases}),
    )


def failures(papers: Sequence[Paper]) -> list[Failure]:
    """Return the failures of tasks for which a student was told no misconception.

    Only the first one of each student and task: the others mostly follow from it.
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for paper in papers:
        explained = {each.task for each in paper.findings if each.sentence}
        seen: set[str] = set()
        for each in paper.findings:
            if each.task not in explained | seen | paper.untouched:
                seen.add(each.task)
                found[each.task, each.what].add(paper.outcome.student)
    ranked = [
        Failure(task=task, what=what, students=Group.of(students))
        for (task, what), students in found.items()
    ]
    return sorted(ranked, key=lambda each: (-each.students.count, each.task, each.what))
