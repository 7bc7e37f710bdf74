"""Events of the boot banks as people write them."""

from __future__ import annotations

import re

import pytest

from vmexplorer.atlas.bank_event import LONGEST_NAME, BankEvent, Happening


@pytest.mark.parametrize(
    ("written", "kind", "image"),
    [
        ("stage B", Happening.STAGE, "B"),
        ("Stage-Broken  8.0   U2", Happening.STAGE_BROKEN, "8.0 U2"),
        (" reboot ", Happening.REBOOT, ""),
        ("POWER-CYCLE", Happening.POWER_CYCLE, ""),
        ("complete", Happening.COMPLETE, ""),
        ("crash", Happening.CRASH, ""),
        ("Shift-R  yes", Happening.SHIFT_R_YES, ""),
        ("shift-r NO", Happening.SHIFT_R_NO, ""),
    ],
)
def test_an_event_is_read(written: str, kind: Happening, image: str) -> None:
    assert BankEvent.parse(written) == BankEvent(kind, image)


@pytest.mark.parametrize("event", [BankEvent(kind, "B" if "stage" in kind else "") for kind in Happening])
def test_an_event_is_read_as_it_is_written(event: BankEvent) -> None:
    assert BankEvent.parse(str(event)) == event
    assert re.fullmatch(BankEvent.PATTERN, str(event))
    assert str(event.kind) in BankEvent.FORM


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("rebot", "'rebot' is no event; the nearest is 'reboot'"),
        ("reboot now", "'reboot now' is no event; the nearest is 'reboot'"),
        ("xyzzy", "'xyzzy' is no event; it must be an event: stage NAME, stage-broken NAME, reboot"),
        ("", "'' is no event"),
        ("stage", "'stage' names no image; write stage B"),
        ("stage " + "x" * (LONGEST_NAME + 1), "the name of an image has at most 24 letters"),
        ("stage a\u202eb", "the name of an image has at most 24 letters that can be printed"),
    ],
)
def test_what_is_no_event_is_told(written: str, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}"):
        BankEvent.parse(written)
