"""Arguments that several commands share: their options, and what their values must be."""

from __future__ import annotations

import argparse
import math
import os
from pathlib import Path

from vmexplorer.errors import UsageError, nearest


def add_pack(parser: argparse.ArgumentParser) -> None:
    """Adds --pack."""
    parser.add_argument("--pack", type=pack_folder, metavar="FOLDER", help="a content pack; the usual one if left out")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Adds --json."""
    parser.add_argument("--json", action="store_true", help="write JSON for other programs")


def add_era(parser: argparse.ArgumentParser) -> None:
    """Adds --era."""
    parser.add_argument(
        "--era", help="id of an era or a product version, such as e6 or '6.5 U2'; the newest if left out"
    )


def add_picture(parser: argparse.ArgumentParser) -> None:
    """Adds the options that choose what is drawn: --view, --era, --theme, --flow and --at."""
    parser.add_argument("--view", help="id or name of a view, such as overview")
    add_era(parser)
    parser.add_argument("--theme", help="id of a theme, such as dark, light or projector")
    parser.add_argument("--flow", help="id or name of a flow, such as F01")
    parser.add_argument("--at", type=seconds, metavar="SECONDS", help="the moment in the flow")


def check_moment(arguments: argparse.Namespace) -> None:
    """Raises UsageError when a moment is given without the flow it belongs to."""
    if arguments.at is not None and arguments.flow is None:
        raise UsageError("--at needs --flow, because the moment is counted from the start of a flow")


def pack_folder(text: str) -> Path:
    """An existing folder that can be listed; raises UsageError."""
    try:
        with os.scandir(text):
            return Path(text)
    except NotADirectoryError:
        parent = Path(text).parent
        raise UsageError(f"{text!r} is a file, not a pack folder; did you mean {str(parent)!r}?") from None
    except FileNotFoundError:
        raise UsageError(f"there is no pack folder {text!r}{_nearest_folder(Path(text))}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"the pack folder {text!r} cannot be opened: {reason}") from None


def _nearest_folder(missing: Path) -> str:
    try:
        neighbours = [entry.name for entry in os.scandir(missing.parent) if entry.is_dir()]
    except OSError:
        return ""
    close = nearest(missing.name, neighbours)
    return f"; did you mean {str(missing.parent / close)!r}?" if close else ""


def seconds(text: str) -> float:
    """A finite number from 0; raises UsageError."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value < math.inf:
        raise UsageError(f"{text!r} is no moment in seconds; write a number from 0, such as 2.5")
    return value
