"""What a user asked to see becomes ids that fit together."""

from __future__ import annotations

import dataclasses

import pytest

from tests.helpers.packs import TINY_PACK, tiny_atlas
from vmexplorer.app.choice import Choice, anything_named, chosen, component_or_link
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.pack_reader import read_pack
from vmexplorer.errors import UnknownNameError, VmexplorerError


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return tiny_atlas()


@pytest.fixture(scope="module")
def old_flow_atlas() -> Atlas:
    """The tiny atlas with its flow offered in the older era only."""
    pack, _, _ = read_pack(TINY_PACK)
    assert pack is not None
    flow = dataclasses.replace(pack.flows[0], eras=EraRange("e5", "e5"))
    return Atlas.of(dataclasses.replace(pack, flows=(flow,)))


def test_nothing_asked_gives_the_home_view_in_the_newest_era(atlas: Atlas) -> None:
    assert chosen(atlas) == Choice("all", "e8", None, None)


def test_names_become_ids(atlas: Atlas) -> None:
    found = chosen(atlas, view="EVERYTHING", era="6.7 U1", flow="ask the agent", select="Kernel")
    assert found == Choice("all", "e5", "F01", "kernel")


def test_era_is_the_newest_in_which_everything_exists(atlas: Atlas, old_flow_atlas: Atlas) -> None:
    assert chosen(atlas, select="L1").era == "e5"
    assert chosen(atlas, select="L2").era == "e8"
    assert chosen(old_flow_atlas, flow="F01").era == "e5"
    # The flow decides when nothing suits both.
    assert chosen(old_flow_atlas, flow="F01", select="proxy").era == "e5"


def test_flow_is_refused_in_an_era_without_it(old_flow_atlas: Atlas) -> None:
    with pytest.raises(VmexplorerError, match=r"not offered in ESXi 8\.0; the nearest era is ESXi 5\.0"):
        chosen(old_flow_atlas, flow="F01", era="e8")


@pytest.mark.parametrize(
    ("asked", "what", "nearest"),
    [
        ({"view": "al"}, "view", "all"),
        ({"era": "e55"}, "era", "e5"),
        ({"flow": "F02"}, "flow", "F01"),
        ({"select": "prxy"}, "component or link", "proxy"),
    ],
)
def test_unknown_names_lead_to_the_nearest(atlas: Atlas, asked: dict[str, str], what: str, nearest: str) -> None:
    with pytest.raises(UnknownNameError) as raised:
        chosen(atlas, **asked)
    assert (raised.value.what, raised.value.nearest) == (what, nearest)


def test_things_are_found_by_id_and_by_name(atlas: Atlas) -> None:
    assert component_or_link(atlas, "l2") is atlas.links["L2"]
    assert component_or_link(atlas, "Client") is atlas.components["client"]
    assert anything_named(atlas, "f01") is atlas.flows["F01"]
    assert anything_named(atlas, "L3") is atlas.links["L3"]
    with pytest.raises(UnknownNameError, match="no component, link or flow 'agnt'; the nearest is 'agent'"):
        anything_named(atlas, "agnt")
