"""The keys of a show as data, and how they are changed."""

from collections import Counter

import pytest

from vmexplorer.app.show_commands import LEAVE, SHOW_COMMANDS, remapped
from vmexplorer.errors import UsageError

# What is written on presenters' cards: the keys that people bring along from other programs.
EXPECTED = {
    "show.next": "PgDown Right Space N",
    "show.down": "Down",
    "show.enter": "Return Enter",
    "show.previous": "PgUp Left Backspace P",
    "show.up": "Up",
    "show.black": "B .",
    "show.white": "W",
    "show.freeze": "F F5",
    "show.hide": "H",
    "show.swap": "S",
    "tool.laser": "L",
    "tool.spotlight": "K",
    "tool.pen": "D",
    "tool.eraser": "E",
    "ink.clear": "C",
    "tool.lens": "Z",
    "show.number": "G",
    "show.overview": "Tab",
    "timer.mode": "T",
    "timer.reset": "Ctrl+T",
    "timer.pause": "Ctrl+P",
    "show.fullscreen": "F11",
    "show.help": "? F1",
    LEAVE: "Esc",
}


def keys_of(command: str) -> tuple[str, ...]:
    return next(one.keys for one in SHOW_COMMANDS if one.id == command)


@pytest.mark.parametrize("command", EXPECTED)
def test_conventional_keys_do_what_they_do_elsewhere(command: str) -> None:
    assert " ".join(keys_of(command)) == EXPECTED[command]


def test_no_key_has_two_meanings() -> None:
    counts = Counter(key.casefold() for command in SHOW_COMMANDS for key in command.keys)
    assert [key for key, count in counts.items() if count > 1] == []
    ids = Counter(command.id for command in SHOW_COMMANDS)
    assert max(ids.values()) == 1


def test_every_command_has_a_key_and_a_title() -> None:
    assert [command.id for command in SHOW_COMMANDS if not command.keys or not command.title] == []


def test_keys_can_be_changed_and_are_taken_from_whoever_had_them() -> None:
    table = {command.id: command.keys for command in remapped({"show.black": ("b", "F5"), "show.hide": ()})}
    assert table["show.black"] == ("b", "F5")
    assert table["show.freeze"] == ("F",)
    assert table["show.hide"] == ()
    assert table["show.next"] == keys_of("show.next")


def test_unknown_command_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"no command 'show\.blak'; the nearest is 'show\.black'"):
        remapped({"show.blak": ("x",)})


@pytest.mark.parametrize("changes", [{LEAVE: ()}, {"show.next": ("Esc",)}])
def test_a_show_can_always_be_ended(changes: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(UsageError, match="no key would be left"):
        remapped(changes)
