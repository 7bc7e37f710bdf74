"""How a dataclass field describes itself to the pack reader and the published schema."""

from __future__ import annotations

from dataclasses import MISSING, field
from typing import Any


def described(
    doc: str,
    *,
    default: Any = MISSING,
    key: str = "",
    ref: str = "",
    max_length: int = 0,
    may_be_empty: bool = False,
) -> Any:
    """A dataclass field with what the reader and the schema need to know of it.

    Args:
        doc: one sentence for people who write packs.
        default: the value when the key is left out; without one the key is required.
        key: the name in the file, when it differs from the attribute (``from``).
        ref: the kind of thing whose id the value must be: ``component``, ``link``,
            ``view``, ``flow``, ``era``, ``check`` or ``source``.
        max_length: the longest text allowed, in characters; 0 for the general limit.
        may_be_empty: a required text or list may be given as ``""`` or ``[]``.
    """
    metadata = {"doc": doc, "key": key, "ref": ref, "max_length": max_length, "may_be_empty": may_be_empty}
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)
