"""What the lab of the boot banks tells in words."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.bank_pages import disk_items, loader_note, store_items, story_lines, told_lines
from vmexplorer.app.details_page import Claim, Fact, Paragraph, Tone, text_of
from vmexplorer.atlas.bank_event import BankEvent
from vmexplorer.labs.banks.device import stretches
from vmexplorer.labs.banks.eras import layouts_in, store_in
from vmexplorer.labs.banks.play import BanksPlay, Key
from vmexplorer.labs.banks.store import StoreContents
from vmexplorer.playback.motion import EXPLORE

ATLAS = shipped_atlas()


def play(*events: str, era: str = "e8") -> BanksPlay:
    made = BanksPlay(ATLAS, era, EXPLORE)
    for event in events:
        made.act(BankEvent.parse(event))
        made.skip()
    return made


def test_lines_have_a_head_their_reason_and_evidence() -> None:
    lines = told_lines(ATLAS, play("stage B", "reboot").picture)
    assert lines[2].head == "Partition 6, build B, updated=2, bootstate=1 (UPGRADING); wrote bootstate=2 (DIRTY)"
    assert lines[2].text.endswith("so that no second try can happen by accident.")
    assert [mark.text for mark in lines[2].says.evidence] == ["‹/› S2"]
    assert not any(line.fresh for line in lines)


def test_the_lines_of_the_present_piece_are_fresh() -> None:
    lab = play("stage B")
    lab.act(BankEvent.parse("reboot"))
    lab.advance(8.0)
    lines = told_lines(ATLAS, lab.picture)
    assert [line.fresh for line in lines] == [False] * (len(lines) - 1) + [True]


def test_a_story_is_told_before_its_first_event() -> None:
    lab = play()
    assert story_lines(lab) == ()
    lab.start_story("T8")
    first, second = story_lines(lab)
    assert first.head == "T8, Shift+R during the first start"
    assert second.text.startswith("So the new image is given up without any question.")
    lab.redo()
    assert story_lines(lab) == ()


def test_the_note_tells_of_loader_and_screen_and_of_boot_options_while_they_are_shown() -> None:
    lab = play(era="e5")
    plain = [text_of(note.spans) for note in loader_note(lab)]
    assert any("Code of older loaders was never published" in text for text in plain)
    assert not any("kernelopt" in text for text in plain)
    lab.act(BankEvent.parse("reboot"))
    while lab.key_refusal(Key.SHIFT_O):
        lab.advance(0.1)
    lab.press(Key.SHIFT_O)
    assert "kernelopt" in text_of(loader_note(lab)[0].spans)
    assert all(note.tone is Tone.SMALL for note in loader_note(lab))


def test_a_disk_is_told_area_by_area() -> None:
    layout = layouts_in(ATLAS, "e5")[0]
    head, *rows, last = disk_items(ATLAS, layout, stretches(layout, 800.0, 30.0))
    assert isinstance(head, Paragraph)
    assert text_of(head.spans) == "New installations have a GPT."
    facts = [row for row in rows if isinstance(row, Fact)]
    assert len(facts) == len(layout.areas) == 8
    assert (facts[1].label, text_of(facts[1].value)) == ("2 · 250 MB", "Boot bank 1, partition 5")
    assert isinstance(last, Paragraph)
    assert text_of(last.spans) == "Drawn wider than to scale, or they could not be seen: 1, 2, 3, 4, 5 (hatched)."


def test_a_disk_all_to_scale_needs_no_remark() -> None:
    layout = layouts_in(ATLAS, "e5")[0]
    items = disk_items(ATLAS, layout, stretches(layout, 1e6, 1.0))
    assert isinstance(items[-1], Fact)


@pytest.mark.parametrize(
    ("era", "held", "labels"),
    [
        ("e3", StoreContents("A", False), ["kept here", "kept here", "two versions"]),
        ("e4", StoreContents("B", True), ["kept here, of image B", "kept here, of image B", "two versions"]),
        ("e8", StoreContents("A", False), ["not kept here", "kept here", "two versions"]),
    ],
)
def test_the_store_is_told_with_the_founding_text(era: str, held: StoreContents, labels: list[str]) -> None:
    items = store_items(ATLAS, store_in(ATLAS, era), held)
    assert [item.label for item in items if isinstance(item, Fact)] == labels
    claims = [item for item in items if isinstance(item, Claim)]
    assert [claim.verdict.text if claim.verdict else "" for claim in claims] == ["corrected", "corrected"]
    assert isinstance(items[0], Paragraph) is held.missing
