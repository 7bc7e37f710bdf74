"""Routes over the links of one era."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.packs import append, atlas_of, copy_tiny_pack, edit, tiny_atlas, write
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.evidence import Evidence, Standing
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.atlas.topology import Hop, route_flow, shortest_route
from vmexplorer.errors import UnknownNameError, VmexplorerError


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return tiny_atlas()


def test_route_follows_the_links_of_the_era(atlas: Atlas) -> None:
    assert shortest_route(atlas, "client", "agent", "e5") == (Hop("client", "agent", "L1", True),)
    assert shortest_route(atlas, "client", "agent", "8.0") == (
        Hop("client", "proxy", "L2", True),
        Hop("proxy", "agent", "L3", True),
    )


def test_route_may_run_against_the_links(atlas: Atlas) -> None:
    assert shortest_route(atlas, "agent", "client", "e8") == (
        Hop("agent", "proxy", "L3", False),
        Hop("proxy", "client", "L2", False),
    )


def test_links_in_the_direction_of_the_route_win_among_equals(tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    link = (
        "  - {{id: {id}, from: {ends[0]}, to: {ends[1]}, protocol: X, plane: data, carries: x,"
        " since: '5.0 [gk]', description: ['X. [gk]']}}\n"
    )
    append(pack, "links.yaml", link.format(id="L4", ends=("agent", "client")))
    assert shortest_route(atlas_of(pack), "agent", "client", "e5") == (Hop("agent", "client", "L4", True),)
    assert shortest_route(atlas_of(pack), "client", "agent", "e5") == (Hop("client", "agent", "L1", True),)


@pytest.mark.parametrize(
    ("start", "end", "era", "message"),
    [
        ("client", "kernel", "e8", "no links join Client and Kernel in ESXi 8.0"),
        ("kernel", "client", "e8", "no links join Kernel and Client in ESXi 8.0"),
        ("client", "proxy", "e5", "proxy does not exist in ESXi 5.0"),
        ("agent", "agent", "e5", "a route needs two different components, and both ends are agent"),
    ],
)
def test_no_route_is_one_sentence(atlas: Atlas, start: str, end: str, era: str, message: str) -> None:
    with pytest.raises(VmexplorerError) as caught:
        shortest_route(atlas, start, end, era)
    assert str(caught.value) == message


def test_parts_of_the_map_that_no_link_joins(tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "links.yaml", "to: agent\n    protocol: plain HTTP", "to: kernel\n    protocol: plain HTTP")
    with pytest.raises(VmexplorerError, match="no links join Client and agent in"):
        shortest_route(atlas_of(pack), "client", "agent", "e8")


def test_unknown_names(atlas: Atlas) -> None:
    with pytest.raises(UnknownNameError, match="'agnt'; the nearest is 'agent'"):
        shortest_route(atlas, "client", "agnt", "e5")
    with pytest.raises(UnknownNameError, match="no era 'e6'"):
        shortest_route(atlas, "client", "agent", "e6")


def test_route_as_a_flow(atlas: Atlas) -> None:
    flow = route_flow(atlas, "client", "agent", "8")
    assert (flow.id, flow.name, flow.view) == ("route", "Client to agent", "all")
    assert flow.summary == "The shortest way from Client to agent in ESXi 8.0."
    assert flow.eras == EraRange("e8", "e8")
    assert atlas.steps_in(flow, "e8") == flow.steps
    assert [(step.source, step.target, step.kind) for step in flow.steps] == [
        ("client", "proxy", StepKind.REQUEST),
        ("proxy", "agent", StepKind.REQUEST),
    ]
    assert [step.message for step in flow.steps] == ["HTTPS", "plain HTTP"]
    assert str(flow.steps[1].narration[0]) == (
        "proxy reaches agent over plain HTTP (loopback TCP 8307). The link carries commands, decrypted."
    )


def test_narration_has_the_evidence_of_the_link(atlas: Atlas) -> None:
    step = route_flow(atlas, "proxy", "agent", "e8").steps[0]
    assert step.narration[0].evidence == (
        Evidence(Standing.VERIFIED, ("S2",)),
        Evidence(Standing.VERIFIED, ("S1", "S2")),
    )


def test_narration_of_a_way_back_says_who_opens_the_link(atlas: Atlas) -> None:
    step = route_flow(atlas, "agent", "proxy", "e8").steps[0]
    assert str(step.narration[0]).endswith("carries commands, decrypted; proxy opens it.")


def test_long_texts_are_cut_to_what_fits(tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "links.yaml", "protocol: plain HTTP", "protocol: a protocol with a very long name")
    edit(pack, "components/proxy.yaml", "name: proxy", f"name: {'p' * 40}")
    flow = route_flow(atlas_of(pack), "proxy", "agent", "e8")
    assert flow.steps[0].message == "a protocol with a very long…"
    assert len(flow.steps[0].message) == 28
    assert flow.name == "p" * 40 + " to age…"


def test_text_that_just_fits_is_not_cut(tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "links.yaml", "protocol: plain HTTP", f"protocol: {'x' * 28}")
    assert route_flow(atlas_of(pack), "proxy", "agent", "e8").steps[0].message == "x" * 28


def add_view(pack: Path, *cards: str) -> Atlas:
    """Adds a view named ``aside`` with one zone that stands for the kernel, and makes it home."""
    boxes = ", ".join(f"{{component: {card}, at: r1 c1}}" for card in cards)
    zone = f"{{id: z, title: Z, at: r1 c1, columns: [1], rows: [1], component: kernel, cards: [{boxes}]}}"
    write(
        pack,
        "views/aside.yaml",
        f"id: aside\nname: A\nsummary: S.\nwidth: 1\nheight: 1\ncolumns: [1]\nrows: [1]\nzones: [{zone}]\n",
    )
    edit(pack, "pack.yaml", "home: all", "home: aside")
    return atlas_of(pack)


@pytest.mark.parametrize(
    ("cards", "view"),
    [
        (("client",), "all"),  # shows one of two ends
        (("client", "agent"), "aside"),  # shows both, as the other does; it is home
    ],
)
def test_the_view_that_shows_most_of_the_route_is_chosen(tmp_path: Path, cards: tuple[str, ...], view: str) -> None:
    atlas = add_view(copy_tiny_pack(tmp_path), *cards)
    assert route_flow(atlas, "client", "agent", "e5").view == view


def test_a_zone_shows_its_component(tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "links.yaml", "to: agent\n    protocol: HTTPS", "to: kernel\n    protocol: HTTPS")
    edit(pack, "views/all.yaml", "    component: kernel\n", "")
    assert route_flow(add_view(pack, "client"), "client", "kernel", "e5").view == "aside"


def test_networkx_is_loaded_only_for_a_route() -> None:
    program = "import sys, vmexplorer.atlas.topology; print('networkx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=_source())
    assert done.stdout.strip() == "False"


def _source() -> Path:
    return Path(__file__).parents[2] / "src"
