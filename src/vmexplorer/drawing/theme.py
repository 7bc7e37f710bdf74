"""Themes: a colour for each role. Drawing code asks for roles and never names a colour."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeVar

from vmexplorer.atlas.kind import Kind
from vmexplorer.errors import PackError, Problem, UnknownNameError, nearest
from vmexplorer.resources import json_object

_Name = TypeVar("_Name", bound=StrEnum)
_NAMES_BETWEEN = (8, 40)
NAMES = 13.0  # the usual size of names in a small picture
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class Role(StrEnum):
    """What a colour is used for."""

    CANVAS = "canvas"
    PANEL = "panel"
    ZONE = "zone"
    ZONE_LINE = "zone line"
    CARD = "card"
    CARD_LINE = "card line"
    TEXT = "text"
    SOFT = "soft"
    FAINT = "faint"
    LINK = "link"
    CHIP = "chip"
    ACCENT = "accent"
    ON_ACCENT = "on accent"
    RUNNING = "running"
    WARNING = "warning"
    FAULT = "fault"
    # The screen of the boot loader has the colours of a host in every theme.
    LOADER_GROUND = "loader ground"
    LOADER_TITLE = "loader title"
    LOADER_TEXT = "loader text"
    LOADER_KEY = "loader key"
    LOADER_BAR = "loader bar"


class Theme(NamedTuple):
    """A complete set of colours as ``#rrggbb``, one for each role and each kind.

    ``dim`` is the share of a part that remains visible while something else is told; ``names``
    is the font size in window units that the names of cards have at least, where there is room.
    """

    id: str
    name: str
    dark: bool
    dim: float
    names: float
    roles: Mapping[Role, str]
    kinds: Mapping[Kind, str]


def read_theme(path: Path) -> Theme:
    """Reads a theme file.

    Raises:
        PackError: with one problem for each colour that is missing, unknown or malformed.
    """
    data = json_object(path, "the keys id, name, roles and kinds")
    problems: list[Problem] = []
    roles = _colours(data.get("roles"), Role, path.name, "roles", problems)
    kinds = _colours(data.get("kinds"), Kind, path.name, "kinds", problems)
    dim = _number(data.get("dim", 0.25), (0, 1), path.name, "dim", problems)
    names = _number(data.get("names", NAMES), _NAMES_BETWEEN, path.name, "names", problems)
    if problems:
        raise PackError(problems)
    id, name = str(data.get("id", path.stem)), str(data.get("name", path.stem))
    return Theme(id, name, bool(data.get("dark")), dim, names, roles, kinds)


def theme_names(folder: Path) -> tuple[str, ...]:
    """The ids of the themes in a folder, in order."""
    return tuple(sorted(file.stem for file in folder.glob("*.json")))


def find_theme(folder: Path, name: str) -> Theme:
    """The theme with this id.

    Raises:
        UnknownNameError: there is none; names the nearest.
        PackError: its file is wrong.
    """
    names = theme_names(folder)
    if name.casefold() not in names:
        raise UnknownNameError("theme", name, names)
    return read_theme(folder / f"{name.casefold()}.json")


def _number(given: object, between: tuple[int, int], file: str, key: str, problems: list[Problem]) -> float:
    """A number between two others; anything else goes to ``problems``."""
    if isinstance(given, int | float) and between[0] < given < between[1]:
        return given
    problems.append(Problem(file, None, key, f"is {given!r}; it must lie between {between[0]} and {between[1]}"))
    return 0.0


def _colours(given: object, wanted: type[_Name], file: str, section: str, problems: list[Problem]) -> dict[_Name, str]:
    """Each member of ``wanted`` with its colour; what is wrong goes to ``problems``."""
    table = given if isinstance(given, dict) else {}
    for key in table:
        if key not in set(wanted):
            close = nearest(str(key), [name.value for name in wanted])
            hint = f"the nearest is {close!r}" if close else ""
            problems.append(Problem(file, None, f"{section}.{key}", "is not known", hint))
    found = {}
    for name in wanted:
        colour = table.get(name.value)
        if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
            text = "is missing" if colour is None else f"is {colour!r}, not a colour such as #1B273A"
            problems.append(Problem(file, None, f"{section}.{name.value}", text))
        else:
            found[name] = colour
    return found
