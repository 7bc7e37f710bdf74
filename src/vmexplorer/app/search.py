"""Finds components, links, flows, views, eras and commands by whatever one remembers of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vmexplorer.app.commands import Command
from vmexplorer.app.search_index import Entry, HitKind, build_index
from vmexplorer.app.search_match import Match, Query, best_match
from vmexplorer.atlas.atlas import Atlas

_SURE = 60.0  # beside a match as good as this, guesses are noise
_OTHER_ERA = 25.0  # taken off what does not exist in the era


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found.

    ``title`` and ``detail`` are for showing; ``reason`` says in a few words what
    matched. The higher the score the better; 100 is an exact name.
    """

    kind: HitKind
    id: str
    title: str
    detail: str
    reason: str
    score: float


class Searcher:
    """Searches one atlas and a list of commands; builds its index at the first search."""

    def __init__(self, atlas: Atlas, commands: Sequence[Command] = ()) -> None:
        self._atlas = atlas
        self._commands = tuple(commands)
        self._index: tuple[Entry, ...] | None = None

    def search(self, text: str, era: str, limit: int = 20) -> tuple[Hit, ...]:
        """The best hits, at most ``limit``; none for an empty text.

        What does not exist in the era is found too, but ranks lower and its
        ``reason`` says so. Among equals come components, links, flows, views,
        eras and commands, each in the order of the pack.

        Raises:
            UnknownNameError: there is no such era.
        """
        query = Query.of(text, self._atlas.era(era).id)
        if not query.text or limit < 1:
            return ()
        if self._index is None:
            self._index = build_index(self._atlas, self._commands)
        found = [(entry, match) for entry in self._index if (match := best_match(entry, query)) is not None]
        if any(match.score >= _SURE for _, match in found):
            found = [(entry, match) for entry, match in found if not match.guess]
        hits = [self._hit(entry, match, query.era) for entry, match in found]
        # The index is in the order that decides between equals, and sorting keeps it.
        return tuple(sorted(hits, key=_score, reverse=True)[:limit])

    def _hit(self, entry: Entry, match: Match, era: str) -> Hit:
        score, reason = match.score, match.reason
        if era not in entry.eras:
            score -= _OTHER_ERA
            reason += f"; not in {self._atlas.era(era).name}"
        return Hit(entry.kind, entry.id, entry.title, entry.detail, reason, score)


def _score(hit: Hit) -> float:
    return hit.score
