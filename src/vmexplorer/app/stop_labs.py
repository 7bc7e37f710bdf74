"""Checks the labs that stops of tours open, and the states in which they shall open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vmexplorer.app.labs import lab_named
from vmexplorer.app.stop_screen import screen_of
from vmexplorer.app.touring import era_of
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.pack_files import TOURS
from vmexplorer.atlas.tour import Stop
from vmexplorer.atlas.walk import file_of
from vmexplorer.errors import Problem, VmexplorerError

_SEPARATOR = ";"  # between the faults of the what-if lab
_BREAK = "break"  # begins a hidden fault of the lab of cases


def check_stop_lab(atlas: Atlas, stop: Stop) -> None:
    """Opens, in thought, the lab of a stop.

    Raises:
        VmexplorerError: there is no such lab, or it has no such state; names the nearest.
    """
    if not stop.lab:
        return
    lab = lab_named(stop.lab).id
    if stop.preset and lab in _CHECKS:
        _CHECKS[lab](atlas, era_of(atlas, stop), stop.preset)
    screen_of(atlas, stop)


def lab_problems(atlas: Atlas, pack: Path) -> tuple[Problem, ...]:
    """What is wrong with the labs of the tours of a pack, by file, line and key."""
    found = []
    for tour in atlas.tours.values():
        for number, stop in enumerate(tour.stops):
            try:
                check_stop_lab(atlas, stop)
            except VmexplorerError as error:
                file, key = file_of(TOURS.place, tour.id), f"stops[{number}].{'preset' if stop.preset else 'lab'}"
                found.append(Problem(file, _line(pack / file, file, key), key, str(error)))
    return tuple(found)


def _line(path: Path, file: str, key: str) -> int | None:
    # Imported here: a pack without faults needs no YAML parser, its prepared copy is read.
    from vmexplorer.atlas.nodes import Lines
    from vmexplorer.atlas.yaml_reader import read_yaml

    try:
        return Lines({file: read_yaml(path.read_bytes(), file)}).line(file, key)
    except (OSError, VmexplorerError):
        return None


def _check_faults(atlas: Atlas, era: str, preset: str) -> None:
    from vmexplorer.labs.whatif.fault import parse_fault
    from vmexplorer.labs.whatif.session import Session

    session = Session.of(atlas, era)
    for written in preset.split(_SEPARATOR):
        session = session.add(parse_fault(written.strip()))


def _check_story(atlas: Atlas, era: str, preset: str) -> None:
    from vmexplorer.labs.banks.eras import preset_named

    preset_named(atlas, preset)


def _check_row(atlas: Atlas, era: str, preset: str) -> None:
    from vmexplorer.labs.dcui.presets import prepared
    from vmexplorer.labs.dcui.state import begin

    prepared(begin(atlas, era), preset)


def _check_case(atlas: Atlas, era: str, preset: str) -> None:
    if preset.partition(" ")[0] != _BREAK:
        atlas.case(preset)


_CHECKS: dict[str, Callable[[Atlas, str, str], None]] = {
    "whatif": _check_faults,
    "banks": _check_story,
    "dcui": _check_row,
    "cases": _check_case,
}
