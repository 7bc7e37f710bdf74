"""What the banks lay over the map, and which path tells what has happened."""

from __future__ import annotations

import pytest

from tests.helpers.banks import NEWEST, after, director, last_show
from tests.helpers.shipped import shipped_atlas
from vmexplorer.labs.banks.eras import image_of, preset_named, store_in
from vmexplorer.labs.banks.overlay import flow_in, laid_over, overlay_of, store_overlay
from vmexplorer.labs.banks.picture import Picture, picture_at, timeline_of
from vmexplorer.labs.banks.session import BanksSession
from vmexplorer.labs.banks.store import StoreContents, contents
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.stage.overlay import Mark, Overlay, Role

ATLAS = shipped_atlas()
PARTS = image_of(ATLAS).parts
LONGEST_BADGE = 14


def pictures(session: BanksSession) -> list[Picture]:
    """The picture at the arrival of each piece, and at the very end."""
    show = last_show(session)
    timeline = timeline_of(show, EXPLORE)
    times = [timed.arrive for timed in timeline.steps]
    return [picture_at(show, timeline, time) for time in (*times, timeline.duration)]


def result(session: BanksSession) -> Overlay:
    return overlay_of(PARTS, session.now, pictures(session)[-1])


def brief(overlay: Overlay) -> dict[str, tuple[Role, str]]:
    return {id: (mark.role, mark.badge) for id, mark in overlay.components.items()}


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (
            "stage B",
            {
                "vmkernel": (Role.GOOD, "running"),
                "boot-bank": (Role.CHANGING, "staged: 3→1"),
                "esxupdate": (Role.CHANGING, "has written"),
            },
        ),
        (
            "stage B; reboot",
            {
                "boot-loader": (Role.GOOD, "took bank 6"),
                "boot-bank": (Role.AFFECTED, "booted"),
                "vmkernel": (Role.CHANGING, "starting"),
                "init": (Role.FOCUS, "to confirm"),
            },
        ),
        (
            "stage B; reboot; complete",
            {
                "vmkernel": (Role.GOOD, "running"),
                "boot-bank": (Role.GOOD, "booted: 2→0"),
                "init": (Role.GOOD, "confirmed"),
            },
        ),
        (
            "stage B; reboot; crash",
            {"vmkernel": (Role.FAULT, "crashed"), "boot-bank": (Role.AFFECTED, "booted")},
        ),
    ],
)
def test_the_result_of_an_event(events: str, expected: dict[str, tuple[Role, str]]) -> None:
    assert brief(result(after(events))) == expected


@pytest.mark.parametrize(
    ("events", "card"),
    [("", 0), ("stage B", 1), ("stage B; reboot", 1), ("stage B; reboot; complete", 1), ("stage B; reboot; crash", 1)],
)
def test_only_the_card_of_the_bank_is_marked(events: str, card: int) -> None:
    assert result(after(events)).components["boot-bank"].card == card


@pytest.mark.parametrize(
    ("events", "badges"),
    [
        ("", ["booted", "empty"]),
        ("stage B", ["booted", "staged: 3→1"]),
        ("stage B; reboot; complete", ["other", "booted: 2→0"]),
        ("stage B; reboot; complete; reboot; complete", ["other", "booted"]),
        ("stage B; reboot; crash; power-cycle; complete", ["booted", "invalid"]),
    ],
)
def test_at_rest_a_word_tells_the_two_banks_apart(events: str, badges: list[str]) -> None:
    mark = result(after(events)).components["boot-bank"]
    assert mark.card is not None
    assert mark.others is not None
    assert mark.others.note.endswith(".")
    found = [mark.badge, mark.others.badge]
    assert (found if mark.card == 0 else found[::-1]) == badges


def test_while_the_loader_works_only_one_bank_is_spoken_of() -> None:
    for picture in pictures(after("stage B; reboot"))[:-1]:
        mark = overlay_of(PARTS, after("stage B; reboot").now, picture).components.get("boot-bank")
        assert mark is None or mark.others is None


