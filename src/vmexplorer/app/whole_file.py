"""Writes a file whole or not at all, so that a crash or a full disk never leaves half of one."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Replaces a file, or makes it with the folders it needs; the old content stays until the new is on the disk.

    Raises:
        OSError: it cannot be written; the old content is still there and nothing else is left behind.
    """
    # Imported here: reading, which every start does, must not wait for it.
    from tempfile import NamedTemporaryFile

    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}-", delete=False) as fresh:
        try:
            fresh.write(content)
            fresh.flush()
            os.fsync(fresh.fileno())
            fresh.close()
            os.replace(fresh.name, file)
        except BaseException:
            fresh.close()
            os.unlink(fresh.name)
            raise
