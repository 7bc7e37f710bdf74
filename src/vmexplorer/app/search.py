"""Finds ports, components, links, flows, views, tours, eras and commands by whatever one remembers of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vmexplorer.app.commands import Command
from vmexplorer.app.search_index import Entry, HitKind, build_index
from vmexplorer.app.search_match import Match, Query, best_match
from vmexplorer.app.search_ports import port_offer
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.tour import Tour

_SURE = 60.0  # beside a match as good as this, guesses are noise
_OTHER_ERA = 25.0  # taken off what does not exist in the era
_PORT = 100.0  # a number of a port means that port
_PROTOCOL = 90.0  # after a part of that very name, before parts whose names only begin with it


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
    """Searches one atlas, a list of commands and tours; builds its index at the first search."""

    def __init__(self, atlas: Atlas, commands: Sequence[Command] = (), tours: Sequence[Tour] = ()) -> None:
        self._atlas = atlas
        self._commands = tuple(commands)
        self._tours = tuple(tours)
        self._index: tuple[Entry, ...] | None = None

    def search(self, text: str, era: str, limit: int = 20) -> tuple[Hit, ...]:
        """The best hits, at most ``limit``; none for an empty text.

        What does not exist in the era is found too, but ranks lower and its
        ``reason`` says so. Among equals come ports, components, links, flows,
        views, tours, stops, eras and commands, each in the order of the pack. A port is found
        when it is asked for by its number or by a whole protocol; its id is the
        question for the page on ports.

        Raises:
            UnknownNameError: there is no such era.
        """
        query = Query.of(text, self._atlas.era(era).id)
        if not query.text or limit < 1:
            return ()
        if self._index is None:
            self._index = build_index(self._atlas, self._commands, self._tours)
        found = [(entry, match) for entry in self._index if (match := best_match(entry, query)) is not None]
        ports = self._ports(query)
        if ports or any(match.score >= _SURE for _, match in found):
            found = [(entry, match) for entry, match in found if not match.guess]
        hits = [*ports, *(self._hit(entry, match, query.era) for entry, match in found)]
        # The index is in the order that decides between equals, and sorting keeps it.
        return tuple(sorted(hits, key=_score, reverse=True)[:limit])

    def _ports(self, query: Query) -> tuple[Hit, ...]:
        """The answer for a port, when it was asked for one."""
        offer = port_offer(self._atlas, query.text, query.era)
        if offer is None:
            return ()
        score = _PORT if offer.numbered else _PROTOCOL
        return (Hit(HitKind.PORT, offer.question, offer.title, offer.detail, "port", score),)

    def _hit(self, entry: Entry, match: Match, era: str) -> Hit:
        score, reason = match.score, match.reason
        if era not in entry.eras:
            score -= _OTHER_ERA
            reason += f"; not in {self._atlas.era(era).name}"
        return Hit(entry.kind, entry.id, entry.title, entry.detail, reason, score)


def _score(hit: Hit) -> float:
    return hit.score
