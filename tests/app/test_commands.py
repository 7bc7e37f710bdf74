"""The commands of the main window are complete and their keys unambiguous."""

from __future__ import annotations

import re
from collections import Counter

from PySide6.QtGui import QKeySequence

from vmexplorer.app.commands import COMMANDS, STEPS, in_search, on_sheet, with_keys


def test_ids_and_titles_are_unique_and_well_formed() -> None:
    assert [id for id, count in Counter(command.id for command in COMMANDS).items() if count > 1] == []
    assert [title for title, count in Counter(command.title for command in COMMANDS).items() if count > 1] == []
    for command in COMMANDS:
        assert re.fullmatch(r"[a-z]+\.([a-z-]+|[1-9])", command.id)
        assert re.fullmatch(r"[A-Z][a-z ,-]+( I [a-z ,-]+| [1-9])?", command.title)
        assert command.group


def test_no_key_means_two_things() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_knows() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) == key
            assert QKeySequence(key).count() == 1


def test_groups_stand_together() -> None:
    groups = [command.group for command in COMMANDS]
    changes = [group for group, before in zip(groups, ["", *groups], strict=False) if group != before]
    assert len(changes) == len(set(groups))


def test_the_keys_that_people_expect() -> None:
    keys = {command.id: command.keys for command in COMMANDS}
    assert keys["search.open"] == ("Ctrl+K", "/", "Ctrl+F")
    assert keys["play.toggle"] == ("Space",)
    assert (keys["play.next"], keys["play.previous"]) == (("Right",), ("Left",))
    assert set(keys["help.keys"]) == {"?", "F1"}
    assert keys["select.clear"] == ("Esc",)


def test_other_keys_are_taken_from_those_that_had_them() -> None:
    made = {command.id: command.keys for command in with_keys(COMMANDS, {"play.next": ["n", "T"], "play.loop": []})}
    assert made["play.next"] == ("n", "T")
    assert made["theme.next"] == ()
    assert made["play.loop"] == ()
    assert made["play.previous"] == ("Left",)
    assert [command.id for command in with_keys(COMMANDS, {})] == [command.id for command in COMMANDS]


def test_the_sheet_has_one_row_for_the_digits() -> None:
    rows = [command for command in on_sheet(COMMANDS) if command.id in STEPS]
    assert [(row.title, row.keys) for row in rows] == [("Go to a step", ("1 – 9",))]
    assert len(on_sheet(COMMANDS)) == len(COMMANDS) - 8


def test_other_keys_for_a_step_are_listed_one_by_one() -> None:
    made = with_keys(COMMANDS, {"step.2": ["F2"]})
    assert on_sheet(made) == made
    assert next(command for command in made if command.id == "step.2").keys == ("F2",)


def test_the_search_offers_no_single_steps() -> None:
    found = [command.id for command in in_search(COMMANDS)]
    assert not set(STEPS) & set(found)
    assert "play.next" in found
