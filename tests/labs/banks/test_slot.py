"""What the card of a bank says."""

from __future__ import annotations

import pytest

from tests.helpers.banks import NEWEST, after, bank, last_show
from tests.helpers.shipped import shipped_atlas
from vmexplorer.labs.banks.bank import Bank
from vmexplorer.labs.banks.eras import preset_named
from vmexplorer.labs.banks.host import given_host
from vmexplorer.labs.banks.picture import picture_at, timeline_of
from vmexplorer.labs.banks.session import BanksSession
from vmexplorer.labs.banks.slot import SlotLook, slots
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.stage.overlay import Role


def looks(session: BanksSession, piece: int | None = None, share: float = 1.0) -> tuple[SlotLook, ...]:
    """The cards at the end of the present show, or so far into a piece of it."""
    show = last_show(session)
    timeline = timeline_of(show, EXPLORE)
    time = timeline.duration
    if piece is not None:
        timed = timeline.steps[piece]
        time = timed.launch + share * (timed.arrive - timed.launch)
    return slots(session.undo().now.host, session.now.host, picture_at(show, timeline, time))


@pytest.mark.parametrize(
    ("events", "first", "second"),
    [
        ("stage B", ("/bootbank", "runs from here", True), ("/altbootbank", "", False)),
        ("stage B; reboot", ("", "", False), ("", "starts from here", True)),
        ("stage B; reboot; crash", ("", "", False), ("", "has crashed", True)),
        ("stage B; reboot; complete", ("/altbootbank", "", False), ("/bootbank", "runs from here", True)),
    ],
)
def test_which_bank_the_host_uses(events: str, first: tuple[str, str, bool], second: tuple[str, str, bool]) -> None:
    assert [(look.link, look.status, look.active) for look in looks(after(events))] == [first, second]


@pytest.mark.parametrize(
    ("one", "flaw", "state", "word", "sign"),
    [
        (bank(6, "B", 2, 0), "", "0", "VALID", Role.GOOD),
        (bank(6, "B", 2, 1), "", "1", "UPGRADING", Role.CHANGING),
        (bank(6, "B", 2, 2), "", "2", "DIRTY", Role.AFFECTED),
        (bank(6, "B", 2, 3), "", "3", "INVALID", Role.FAULT),
        (bank(6, "B", 2, 7), "", "7", "CORRUPTED", Role.AFFECTED),
        (bank(6, "B", 2, None), "", "–", "no key", Role.AFFECTED),
        (Bank(6, "B", "", 2, 1), "no build", "1", "UPGRADING", Role.CHANGING),
        (bank(6, "B", 2, 0, marked=False), "no FAT mark", "0", "VALID", Role.GOOD),
        (bank(6, "B", 2, 0, readable=False), "boot.cfg unreadable", "0", "VALID", Role.GOOD),
        (bank(6, "B", 2, 0, quick_boot=True), "for Quick Boot", "0", "VALID", Role.GOOD),
        (bank(6, "B", 2, 0, writable=False), "takes no writes", "0", "VALID", Role.GOOD),
    ],
)
def test_what_stands_on_a_card(one: Bank, flaw: str, state: str, word: str, sign: Role) -> None:
    start = given_host([bank(5, "A", 1, 0), one], 5)
    session = BanksSession(NEWEST, (start,))
    look = looks(session)[1]
    assert (look.flaw, look.state, look.word, look.sign) == (flaw, state, word, sign)
    assert look.partition == 6


def test_a_write_shows_on_its_card_alone() -> None:
    five, six = looks(after("stage B; reboot"), 3)
    assert (five.change, five.watched, five.glow) == ("", False, 0.0)
    assert (six.change, six.watched, six.state) == ("1 → 2", True, "2")
    assert six.glow == pytest.approx(1.0)


def test_while_the_loader_works_no_bank_is_in_use() -> None:
    assert [look.active for look in looks(after("stage B; reboot"), 1, 0.5)] == [False, False]


def test_a_new_image_fills_its_bank() -> None:
    five, six = looks(after("stage B"), 0, 0.5)
    assert five.filling is None
    assert six.filling == pytest.approx(0.5)
    assert looks(after("stage B"))[1].filling is None


def test_three_banks_have_no_second_name() -> None:
    session = BanksSession.of(preset_named(shipped_atlas(), "three-banks"), NEWEST)
    assert [look.link for look in looks(session)] == ["", "", ""]
    assert [look.active for look in looks(session)] == [False, True, False]


def test_a_card_can_be_heard() -> None:
    five, six = looks(after("stage-broken B"))
    assert five.text == "Partition 5: image A, updated 1, bootstate 0 VALID, /bootbank, the host runs from here."
    assert six.text == "Partition 6: image B, no build, updated 2, bootstate 1 UPGRADING, /altbootbank."
