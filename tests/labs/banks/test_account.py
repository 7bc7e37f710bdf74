"""What a moment is told as, line by line."""

from __future__ import annotations

import pytest

from tests.helpers.banks import MIDDLE, NEWEST, OLDEST, after, bank
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.bank_rule import BankRule, values_of
from vmexplorer.atlas.evidence import Standing
from vmexplorer.atlas.system_image import Loader, Preset
from vmexplorer.labs.banks.account import account, read_as
from vmexplorer.labs.banks.bank import Bank, word
from vmexplorer.labs.banks.eras import image_of
from vmexplorer.labs.banks.host import Moment
from vmexplorer.labs.banks.reason import Reason, Reasons
from vmexplorer.labs.banks.session import BanksSession

IMAGE = image_of(shipped_atlas())
REASONS = Reasons(IMAGE.reasons)


def texts(moment: Moment) -> list[str]:
    return [line.text for line in account(moment, REASONS)]


def test_a_start_is_told_from_scan_to_title() -> None:
    scan, five, six, choice, title = account(after("stage B; reboot").now, REASONS)
    assert scan.text == "The loader looks at every partition in ascending order and remembers at most 3 banks."
    assert (five.partition, five.head) == (5, "Partition 5, build A, updated=1, bootstate=0 (VALID)")
    assert six.head == "Partition 6, build B, updated=2, bootstate=1 (UPGRADING); wrote bootstate=2 (DIRTY)"
    assert len(six.says) == 2
    assert choice.text.endswith("its counter is the largest: 2 against 1 of partition 5.")
    assert "initializing" in title.text
    assert [mark.standing for mark in six.evidence] == [Standing.CODE]


def test_shift_r_is_told_with_both_scans_and_its_answer() -> None:
    told = texts(after("stage B; reboot; complete; shift-r yes").now)
    assert sum("remembers at most" in line for line in told) == 2
    assert [line for line in told if "wrote" in line] == [
        "Partition 6, wrote bootstate=3 (INVALID): The loader asks, and Y gives up partition 6 for good: it gets"
        " state 3, and the kernel of the other bank is told rollback."
    ]


def test_no_alternate_says_that_nobody_was_asked() -> None:
    told = texts(after("stage B; shift-r no").now)
    assert any(line.startswith("No question is asked") for line in told)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (bank(5, "A", 1, 0), "build A, updated=1, bootstate=0 (VALID)"),
        (bank(5, "-", 0, 3), "no build, updated=0, bootstate=3 (INVALID)"),
        (bank(5, "A", 1, None), "build A, updated=1, no bootstate"),
        (bank(5, "A", 1, 7, quick_boot=True), "build A, updated=1, bootstate=7 (CORRUPTED), quickboot=1"),
        (bank(5, "A", 1, 0, readable=False), "no readable boot.cfg"),
        (bank(5, "A", 1, 0, marked=False, readable=False), "no VMware mark"),
    ],
)
def test_what_the_loader_reads(one: Bank, expected: str) -> None:
    assert read_as(one) == expected


def test_words_of_states() -> None:
    words = [word(state) for state in (0, 1, 2, 3, 4, None)]
    assert words == ["VALID", "UPGRADING", "DIRTY", "INVALID", "CORRUPTED", "no key"]


@pytest.mark.parametrize("loader", [OLDEST, MIDDLE, NEWEST], ids=["oldest", "middle", "newest"])
@pytest.mark.parametrize("preset", IMAGE.presets, ids=[preset.id for preset in IMAGE.presets])
def test_every_story_can_be_told_with_every_loader(preset: Preset, loader: Loader) -> None:
    session = BanksSession.of(preset, NEWEST).with_loader(loader)
    for moment in session.moments:
        told = texts(moment)
        assert told
        for line in told:
            assert line
            assert not set(line) & set("{}`")


def test_the_sentences_of_every_rule_can_be_filled_in() -> None:
    for rule in BankRule:
        values = tuple([(name, name.upper()) for name in values_of(rule)])
        assert REASONS.plain(Reason(rule, values))
