"""Loads a pack into an atlas; a cache spares reading and checking it again while it has not changed."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from vmexplorer import __version__
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.codec import decode, encode
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_listing import entries
from vmexplorer.errors import PackError, Problem


def load(folder: Path, cache: Path | None = None) -> Atlas:
    """The atlas of a pack folder.

    Args:
        folder: the pack.
        cache: a folder for prepared copies, made when missing; None for no
            cache. A copy that is stale, damaged or cannot be written is
            passed over in silence.

    Raises:
        PackError: with every problem of the pack.
    """
    if cache is None:
        return Atlas.of(_read_and_check(folder))
    try:
        root = folder.resolve()
        state = _state(root)
    except (OSError, RuntimeError):
        return Atlas.of(_read_and_check(folder))
    copy = _copy_of(root, cache)
    pack = _from_copy(copy, state)
    if pack is None:
        # The state is from before the reading: a file changed meanwhile makes the copy stale, never wrong.
        pack = _read_and_check(folder)
        _save_copy(copy, state, pack)
    return Atlas.of(pack)


def last_good(folder: Path, cache: Path | None) -> Atlas | None:
    """The atlas of a pack as it was when it last loaded without a problem.

    Args:
        folder: the pack, whatever is wrong with it now.
        cache: the folder that ``load`` was given.

    Returns:
        None when this version of the program has never loaded the pack.
    """
    if cache is None:
        return None
    try:
        root = folder.resolve()
    except (OSError, RuntimeError):
        return None
    pack = _from_copy(_copy_of(root, cache), _program_state(root), exact=False)
    return None if pack is None else Atlas.of(pack)


def check_pack(folder: Path) -> tuple[Problem, ...]:
    """Every problem of a pack, by file and line; none when it can be loaded."""
    return _examine(folder)[1]


def _read_and_check(folder: Path) -> Pack:
    pack, problems = _examine(folder)
    if pack is None or problems:
        raise PackError(problems)
    return pack


def _examine(folder: Path) -> tuple[Pack | None, tuple[Problem, ...]]:
    # Imported here because a prepared copy needs neither the YAML parser nor the checks.
    from vmexplorer.atlas.checks import check
    from vmexplorer.atlas.pack_reader import read_pack

    pack, problems, lines = read_pack(folder)
    if pack is None:
        return None, problems
    return pack, check(pack, lines)


def _state(root: Path) -> str:
    """What a prepared copy depends on: the program, its own reader and each file's name, size and time of change."""
    code = Path(__file__).parent
    parts = [__version__, str(root)]
    parts += [f"{path.name} {path.stat().st_mtime_ns}" for path in sorted(code.glob("*.py"))]
    parts += [f"{entry.name} {entry.size} {entry.changed}" for entry in entries(root)]
    return "\n".join(parts)


def _program_state(root: Path) -> str:
    """The part of the state that does not speak of the pack's files."""
    code = Path(__file__).parent
    parts = [__version__, str(root)]
    parts += [f"{entry.name} {entry.stat().st_mtime_ns}" for entry in sorted(code.glob("*.py"))]
    return "\n".join(parts)


def _copy_of(root: Path, cache: Path) -> Path:
    return cache / f"{root.name}-{crc32(os.fsencode(root)):08x}.json"


def _from_copy(copy: Path, state: str, *, exact: bool = True) -> Pack | None:
    """The pack of a sound copy; not ``exact``: of any whose state begins like ``state``."""
    try:
        head, body = copy.read_bytes().split(b"\n", 1)
        kept, checksum = json.loads(head)
        if checksum != crc32(body) or not (kept == state or (not exact and str(kept).startswith(state))):
            return None
        return decode(Pack, json.loads(body))
    except (OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None


def _save_copy(copy: Path, state: str, pack: Pack) -> None:
    from tempfile import NamedTemporaryFile

    body = json.dumps(encode(pack), ensure_ascii=False, separators=(",", ":")).encode()
    head = json.dumps([state, crc32(body)]).encode()
    with suppress(OSError):
        copy.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=copy.parent, prefix=copy.stem, delete=False) as file:
            file.write(head + b"\n" + body)
        try:
            os.replace(file.name, copy)
        except OSError:
            os.unlink(file.name)
            raise
