"""The one place that knows where ``resources/`` lies, installed or in a checkout."""

from __future__ import annotations

from pathlib import Path

from vmexplorer.errors import VmexplorerError

_PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """The resources folder.

    Raises:
        VmexplorerError: neither the installed package nor a checkout has one.
    """
    for candidate in (_PACKAGE / "resources", _PACKAGE.parents[1] / "resources"):
        if candidate.is_dir():
            return candidate
    raise VmexplorerError(f"the folder 'resources' is missing beside {_PACKAGE}; install vmexplorer again")


def pack(name: str = "esxi") -> Path:
    """The folder of a shipped pack."""
    return root() / "packs" / name
