"""Checks that every view can be laid out and that the links at rest on it have ends to rest on."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_grids import Grid, check_grid, check_measure
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import COMPONENTS, VIEWS
from vmexplorer.atlas.view import View, Zone
from vmexplorer.atlas.walk import file_of


def check_views(pack: Pack, atlas: Atlas, findings: Findings) -> None:
    """Notes faults of placement, boxes that share an id, loose links and components on no view."""
    on_some_view: set[str] = set()
    for view in pack.views:
        examined = _View(view, atlas, findings)
        examined.check()
        on_some_view.update(examined.shown)
    for component in pack.components:
        if component.id not in on_some_view:
            file = file_of(COMPONENTS.place, component.id)
            findings.add(file, "id", f"is {quoted(component.id)}, which no view shows", "add a card for it to a view")


class _View:
    """One view under examination; ``shown`` gathers the eras in which it shows each component."""

    def __init__(self, view: View, atlas: Atlas, findings: Findings) -> None:
        self.shown: dict[str, set[str]] = {}
        self._view = view
        self._atlas = atlas
        self._findings = findings
        self._file = file_of(VIEWS.place, view.id)
        self._zones: dict[str, str] = {}
        self._cards: dict[str, list[tuple[str, frozenset[str], bool]]] = {}

    def check(self) -> None:
        """Notes everything that is wrong with the view."""
        view = self._view
        for key, size in (("width", view.width), ("height", view.height)):
            check_measure(self._file, key, size, self._findings)
        every_era = frozenset(self._atlas.era_ids)
        self._check_level(Grid(self._file, "", view.columns, view.rows, view.gap), view.zones, None, every_era)
        for key, links in (("at_rest", view.at_rest), ("spine", view.spine)):
            first_place: dict[str, int] = {}
            for place, link in enumerate(links):
                first_place.setdefault(link, place)
            for link, place in first_place.items():
                self._check_link(f"{key}[{place}]", link)

    def _check_level(self, grid: Grid, zones: tuple[Zone, ...], owner: Zone | None, eras: frozenset[str]) -> None:
        boxes = []
        for place, zone in enumerate(zones):
            key = f"{grid.prefix}zones[{place}]"
            shown = eras.intersection(self._atlas.eras_of(zone))
            boxes.append((key, f"zone {quoted(zone.id)}", zone.at, shown))
            self._note_zone(key, zone, shown)
            inner = Grid(self._file, f"{key}.", zone.columns, zone.rows, zone.gap)
            self._check_level(inner, zone.zones, zone, shown)
        for place, card in enumerate(owner.cards if owner else ()):
            key = f"{grid.prefix}cards[{place}]"
            shown = eras.intersection(self._atlas.eras_of(card))
            boxes.append((key, f"card {quoted(card.id or card.component)}", card.at, shown))
            self._note_card(key, card.id, card.component, shown)
        check_grid(grid, boxes, self._atlas, self._findings)

    def _note_zone(self, key: str, zone: Zone, shown: frozenset[str]) -> None:
        first = self._zones.setdefault(zone.id, key)
        if first != key:
            text = f"is {quoted(zone.id)}, which another zone of the view has already"
            self._findings.add(self._file, f"{key}.id", text, f"the first is {first}")
        if zone.component is not None:
            self.shown.setdefault(zone.component, set()).update(shown)

    def _note_card(self, key: str, id: str, component: str, shown: frozenset[str]) -> None:
        self.shown.setdefault(component, set()).update(shown)
        if not shown:
            text = "is never shown: its eras, its component's and those around it do not meet"
            self._findings.add(self._file, f"{key}.component", text)
            return
        others = self._cards.setdefault(id or component, [])
        for other, other_shown, has_id in others:
            # A component may move: two boxes of it need no ids when no era shows both.
            if (id and has_id) or not other_shown.isdisjoint(shown):
                self._report_twice(key, id, component, other)
                return
        others.append((key, shown, bool(id)))

    def _report_twice(self, key: str, id: str, component: str, first: str) -> None:
        if id:
            text = f"is {quoted(id)}, which another card of the view has already"
            self._findings.add(self._file, f"{key}.id", text, f"the first is {first}")
        else:
            text = f"shows {quoted(component)} a second time without an id of its own"
            self._findings.add(self._file, f"{key}.component", text, f"give this card an id; the first is {first}")

    def _check_link(self, key: str, id: str) -> None:
        link = self._atlas.links.get(id)
        if link is None:
            return
        for end in {link.source: None, link.target: None}:
            if end not in self._atlas.components:
                continue
            boxes = [self.shown.get(name, set()) for name in (end, *self._atlas.ancestors(end))]
            if not set().union(*boxes).intersection(self._atlas.link_eras[id]):
                text = f"is {quoted(id)}, whose end {quoted(end)} is not on the view while the link exists"
                self._findings.add(self._file, key, text, "add a card for it or for its parent, or remove the link")
