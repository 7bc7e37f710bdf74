"""One key press in the search field: finding and ranking over the whole pack, against the 5 ms it may take."""

from __future__ import annotations

import statistics
from time import perf_counter

from benchmarks.figure import Figure
from vmexplorer.app.commands import COMMANDS
from vmexplorer.app.packs import load_pack
from vmexplorer.app.search import Searcher

_TEXTS = ("h", "hostd", "902", "restart hostd", "host not responding", "v", "qqqzzzxxx", "a b c d e f")


def figures() -> list[Figure]:
    """The slowest of some usual and unusual texts, each by its median."""
    atlas = load_pack()
    searcher = Searcher(atlas, COMMANDS)
    era = atlas.eras[-1].id
    searcher.search("warm", era)
    return [Figure("search while typing, slowest text, milliseconds", max(_times(searcher, era)), 0.0, 5.0)]


def _times(searcher: Searcher, era: str) -> list[float]:
    """The median milliseconds of each text."""
    found = []
    for text in _TEXTS:
        times = []
        for _ in range(9):
            begun = perf_counter()
            searcher.search(text, era)
            times.append((perf_counter() - begun) * 1000.0)
        found.append(statistics.median(times))
    return found
