"""Which paths a laid-out view has: links at rest, links of one part, and the hops of a flow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.link import Link, Opens
from vmexplorer.atlas.view import View
from vmexplorer.drawing.geometry import Path, Point, Rect
from vmexplorer.drawing.layout import CardBox, Layout, ZoneBox
from vmexplorer.drawing.route_book import Legs, RouteBook, fingerprint
from vmexplorer.drawing.routing import Router
from vmexplorer.drawing.wire import Wire

Box = CardBox | ZoneBox


class Wiring:
    """The paths of one view in one era, routed when first asked for and then kept.

    Lines at rest are routed first and never move; every further group keeps to the lanes
    that are left, so what is drawn depends on the group alone and not on what came before.
    """

    def __init__(self, atlas: Atlas, view: View, layout: Layout, book: RouteBook | None = None) -> None:
        self._atlas = atlas
        self._book = book
        self._view = view
        self.layout = layout
        self._router: Router | None = None
        self._rest: tuple[Wire, ...] | None = None
        self._stars: dict[str, tuple[Wire, ...]] = {}
        self._runs: dict[tuple[tuple[str, str], ...], tuple[Path, ...]] = {}

    @property
    def rest(self) -> tuple[Wire, ...]:
        """The lines drawn at rest, the spine first."""
        if self._rest is None:
            order = [*self._view.spine, *(i for i in self._view.at_rest if i not in self._view.spine)]
            self._rest = self._resting(self._all_legs(self._one_each(order)))
        return self._rest

    @property
    def spine(self) -> tuple[Wire, ...]:
        """The lines at rest that carry weight."""
        wanted = set(self._view.spine)
        return tuple(wire for wire in self.rest if wanted.intersection(wire.links))

    def of_component(self, component: str) -> tuple[Wire, ...]:
        """All lines of a component in this view, those not drawn at rest included.

        A link without a line of its own at rest shares the resting line between its boxes.
        """
        if component not in self._stars:
            links = [link.id for link in self._atlas.links_of(component, self.layout.era)]
            legs = {frozenset(leg): (leg, names) for leg, names in self._all_legs(links).items()}
            passing = []
            for wire in self.rest:
                shared = legs.pop(frozenset(wire[:2]), None)
                if shared is not None:
                    passing.append(wire._replace(links=tuple(dict.fromkeys((*wire.links, *shared[1])))))
            fresh = self._wires(dict(legs.values()), [wire.path for wire in self.rest])
            self._stars[component] = (*passing, *fresh)
        return self._stars[component]

    def of_link(self, link: str) -> tuple[Wire, ...]:
        """The lines of one link, from its source to its target; empty when an end is not drawn here."""
        ours = self._atlas.link(link)
        star = {wire[:2]: wire for wire in self.of_component(ours.source)}
        found = []
        for leg in self._legs(ours):
            back = star.get(leg[::-1])
            found.append(star[leg] if back is None else Wire(*leg, back.links, back.path.reversed()))
        return tuple(found)

    def both_ways(self, wire: Wire) -> bool:
        """Whether connections are opened from both ends of a line."""
        links = [self._atlas.link(name) for name in wire.links]
        if any(link.opens is Opens.BOTH for link in links):
            return True
        legs = {leg for link in links for leg in self._legs(link)}
        return wire[:2] in legs and wire[1::-1] in legs

    def along(self, hops: Sequence[tuple[str, str]]) -> tuple[Path, ...]:
        """A path for each hop between two boxes, on the lines there are when possible.

        Hops are pairs of box ids; "" stands for the world beyond the border of the view.
        """
        key = tuple(hops)
        if key not in self._runs:
            known = {(wire.source, wire.target): wire.path for wire in self.rest}
            taken = [wire.path for wire in self.rest]
            self._runs[key] = tuple(self._hop(hop, known, taken) for hop in key)
        return self._runs[key]

    def anchor(self, component: str, near: Rect | None = None, card: str = "") -> Box | None:
        """The box that stands for a component here: its own, or that of its nearest ancestor.

        A frame goes before the cards; of several cards the one with the id ``card`` is taken, else
        the one nearest to ``near``.
        """
        for name in (component, *self._atlas.ancestors(component)):
            boxes = self.layout.boxes_of(name)
            if card and (chosen := [box for box in boxes if box.id == card]):
                return chosen[0]
            if boxes and isinstance(boxes[0], ZoneBox):
                return boxes[0]
            if boxes:
                return boxes[0] if near is None else _nearest(boxes, near)
        return None

    def twins(self, component: str) -> tuple[str, str] | None:
        """The first two boxes of a component that stand apart, for what it says to its like on another host."""
        for one, other in combinations(self.layout.boxes_of(component), 2):
            if not one.rect.overlaps(other.rect):
                return one.id, other.id
        return None

    def box(self, box_id: str) -> Box:
        """The card or frame with this id.

        Raises:
            KeyError: the view has none.
        """
        for box in reversed(self.layout.boxes):
            if box.id == box_id:
                return box
        raise KeyError(box_id)

    def _hop(self, hop: tuple[str, str], known: dict[tuple[str, str], Path], taken: list[Path]) -> Path:
        if hop in known:
            return known[hop]
        back = known.get((hop[1], hop[0]))
        if back is not None:
            return back.reversed()
        ends = [self._box_or_border(name, other) for name, other in (hop, hop[::-1])]
        path = self._route(ends[0], ends[1], taken)
        known[hop] = path
        taken.append(path)
        return path

    def _box_or_border(self, name: str, other: str) -> Rect:
        """A box's rectangle; for "" a spot on the border of the scene above the other end."""
        if name:
            return self.box(name).rect
        middle = self.box(other).rect.centre
        return Rect(middle.x - 1.0, 4.0, 2.0, 2.0)

    def _one_each(self, links: Iterable[str]) -> list[str]:
        """The links of this era, only the first of those between the same two components."""
        chosen: dict[frozenset[str], str] = {}
        for name in links:
            link = self._atlas.link(name)
            if self.layout.era in self._atlas.eras_of(link):
                chosen.setdefault(frozenset((link.source, link.target)), name)
        return list(chosen.values())

    def _resting(self, legs: Legs) -> tuple[Wire, ...]:
        """The lines at rest, from the book when they have been routed before."""
        if self._book is None:
            return self._wires(legs, ())
        key = fingerprint(self.layout, legs)
        known = self._book.paths(key)
        if known is not None and len(known) == len(legs):
            pairs = zip(legs.items(), known, strict=True)
            return tuple(Wire(source, target, tuple(names), path) for ((source, target), names), path in pairs)
        wires = self._wires(legs, ())
        self._book.keep(key, [wire.path for wire in wires])
        return wires

    def _all_legs(self, links: Iterable[str]) -> Legs:
        """The legs of links in order; links between the same two boxes share one."""
        legs: Legs = {}
        for name in links:
            for leg in self._legs(self._atlas.link(name)):
                back = leg[::-1]
                legs.setdefault(back if back in legs else leg, []).append(name)
        return legs

    def _wires(self, legs: Legs, taken: Sequence[Path]) -> tuple[Wire, ...]:
        """A line for each leg, clear of the paths that are taken."""
        paths = list(taken)
        wires = []
        ended: dict[tuple[str, str], Point] = {}  # where a link's leg reached the front door
        for (source, target), names in legs.items():
            align = next((ended[source, name] for name in names if (source, name) in ended), None)
            path = self._route(self.box(source).rect, self.box(target).rect, paths, align)
            ended.update({(target, name): path.points[-1] for name in names})
            paths.append(path)
            wires.append(Wire(source, target, tuple(names), path))
        return tuple(wires)

    def _legs(self, link: Link) -> list[tuple[str, str]]:
        """The box pairs a link runs between in this view and era; empty when it is not drawn."""
        era = self.layout.era
        if era not in self._atlas.eras_of(link):
            return []
        if link.source == link.target:
            twins = self.twins(link.source)
            return [twins] if twins else []
        first = self.anchor(link.source)
        last = self.anchor(link.target, None if first is None else first.rect)
        if first is None or last is None:
            return []
        first = self.anchor(link.source, last.rect) or first
        if first.id == last.id:
            return []
        doors = [box for name in link.via for box in self.layout.boxes_of(name)[:1]]
        # Where both proxies are drawn, the later one is the door and the other only its clerk.
        stops = [first.id, *(box.id for box in doors[-1:]), last.id]
        return [(a, b) for a, b in pairwise(stops) if a != b]

    def _route(self, source: Rect, target: Rect, taken: Sequence[Path], align: Point | None = None) -> Path:
        if self._router is None:
            layout = self.layout
            captions = [zone.title_rect for zone in layout.zones]
            frames = [zone.rect for zone in layout.zones]
            self._router = Router(layout.scene, [card.rect for card in layout.cards], captions, frames)
        return self._router.route(source, target, taken, align)


def _nearest(boxes: Sequence[Box], rect: Rect) -> Box:
    """The box whose middle is nearest to the middle of a rectangle; the first of equals."""
    goal = rect.centre
    distances = [abs(box.rect.centre.x - goal.x) + abs(box.rect.centre.y - goal.y) for box in boxes]
    return boxes[distances.index(min(distances))]
