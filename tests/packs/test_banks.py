"""The boot banks of the shipped pack: stories that can be played, disks and stores as they were."""

from __future__ import annotations

import pytest

from tests.helpers.banks import MIDDLE, NEWEST, OLDEST, after
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.bank_event import POWER_ON
from vmexplorer.atlas.evidence import Standing
from vmexplorer.atlas.system_image import Preset
from vmexplorer.labs.banks.eras import image_of, layouts_in, loader_named, preset_named, store_in
from vmexplorer.labs.banks.session import BanksSession

ATLAS = shipped_atlas()
IMAGE = image_of(ATLAS)
IDS = [preset.id for preset in IMAGE.presets]


def session(preset: Preset) -> BanksSession:
    return BanksSession.of(preset, NEWEST if preset.loader is None else loader_named(ATLAS, preset.loader))


@pytest.mark.parametrize("preset", IMAGE.presets, ids=IDS)
def test_every_story_can_be_played_and_has_a_start(preset: Preset) -> None:
    assert session(preset).can_redo
    assert any(event.kind in POWER_ON for event in preset.events)
    assert len({preset.name for preset in IMAGE.presets}) == len(IMAGE.presets)


@pytest.mark.parametrize(
    ("name", "booted"),
    [
        ("interrupted", 5),
        ("staged-twice", 6),
        ("quick-boot", 5),
        ("three-banks", 7),
        ("no-mark", 5),
        ("unreadable", 5),
        ("no-key", 6),
        ("garbled", 5),
        ("no-write", 6),
    ],
)
def test_the_rarer_stories_end_as_they_say(name: str, booted: int) -> None:
    assert session(preset_named(ATLAS, name)).moments[-1].host.booted == booted


def test_loaders_differ_as_their_code_does() -> None:
    assert [(loader.partitions, loader.most, loader.quick_boot) for loader in (OLDEST, MIDDLE, NEWEST)] == [
        ((5, 6), 2, False),
        ((), 2, False),
        ((), 3, True),
    ]
    assert [str(loader.since) for loader in IMAGE.loaders] == ["3.5", "6.7 U2", "7.0"]


@pytest.mark.parametrize(
    ("era", "bank", "table"), [("e4", 48, "MBR"), ("e5", 250, "GPT"), ("e6", 250, "GPT"), ("e9", 4096, "GPT")]
)
def test_banks_have_the_size_of_their_era(era: str, bank: float, table: str) -> None:
    layout = layouts_in(ATLAS, era)[0]
    banks = [area for area in layout.areas if area.component == "boot-bank"]
    assert [(area.partition, area.size) for area in banks] == [(5, bank), (6, bank)]
    assert table in layout.table.text


def test_two_versions_in_the_store_are_open_for_3_5_and_denied_for_4() -> None:
    first, second = store_in(ATLAS, "e3"), store_in(ATLAS, "e4")
    assert [mark.standing for mark in first.versions.evidence] == [Standing.OPEN]
    assert [mark.sources for mark in second.versions.evidence] == [("S11",)]
    assert [store.id for store in IMAGE.stores if store.replaced] == ["store-e4"]
    assert second.missing is not None
    assert all(store.founding == ("FT48", "FT49") for store in IMAGE.stores)


@pytest.mark.parametrize(("era", "kept"), [("e3", True), ("e4", True), ("e5", False), ("e7", False)])
def test_only_old_hosts_keep_a_client_for_their_users(era: str, kept: bool) -> None:
    client, tools = store_in(ATLAS, era).holds
    assert (client.kept, tools.kept) == (kept, True)


def test_the_story_of_an_upgrade_is_what_the_events_make() -> None:
    story = session(preset_named(ATLAS, "T2"))
    assert story.moments == after("stage B; reboot; complete").moments
