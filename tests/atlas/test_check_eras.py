"""Versions, ranges of eras, and links whose ends never meet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import copy_tiny_pack, edit, line_of, only, problems_of
from vmexplorer.atlas.checks import MAX_ERAS


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_tiny_pack(tmp_path)


def test_until_before_since(pack: Path) -> None:
    edit(pack, "components/kernel.yaml", "since: 5.0 [gk]", "since: 5.1 [gk]\nuntil: 5.0 U2 [gk]")
    problem = only(problem for problem in problems_of(pack) if problem.file == "components/kernel.yaml")
    assert (problem.line, problem.key) == (line_of(pack, "components/kernel.yaml", "until:"), "until")
    assert problem.text == "is 5.0 U2, which is before since, 5.1"


def test_since_before_the_first_era(pack: Path) -> None:
    edit(pack, "links.yaml", "since: 5.0 [v:S1]", "since: 4.1 [v:S1]")
    problem = only(problems_of(pack))
    assert (problem.file, problem.key) == ("links.yaml", "links[0].since")
    assert problem.line == line_of(pack, "links.yaml", "since: 4.1")
    assert problem.text == "is 4.1, which is before the first era begins"
    assert problem.hint == "the first era begins with 5.0"


@pytest.mark.parametrize("version", ["5.0 U0", "4.1"])
def test_eras_out_of_order(pack: Path, version: str) -> None:
    edit(pack, "pack.yaml", "first: 8.0", f"first: {version}")
    problem = only(problem for problem in problems_of(pack) if problem.file == "pack.yaml")
    assert (problem.line, problem.key) == (line_of(pack, "pack.yaml", f"first: {version}"), "eras[1].first")
    assert problem.text == f"is {version.removesuffix(' U0')}, which is not after 5.0, where the era before begins"
    assert problem.hint == "list the eras oldest first"


def test_range_names_unknown_eras(pack: Path) -> None:
    edit(pack, "flows/F01.yaml", "eras: ..e5", "eras: e4..e55")
    first, second = [problem for problem in problems_of(pack) if problem.key == "steps[0].eras"]
    assert first.line == second.line == line_of(pack, "flows/F01.yaml", "e4..e55")
    assert first.text == "names the era 'e4', which does not exist"
    assert (second.text, second.hint) == ("names the era 'e55', which does not exist", "the nearest is 'e5'")


def test_range_runs_backwards(pack: Path) -> None:
    edit(pack, "views/all.yaml", "style: hero", "style: hero\n        eras: e8..e5")
    problem = only(problem for problem in problems_of(pack) if problem.key.endswith("eras"))
    assert (problem.file, problem.key) == ("views/all.yaml", "zones[1].cards[0].eras")
    assert problem.line == line_of(pack, "views/all.yaml", "e8..e5")
    assert (problem.text, problem.hint) == ("runs backwards, from e8 to e5", "write e5..e8")


def test_link_between_components_that_never_meet(pack: Path) -> None:
    edit(pack, "components/client.yaml", "since: 5.0 [gk]", "since: 5.0 [gk]\nuntil: 5.5 [gk]")
    problem = only(problem for problem in problems_of(pack) if problem.file == "links.yaml")
    assert (problem.line, problem.key) == (line_of(pack, "links.yaml", "to: proxy"), "links[1].to")
    assert problem.text == "joins 'client' and 'proxy', which are never there in the same era"


def test_link_that_never_meets_its_ends(pack: Path) -> None:
    edit(pack, "links.yaml", "since: 8.0 [v:S2]\n    via", "since: 5.0 [v:S2]\n    until: 5.5 [v:S2]\n    via")
    problem = only(problem for problem in problems_of(pack) if problem.file == "links.yaml")
    assert (problem.key, problem.text) == ("links[2].since", "leaves no era in which the link and both its ends exist")
    assert problem.line == line_of(pack, "links.yaml", "until: 5.5") - 1
    assert problem.hint == "its ends meet in ESXi 8.0"


def test_too_many_eras(pack: Path) -> None:
    eras = "".join(
        f'  - {{id: n{number}, name: N, short: "{number}", first: "{9 + number}.0", years: "1", reason: R}}\n'
        for number in range(MAX_ERAS)
    )
    with (pack / "pack.yaml").open("a", encoding="utf-8") as file:
        file.write(eras)
    problem = only(problems_of(pack))
    assert (problem.file, problem.line, problem.key) == ("pack.yaml", 7, "eras")
    assert problem.text == "has 52 eras; at most 50 fit the slider"
