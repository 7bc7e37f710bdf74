"""Reads a tour from a file of its own, outside of a pack, and checks it against an atlas."""

from __future__ import annotations

from pathlib import Path

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.build import build
from vmexplorer.atlas.check_references import check_thing
from vmexplorer.atlas.check_tours import check_tour
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.nodes import Lines
from vmexplorer.atlas.pack_files import TOURS
from vmexplorer.atlas.tour import Tour
from vmexplorer.atlas.walk import Placed
from vmexplorer.atlas.yaml_reader import MAX_BYTES, read_yaml
from vmexplorer.errors import PackError, Problem


def read_tour(file: Path, atlas: Atlas) -> Tour:
    """The tour in a file, which has the name of the tour's id.

    Raises:
        PackError: the file cannot be read, or with every problem by line and key.
    """
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise PackError([Problem(str(file), None, "", f"cannot be read: {error.strerror or error}")]) from None
    tour = parse_tour(data, str(file), atlas)
    if file.stem != tour.id:
        text = f"is {quoted(tour.id)} and must match the name of the file"
        hint = f"rename the file to {tour.id}.yaml or change the id"
        raise PackError([Problem(str(file), 1, "id", text, hint)])
    return tour


def parse_tour(data: bytes, file: str, atlas: Atlas) -> Tour:
    """The tour that a file holds.

    Args:
        data: the content of the file.
        file: its name, for problems.
        atlas: the tour must lead through it.

    Raises:
        PackError: with every problem by line and key.
    """
    document = read_yaml(data, file)
    findings = Findings(Lines({file: document}))
    tour = build(Tour, document, file, findings)
    if tour is not None:
        if not tour.summary.endswith("."):
            findings.add(file, "summary", "does not end with a full stop")
        known = {
            "component": atlas.components,
            "view": atlas.views,
            "era": atlas.era_ids,
            "source": atlas.sources,
            "case": atlas.cases,
            "topic": atlas.topics,
        }
        check_thing(Placed(TOURS.name, file, "", tour), known, findings)
        check_tour(file, tour, atlas, findings)
    problems = findings.in_order()
    if tour is None or problems:
        raise PackError(problems)
    return tour
