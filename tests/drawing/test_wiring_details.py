"""Wiring in detail, on the tiny pack: eras, the front door, shared lines, routes from a book."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as FilePath

import pytest

from tests.helpers.packs import append, atlas_of, copy_tiny_pack, edit, tiny_atlas
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.view import Cell, View
from vmexplorer.drawing.geometry import Path, Point
from vmexplorer.drawing.placement import place
from vmexplorer.drawing.route_book import RouteBook
from vmexplorer.drawing.wiring import Wiring

FURTHER_LINK = """
  - id: L4
    from: proxy
    to: client
    protocol: HTTPS
    plane: management
    carries: events
    since: 8.0 [v:S2]
    description:
      - The proxy calls back. [v:S2]
"""


class OpenBook(RouteBook):
    """A book in memory that tells what was looked up last."""

    asked = ""

    def __init__(self) -> None:
        super().__init__(None)

    def paths(self, key: str) -> list[Path] | None:
        self.asked = key
        return super().paths(key)


@pytest.fixture
def tiny() -> Atlas:
    return tiny_atlas()


def wired(atlas: Atlas, era: str, view: View | None = None, book: RouteBook | None = None) -> Wiring:
    drawn = view or atlas.view("all")
    return Wiring(atlas, drawn, place(atlas, drawn, era), book)


def front_door(view: View) -> View:
    """The tiny view with a card for the kernel, through which L3 passes, between proxy and agent."""
    desk, host = view.zones
    kernel = replace(host.cards[0], component="kernel", at=Cell.parse("r2 c1-2"))
    return replace(view, zones=(desk, replace(host, component=None, rows=(1.0, 1.0), cards=(*host.cards, kernel))))


def test_resting_lines_follow_the_era(tiny: Atlas) -> None:
    assert [wire.links for wire in wired(tiny, "e5").rest] == [("L1",)]
    assert [wire.links for wire in wired(tiny, "e8").rest] == [("L3",), ("L3",), ("L2",)]


def test_link_passes_the_door_where_it_is_drawn(tiny: Atlas) -> None:
    legs = [wire[:2] for wire in wired(tiny, "e8", front_door(tiny.view("all"))).of_link("L3")]
    assert legs == [("proxy", "kernel"), ("kernel", "agent")]


def test_of_two_doors_the_later_one_is_passed(tmp_path: FilePath) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "links.yaml", "    via: [kernel]\n", "    via: [client, kernel]\n")
    atlas = atlas_of(pack)
    legs = [wire[:2] for wire in wired(atlas, "e8", front_door(atlas.view("all"))).of_link("L3")]
    assert legs == [("proxy", "kernel"), ("kernel", "agent")]


def test_link_runs_straight_where_the_door_is_not_drawn(tiny: Atlas) -> None:
    view = tiny.view("all")
    bare = replace(view, zones=(view.zones[0], replace(view.zones[1], component=None)))
    assert [wire[:2] for wire in wired(tiny, "e8", bare).of_link("L3")] == [("proxy", "agent")]


def test_further_link_between_two_boxes_shares_the_resting_line(tmp_path: FilePath) -> None:
    pack = copy_tiny_pack(tmp_path)
    append(pack, "links.yaml", FURTHER_LINK)
    wiring = wired(atlas_of(pack), "e8")
    (resting,) = [wire for wire in wiring.rest if "L2" in wire.links]
    assert resting.links == ("L2",)
    (shared,) = [wire for wire in wiring.of_component("client") if "L2" in wire.links]
    assert shared == resting._replace(links=("L2", "L4"))
    assert [wire[:2] for wire in wiring.of_link("L2")] == [("client", "proxy")]
    assert [(wire[:2], wire.path) for wire in wiring.of_link("L4")] == [(("proxy", "client"), resting.path.reversed())]
    assert wiring.both_ways(shared)
    assert not wiring.both_ways(resting)


def test_link_that_both_ends_open_runs_both_ways(tiny: Atlas, tmp_path: FilePath) -> None:
    one_way = wired(tiny, "e8")
    assert not one_way.both_ways(one_way.of_link("L2")[0])
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "links.yaml", "    to: proxy\n", "    to: proxy\n    opens: both\n")
    both = wired(atlas_of(pack), "e8")
    assert both.both_ways(both.of_link("L2")[0])


def test_link_of_another_era_has_no_line(tiny: Atlas) -> None:
    assert wired(tiny, "e8").of_link("L1") == ()
    assert wired(tiny, "e5").of_link("L2") == ()
    assert wired(tiny, "e5").of_component("proxy") == ()


def test_link_within_one_box_has_no_line(tiny: Atlas) -> None:
    view = tiny.view("all")
    host = replace(view.zones[1], cards=())
    wiring = wired(tiny, "e8", replace(view, zones=(view.zones[0], host)))
    assert wiring.of_link("L3") == ()
    assert [wire[:2] for wire in wiring.of_link("L2")] == [("client", "host")]


def two_agents(view: View, *, host: str | None) -> View:
    """The tiny view with two cards of the agent, and a frame that stands for a component or for none."""
    first = view.zones[1].cards[0]
    second = replace(first, id="agent-2", at=Cell.parse("r1 c2"))
    return replace(view, zones=(view.zones[0], replace(view.zones[1], component=host, cards=(first, second))))


def test_what_a_component_says_to_its_like_runs_between_two_boxes_that_stand_apart(tmp_path: FilePath) -> None:
    pack = copy_tiny_pack(tmp_path)
    append(pack, "links.yaml", FURTHER_LINK.replace("proxy\n", "agent\n").replace("to: client", "to: agent"))
    atlas = atlas_of(pack)
    view = atlas.view("all")
    pair = wired(atlas, "e8", two_agents(view, host=None))
    assert pair.twins("agent") == ("agent", "agent-2")
    assert [wire[:2] for wire in pair.of_link("L4")] == [("agent", "agent-2")]
    framed = wired(atlas, "e8", two_agents(view, host="agent"))
    assert framed.twins("agent") == ("agent", "agent-2")
    alone = wired(atlas, "e8", replace(view, zones=(view.zones[0], replace(view.zones[1], component="agent"))))
    assert [box.component for box in alone.layout.boxes].count("agent") == 2
    assert alone.twins("agent") is None
    assert alone.of_link("L4") == ()


def test_routes_come_from_the_book_when_it_has_them(tiny: Atlas) -> None:
    book = OpenBook()
    found = wired(tiny, "e8", book=book).rest
    assert wired(tiny, "e8", book=book).rest == found
    marked = [Path([Point(0.0, float(number)), Point(9.0, float(number))]) for number in range(len(found))]
    book.keep(book.asked, marked)
    assert [wire.path for wire in wired(tiny, "e8", book=book).rest] == marked
    assert [wire[:3] for wire in wired(tiny, "e8", book=book).rest] == [wire[:3] for wire in found]


def test_entry_with_another_number_of_routes_is_not_used(tiny: Atlas) -> None:
    book = OpenBook()
    found = wired(tiny, "e8", book=book).rest
    book.keep(book.asked, [found[0].path])
    assert wired(tiny, "e8", book=book).rest == found
