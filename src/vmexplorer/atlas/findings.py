"""Collects what is wrong in a pack, with the line of each finding."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from vmexplorer.atlas.nodes import Lines
from vmexplorer.errors import Problem, nearest

_MOST_PROBLEMS = 1000
_MOST_COMPARISONS = 100_000
_LONGEST_QUOTE = 60


class Findings:
    """A growing list of problems.

    Bounded, so that a broken or hostile pack costs neither minutes nor memory:
    problems stop after the first 1000, suggestions when many names were compared.
    """

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._problems: list[Problem] = []
        self._comparisons = 0

    def add(self, file: str, key: str, text: str, hint: str = "", line: int | None = None) -> None:
        """Notes a problem; without ``line`` it is looked up from the file and key."""
        if len(self._problems) < _MOST_PROBLEMS:
            place = self._lines.line(file, key) if line is None else line
            self._problems.append(Problem(file, place, key, text, hint))

    def include(self, problems: Iterable[Problem]) -> None:
        """Notes problems that were made elsewhere."""
        self._problems.extend(problems)
        del self._problems[_MOST_PROBLEMS:]

    def suggest(self, name: str, known: Collection[str]) -> str:
        """A hint that names the known name nearest to ``name``, or ""."""
        self._comparisons += len(known)
        if self._comparisons > _MOST_COMPARISONS:
            return ""
        found = nearest(name[:_LONGEST_QUOTE], known)
        return f"the nearest is {quoted(found)}" if found else ""

    def in_order(self) -> tuple[Problem, ...]:
        """All problems by file and line."""
        return tuple(sorted(self._problems, key=_place))


def _place(problem: Problem) -> tuple[str, int]:
    return problem.file, problem.line or 0


def quoted(text: str) -> str:
    """Text from a pack for use inside a message: quoted, escaped and cut to a bearable length."""
    return repr(_cut(text))


def as_name(text: str) -> str:
    """A name from a pack for use as a file or key: as it is when it can be printed, else escaped."""
    return _cut(text) if text.isprintable() else repr(_cut(text))[1:-1]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
