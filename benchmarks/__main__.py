"""Runs all benchmarks, or those named: ``python -m benchmarks [first_paint pack_load frames timeline ...]``."""

from __future__ import annotations

import os
import sys
from importlib import import_module

ALL = ("first_paint", "pack_load", "frames", "timeline", "search", "idle", "show_soak")


def main(names: list[str]) -> int:
    """Prints every figure; returns 1 when a limit does not hold."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    unknown = [name for name in names if name not in ALL]
    if unknown:
        sys.stderr.write(f"there is no benchmark {unknown[0]!r}; there are {', '.join(ALL)}\n")
        return 2
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    app.setStyle("Fusion")
    good = True
    for name in names or ALL:
        for figure in import_module(f"benchmarks.{name}").figures():
            sys.stdout.write(f"{figure}\n")
            sys.stdout.flush()
            good = good and figure.good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
