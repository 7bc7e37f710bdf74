"""Keys from the settings file, checked by those who know all keys."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vmexplorer.app.commands import COMMANDS
from vmexplorer.app.settings import SettingsFile
from vmexplorer.app.show_commands import SHOW_COMMANDS
from vmexplorer.ui.chosen_keys import show_commands, window_commands


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def chosen(path: Path, section: str, keys: dict[str, object]) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """The keys of all commands, and the complaints."""
    path.write_text(json.dumps({section: keys}, indent=1), encoding="utf-8")
    file = SettingsFile(path)
    settings = file.read()
    made = window_commands(file, settings.keys) if section == "keys" else show_commands(file, settings.presenter_keys)
    return {command.id: command.keys for command in made}, file.complaints


def test_without_settings_all_keys_are_as_usual(path: Path) -> None:
    assert chosen(path, "keys", {})[0] == {command.id: command.keys for command in COMMANDS}
    assert chosen(path, "presenter_keys", {})[0] == {command.id: command.keys for command in SHOW_COMMANDS}


def test_keys_are_spelled_as_qt_spells_them(path: Path) -> None:
    keys, complaints = chosen(path, "keys", {"play.next": ["ctrl+n", "pgdown", "f7"], "tour.next": "J"})
    assert keys["play.next"] == ("Ctrl+N", "PgDown", "F7")
    assert keys["tour.next"] == ("J",)
    assert complaints == ()


@pytest.mark.parametrize("key", ["PageDwn", "Ctrl+", "A, B", "Hyper+K"])
def test_a_key_that_is_none_is_said_with_its_line(path: Path, key: str) -> None:
    keys, complaints = chosen(path, "keys", {"play.next": [key, "N"], "play.previous": "P"})
    assert keys["play.next"] == ("Right",)
    assert keys["play.previous"] == ("P",)
    assert complaints == (
        f"{path}:3: keys: play.next: there is no key {key!r}; write one such as Ctrl+K, PgDown or F5",
    )


def test_keys_of_a_show(path: Path) -> None:
    keys, complaints = chosen(path, "presenter_keys", {"show.next": ["PgDown", "J"], "show.nexd": "K"})
    assert keys["show.next"] == ("PgDown", "J")
    assert len(complaints) == 1
    assert complaints[0].startswith(f"{path}:7: presenter_keys: show.nexd: the show has no command 'show.nexd'")


def test_a_show_can_always_be_ended(path: Path) -> None:
    keys, complaints = chosen(path, "presenter_keys", {"show.leave": [], "show.black": "X"})
    assert keys["show.leave"] == ("Esc",)
    assert keys["show.black"] == ("X",)
    assert "no key would be left to end the show" in complaints[0]
