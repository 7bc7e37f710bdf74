"""Which loader, layouts and store belong to an era or a version."""

from __future__ import annotations

import pytest

from tests.helpers.packs import tiny_atlas
from tests.helpers.shipped import shipped_atlas
from vmexplorer.errors import UnknownNameError, VmexplorerError
from vmexplorer.labs.banks.eras import image_of, layouts_in, loader_for, loaders_in, preset_named, store_in

ATLAS = shipped_atlas()


@pytest.mark.parametrize(
    ("name", "loader"),
    [
        (None, "three-banks"),
        ("e3", "two-partitions"),
        ("5.5", "two-partitions"),
        ("6.7", "two-partitions"),
        ("6.7 U1", "two-partitions"),
        ("6.7 U2", "two-banks"),
        ("6.7 U3", "two-banks"),
        ("e6", "two-banks"),
        ("6", "two-banks"),
        ("ESXi 6.0, 6.5 and 6.7", "two-banks"),
        ("esxi 6.0, 6.5 and 6.7", "two-banks"),
        ("7.0", "three-banks"),
        ("8.0 U2", "three-banks"),
        ("e9", "three-banks"),
    ],
)
def test_the_loader_of_a_version(name: str | None, loader: str) -> None:
    assert loader_for(ATLAS, name).id == loader


def test_an_era_may_have_had_several_loaders() -> None:
    found = {era: [loader.id for loader in loaders_in(ATLAS, era)] for era in ATLAS.era_ids}
    assert found["e6"] == ["two-partitions", "two-banks"]
    assert {era: ids for era, ids in found.items() if era != "e6"} == {
        "e3": ["two-partitions"],
        "e4": ["two-partitions"],
        "e5": ["two-partitions"],
        "e7": ["three-banks"],
        "e8": ["three-banks"],
        "e9": ["three-banks"],
    }


@pytest.mark.parametrize("era", ATLAS.era_ids)
def test_every_era_has_layouts_and_a_store(era: str) -> None:
    assert layouts_in(ATLAS, era)
    assert store_in(ATLAS, era).component == ("osdata" if era in ("e7", "e8", "e9") else "store-locker")


def test_an_unknown_version_or_story_is_told() -> None:
    with pytest.raises(UnknownNameError, match=r"there is no era '3\.0'"):
        loader_for(ATLAS, "3.0")
    with pytest.raises(UnknownNameError, match=r"there is no story 'T88'; the nearest is 'T8'"):
        preset_named(ATLAS, "T88")
    assert preset_named(ATLAS, "equal COUNTERS").id == "T12"


def test_a_pack_without_banks_says_so() -> None:
    with pytest.raises(VmexplorerError, match="'Tiny Pack' tells nothing of boot banks"):
        image_of(tiny_atlas())
