"""Components are found by what people call them."""

from __future__ import annotations

import dataclasses

import pytest

from tests.helpers.packs import TINY_PACK, tiny_atlas
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.naming import component_named
from vmexplorer.atlas.pack_reader import read_pack
from vmexplorer.errors import UnknownNameError


def test_component_is_found_by_id_and_by_name() -> None:
    atlas = tiny_atlas()
    assert component_named(atlas, "kernel") is component_named(atlas, "KERNEL") is atlas.components["kernel"]


def test_link_is_no_component() -> None:
    with pytest.raises(UnknownNameError, match="there is no component 'L3'"):
        component_named(tiny_atlas(), "L3")


def test_id_wins_over_a_name_that_looks_like_it() -> None:
    pack, _, _ = read_pack(TINY_PACK)
    assert pack is not None
    parts = tuple(dataclasses.replace(part, name="Proxy") if part.id == "agent" else part for part in pack.components)
    atlas = Atlas.of(dataclasses.replace(pack, components=parts))
    assert component_named(atlas, "proxy").id == "proxy"
    assert component_named(atlas, "PROXY").id == "agent"
