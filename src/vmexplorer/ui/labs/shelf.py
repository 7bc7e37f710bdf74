"""Where the labs come from: each is imported and made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.lab import Lab

# The module of each lab has a function ``make_lab(ink) -> Lab``.
_MODULES: dict[str, str] = {
    "whatif": "vmexplorer.ui.labs.whatif.whatif_lab",
    "banks": "vmexplorer.ui.labs.banks.banks_lab",
    "dcui": "vmexplorer.ui.labs.dcui.console_lab",
    "cases": "vmexplorer.ui.labs.cases.cases_lab",
    "quiz": "vmexplorer.ui.labs.quiz.quiz_lab",
}


def available() -> tuple[str, ...]:
    """The ids of the labs that can be made."""
    return tuple(_MODULES)


def make(lab: str, ink: Ink) -> Lab:
    """A lab as it is at its first opening."""
    maker: Callable[[Ink], Lab] = import_module(_MODULES[lab]).make_lab
    return maker(ink)
