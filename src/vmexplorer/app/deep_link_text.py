"""The written form of a link into the program, such as ``vmexplorer:view=overview&era=e8&flow=F01&step=6``."""

from __future__ import annotations

import math
import re
from typing import NamedTuple
from urllib.parse import quote_plus, unquote_plus

from vmexplorer.errors import VmexplorerError, nearest

SCHEME = "vmexplorer"
ROUTE = "route"  # begins the name of a route between two components: route:A:B

_LONGEST = 8192  # characters of a link
_LONGEST_VALUE = 100  # characters of one name in it
_LONGEST_QUOTE = 40  # characters of a faulty text that an error repeats
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_STEP = re.compile(r"[1-9][0-9]{0,5}")
_SECONDS = re.compile(r"[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")


class LinkError(VmexplorerError):
    """A text that is no link, or one with a malformed part."""


class DeepLink(NamedTuple):
    """What a link names; None where it says nothing.

    ``view``, ``era``, ``flow``, ``branch`` and ``select`` are names that need not
    exist; each has 1 to 100 printable characters. ``flow`` is ``route:A:B`` for
    the shortest way between two components, and ``select`` a component or a link
    of the pack. ``step`` counts from 1, ``at`` is in seconds, finite, from 0.
    """

    view: str | None = None
    era: str | None = None
    flow: str | None = None
    branch: str | None = None
    step: int | None = None
    at: float | None = None
    select: str | None = None


def write(link: DeepLink) -> str:
    """The text of a link; ``read`` gives the same link back, the seconds to the last digit."""
    parts = [f"{key}={_encoded(value)}" for key, value in link._asdict().items() if value is not None]
    return f"{SCHEME}:{'&'.join(parts)}"


def read(text: str) -> DeepLink:
    """What a text names, without looking anything up.

    Raises:
        LinkError: the text is no link of this program, or a part of it is malformed.
    """
    if len(text) > _LONGEST:
        raise LinkError(f"a link has at most {_LONGEST} characters, and this one has {len(text)}")
    if not text.isprintable() or " " in text:
        raise LinkError(f"{quoted(text)} is no link, because it holds a space, a line break or a control character")
    scheme, colon, body = text.partition(":")
    if not colon or scheme.casefold() != SCHEME:
        raise LinkError(f"{quoted(text)} is no link of this program; one begins with '{SCHEME}:view='")
    found: dict[str, str] = {}
    for part in body.split("&") if body else ():
        key, value = _part(part)
        if key in found:
            raise LinkError(f"the link says {key!r} twice; leave one of them out")
        found[key] = value
    step, at = found.pop("step", None), found.pop("at", None)
    return DeepLink(step=None if step is None else _step(step), at=None if at is None else _seconds(at), **found)


def quoted(text: str) -> str:
    """A faulty text as an error repeats it: in quotes, and cut when it is long."""
    return repr(text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…")


def _encoded(value: str | int | float) -> str:
    if isinstance(value, float):
        # The shortest text that gives the same number: a moment rounded up would lie in the step after it.
        return repr(value + 0.0).removesuffix(".0").replace("+", "%2B")
    return quote_plus(str(value), safe=":")


def _part(part: str) -> tuple[str, str]:
    key, equals, written = part.partition("=")
    if not equals or not written:
        raise LinkError(f"the part {quoted(part)} of the link is not in the form key=value, such as view=overview")
    if key not in DeepLink._fields:
        close = nearest(key[:_LONGEST_VALUE], DeepLink._fields)
        advice = f"the nearest is {close!r}" if close else f"choose from {', '.join(DeepLink._fields)}"
        raise LinkError(f"a link has no part {quoted(key)}; {advice}")
    if _BROKEN_PERCENT.search(written):
        raise LinkError(f"{key} in the link holds a '%' without two hexadecimal digits; write %25 for the sign itself")
    try:
        value = unquote_plus(written, errors="strict")
    except UnicodeDecodeError:
        raise LinkError(f"{key} in the link is not in UTF-8; copy the link again from the program") from None
    if len(value) > _LONGEST_VALUE or not value.isprintable():
        raise LinkError(f"{key} in the link is no name of at most {_LONGEST_VALUE} printable characters")
    return key, value


def _step(written: str) -> int:
    if not _STEP.fullmatch(written):
        raise LinkError(f"{quoted(written)} in the link is no step; steps are numbered from 1")
    return int(written)


def _seconds(written: str) -> float:
    seconds = float(written) if _SECONDS.fullmatch(written) else math.nan
    if not math.isfinite(seconds):
        raise LinkError(f"{quoted(written)} in the link is no moment in seconds; write a number from 0, such as 2.5")
    return seconds
