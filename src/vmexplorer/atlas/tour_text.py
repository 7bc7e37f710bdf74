"""A tour written as a file of a pack; reading it gives the same tour."""

from __future__ import annotations

import json
from collections.abc import Iterable

from vmexplorer.atlas.evidence import Statement, written
from vmexplorer.atlas.tour import Stop, Tour


def tour_text(tour: Tour) -> str:
    """The content of the file ``tours/<id>.yaml``."""
    lines = [f"id: {_quoted(tour.id)}", f"name: {_quoted(tour.name)}", f"summary: {_quoted(tour.summary)}"]
    lines.append(f"order: {tour.order}")
    lines += [f"{key}: {_list(ids)}" for key, ids in {"cases": tour.cases, "topics": tour.topics}.items() if ids]
    lines.append("stops:")
    for stop in tour.stops:
        first, *others = _stop_lines(stop)
        lines += [f"  - {first}", *(f"    {line}" for line in others)]
    return "\n".join(lines) + "\n"


def _stop_lines(stop: Stop) -> Iterable[str]:
    yield f"id: {_quoted(stop.id)}"
    yield f"title: {_quoted(stop.title)}"
    yield f"view: {_quoted(stop.view)}"
    texts = {"era": stop.era or "", "select": stop.select, "flow": stop.flow, "lab": stop.lab, "preset": stop.preset}
    steps = {"first_step": stop.first_step, "last_step": stop.last_step}
    texts |= {key: str(step) for key, step in steps.items() if step is not None}
    yield from (f"{key}: {_quoted(text)}" for key, text in texts.items() if text)
    for key, ids in {"frame": stop.frame, "emphasis": stop.emphasis}.items():
        if ids:
            yield f"{key}: {_list(ids)}"
    if stop.screen:
        yield "screen: true"
    yield f"minutes: {stop.minutes!r}"
    for key, statements in {"caption": stop.caption, "notes": stop.notes}.items():
        yield f"{key}:"
        yield from (f"  - {_written(statement)}" for statement in statements)


def _list(ids: Iterable[str]) -> str:
    return f"[{', '.join([_quoted(id) for id in ids])}]"


def _written(statement: Statement) -> str:
    return _quoted(written(statement))


def _quoted(text: str) -> str:
    """A text in double quotes, in which YAML and JSON agree."""
    return json.dumps(text, ensure_ascii=False)