def test_a_written_state_shows_while_the_loader_scans() -> None:
    found = [
        brief(overlay_of(PARTS, after("stage B; reboot").now, picture))
        for picture in pictures(after("stage B; reboot"))
    ]
    assert found[0] == {"server-hardware": (Role.FOCUS, "power-on")}
    assert found[2]["boot-bank"] == (Role.FOCUS, "bank 5")
    assert found[3] == {"boot-loader": (Role.FOCUS, "scans"), "boot-bank": (Role.CHANGING, "bank 6: 1→2")}
    assert found[5]["boot-loader"] == (Role.FOCUS, "counts down")


def test_no_hypervisor_is_a_fault() -> None:
    story = BanksSession.of(preset_named(ATLAS, "T11"), NEWEST)
    show_before = overlay_of(PARTS, story.now, _at_rest(story))
    assert brief(show_before) == {"server-hardware": (Role.AFFECTED, "off")}
    found = brief(result(story.redo()))
    assert found["boot-loader"] == (Role.FAULT, "none found")
    assert found["vmkernel"] == (Role.AFFECTED, "not loaded")


def _at_rest(session: BanksSession) -> Picture:
    show = director().show(session.now.host, session.now)
    timeline = timeline_of(show, EXPLORE)
    return picture_at(show, timeline, timeline.duration)


def test_every_mark_is_on_the_map_and_short() -> None:
    for preset in image_of(ATLAS).presets:
        session = BanksSession.of(preset, NEWEST)
        while session.can_redo:
            session = session.redo()
            for picture in pictures(session):
                for id, mark in overlay_of(PARTS, session.now, picture).components.items():
                    assert id in ATLAS.components
                    assert len(mark.badge) <= LONGEST_BADGE
                    assert mark.note.endswith(".")


@pytest.mark.parametrize(
    ("events", "flow"),
    [
        ("", ""),
        ("stage B", "F15"),
        ("stage-broken B", ""),
        ("stage B; reboot", "F15"),
        ("stage B; reboot; complete", "F15"),
        ("stage B; reboot; crash", "F15/first-start-fails"),
        ("stage B; reboot; crash; power-cycle", "F15/first-start-fails"),
        ("stage B; reboot; complete; reboot", ""),
        ("stage B; reboot; complete; reboot; complete", ""),
        ("stage B; reboot; complete; reboot; crash", ""),
        ("stage B; reboot; complete; shift-r yes", "F16"),
        ("stage B; reboot; complete; shift-r no", "F16/cancelled"),
        ("stage B; shift-r no", "F16/one-bank"),
    ],
)
def test_the_path_that_tells_what_happened(events: str, flow: str) -> None:
    assert flow_in(ATLAS, "e8", after(events).now) == flow
    if flow:
        name, _, branch = flow.partition("/")
        assert not branch or ATLAS.branch(ATLAS.flow(name), branch)


def test_a_path_is_told_only_where_it_is_offered() -> None:
    assert flow_in(ATLAS, "e3", after("stage B").now) == ""
    assert flow_in(ATLAS, "e3", after("stage B; shift-r no").now) == "F16/one-bank"


def test_only_parts_of_the_era_are_marked() -> None:
    session = after("stage B")
    picture = pictures(session)[-1]
    found = {era: laid_over(ATLAS, era, session, session.now, picture).components for era in ("e3", "e4", "e8")}
    assert "esxupdate" not in found["e3"]
    assert found["e4"]["store-locker"].badge == "not its own"
    assert set(found["e8"]) == {"vmkernel", "boot-bank", "esxupdate"}


@pytest.mark.parametrize(
    ("era", "events", "image", "missing"),
    [
        ("e4", "", "A", False),
        ("e4", "stage B", "B", True),
        ("e4", "stage B; reboot; complete", "B", False),
        ("e4", "stage B; reboot; crash; power-cycle; complete", "B", True),
        ("e4", "stage-broken B; reboot", "A", False),
        ("e5", "stage B; reboot; crash; power-cycle", "A", False),
        ("e8", "stage B", "A", False),
    ],
)
def test_the_store_of_4_x_does_not_roll_back(era: str, events: str, image: str, missing: bool) -> None:
    session = after(events)
    store = store_in(ATLAS, era)
    held = contents(store, session.moments)
    assert held == StoreContents(image, missing)
    marks = store_overlay(store, held).components
    assert marks == ({"store-locker": Mark(Role.AFFECTED, "not its own", _said(era))} if missing else {})


def _said(era: str) -> str:
    missing = store_in(ATLAS, era).missing
    return missing.text if missing is not None else ""
