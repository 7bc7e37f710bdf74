"""The one place that knows where ``resources/`` lies, installed or in a checkout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from vmexplorer.errors import PackError, Problem, VmexplorerError

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


def json_object(path: Path, expects: str) -> dict[str, Any]:
    """What a JSON file of ours holds; ``expects`` says with what the object must come.

    Raises:
        PackError: the file cannot be read, is not JSON, or holds something else.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PackError([Problem(path.name, None, "", f"cannot be read: {error.strerror}")]) from error
    except ValueError as error:
        raise PackError([Problem(path.name, getattr(error, "lineno", None), "", f"is not JSON: {error}")]) from error
    if not isinstance(data, dict):
        raise PackError([Problem(path.name, 1, "", f"is not an object with {expects}")])
    return data


def pack(name: str = "esxi") -> Path:
    """The folder of a shipped pack."""
    return root() / "packs" / name
