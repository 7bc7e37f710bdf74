"""Copies the tiny pack, breaks it in one place and says what the checks find."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.checks import check
from vmexplorer.atlas.pack_reader import read_pack
from vmexplorer.errors import Problem

TINY_PACK = Path(__file__).parents[1] / "data" / "tiny_pack"


def copy_tiny_pack(folder: Path) -> Path:
    """A fresh copy of the tiny pack inside ``folder``."""
    return shutil.copytree(TINY_PACK, folder / "tiny_pack")


def tiny_atlas() -> Atlas:
    """The atlas of the tiny pack: client, agent, proxy, kernel; L1 to L3; F01; all; e5 and e8."""
    return atlas_of(TINY_PACK)


def atlas_of(pack: Path) -> Atlas:
    """The atlas of a pack that can be read; it need not pass the checks."""
    built, problems, _ = read_pack(pack)
    assert built is not None, problems
    return Atlas.of(built)


def edit(pack: Path, file: str, old: str, new: str) -> None:
    """Replaces a text that stands exactly once in a file of a pack."""
    path = pack / file
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1, f"{old!r} stands {content.count(old)} times in {file}"
    path.write_text(content.replace(old, new), encoding="utf-8")


def append(pack: Path, file: str, text: str) -> None:
    """Adds text to the end of a file of a pack."""
    with (pack / file).open("a", encoding="utf-8") as opened:
        opened.write(text)


def write(pack: Path, file: str, text: str) -> None:
    """Writes a whole file of a pack."""
    (pack / file).write_text(text, encoding="utf-8")


def line_of(pack: Path, file: str, text: str) -> int:
    """The number of the only line of a file that holds a text."""
    lines = (pack / file).read_text(encoding="utf-8").splitlines()
    found = [number for number, line in enumerate(lines, start=1) if text in line]
    assert len(found) == 1, f"{text!r} stands on the lines {found} of {file}"
    return found[0]


def problems_of(pack: Path) -> tuple[Problem, ...]:
    """Everything that reading and checking a pack finds."""
    built, problems, lines = read_pack(pack)
    return problems if built is None else check(built, lines)


def only(problems: Iterable[Problem]) -> Problem:
    """The one problem there must be."""
    found = list(problems)
    assert len(found) == 1, "\n".join(str(problem) for problem in found)
    return found[0]
