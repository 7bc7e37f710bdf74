"""Tours with stops that ask for what their view cannot show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import edit, line_of, only, problems_of

FILE = "tours/short.yaml"


def test_a_tour_that_fits_is_no_problem(toured: Path) -> None:
    assert problems_of(toured) == ()


@pytest.mark.parametrize(
    ("old", "new", "key", "text", "hint"),
    [
        (
            "[kernel, proxy]",
            "[kernel, prox]",
            "stops[0].frame[1]",
            "is 'prox', which the view 'all' does not show in ESXi 8.0",
            "is 'proxy'",
        ),
        ("[client, kernel]", "[klient]", "stops[0].emphasis[0]", "names the component 'klient', which", "is 'client'"),
        ("select: agent", "select: agend", "stops[0].select", "names the component or link 'agend'", "is 'agent'"),
        ("select: L1", "select: L2", "stops[1].select", "is the link 'L2', which does not exist in ESXi 5.0", ""),
        ("era: e5", "era: e6", "stops[1].era", "names the era 'e6', which does not exist", "nearest is"),
        ("flow: F01/refused", "flow: F01/refuse", "stops[2].flow", "names the flow 'F01/refuse'", "'F01/refused'"),
        ("flow: F01/refused", "flow: F11/refused", "stops[2].flow", "names the flow 'F11/refused'", "'F01/refused'"),
        ("first_step: ask", "first_step: asks", "stops[1].first_step", "'F01' does not have in ESXi 5.0", "is 'ask'"),
        ("last_step: 2", "last_step: 3", "stops[1].last_step", "names the step '3', which 'F01'", "the steps 1 to 2"),
        ("last_step: 2", "last_step: forward", "stops[1].last_step", "'F01' does not have in ESXi 5.0", ""),
        ("first_step: ask", "first_step: a b", "stops[1].first_step", "is not the id of a step, or its number", ""),
        ("minutes: 0.5", "minutes: 0", "stops[0].minutes", "is 0 and must be greater than 0 and at most 120", ""),
        ("minutes: 2", "minutes: 121", "stops[2].minutes", "is 121 and must be greater than 0", ""),
        ("minutes: 0.5", "screen: true\n    minutes: 0.5", "stops[0].screen", "the stop opens none", "name the lab"),
        ("    lab: bench\n", "", "stops[2].preset", "belongs to a lab, and the stop opens none", "name the lab"),
        (
            "id: refused",
            "id: Ask",
            "stops[2].id",
            "is 'Ask', which another stop of the tour has already",
            "stops[1].id",
        ),
        (
            "four".title(),
            "Four " * 40 + "or so",
            "stops[0].caption",
            "characters without its marks; at most 150",
            "notes",
        ),
        ("Ask why. [gk]", "Ask why. [v:S7]", "stops[2].notes[0]", "cites the source 'S7'", ""),
    ],
)
def test_what_does_not_fit_is_named(toured: Path, old: str, new: str, key: str, text: str, hint: str) -> None:
    edit(toured, FILE, old, new)
    problem = only(problems_of(toured))
    assert (problem.file, problem.key) == (FILE, key)
    assert problem.line is not None
    assert text in problem.text
    assert hint in problem.hint


def test_the_line_of_a_part_is_its_own(toured: Path) -> None:
    edit(toured, FILE, "select: agent", "select: agend")
    assert only(problems_of(toured)).line == line_of(toured, FILE, "select: agend")


def test_parts_that_the_era_lacks_cannot_be_framed_lit_or_selected(toured: Path) -> None:
    edit(
        toured,
        FILE,
        "    era: e5\n    select: L1",
        "    era: e5\n    select: proxy\n    frame: [proxy]\n    emphasis: [proxy]",
    )
    found = {problem.key: problem.text for problem in problems_of(toured)}
    assert set(found) == {"stops[1].frame[0]", "stops[1].emphasis[0]"}
    assert found["stops[1].frame[0]"] == "is 'proxy', which the view 'all' does not show in ESXi 5.0"


def test_a_part_inside_a_drawn_one_may_be_selected(toured: Path) -> None:
    edit(toured, "views/all.yaml", "      - component: proxy\n        at: r1 c2\n", "")
    edit(toured, FILE, "frame: [kernel, proxy]\n    select: agent", "frame: [kernel]\n    select: proxy")
    assert [problem.key for problem in problems_of(toured) if problem.file == FILE] == []


def test_a_link_whose_end_is_not_on_the_view_cannot_be_selected(toured: Path) -> None:
    edit(
        toured,
        "views/all.yaml",
        "      - component: client\n        at: r1 c1\n",
        "      - component: agent\n        at: r1 c1\n        id: twin\n",
    )
    edit(toured, FILE, "emphasis: [client, kernel]", "emphasis: [kernel]")
    found = [problem for problem in problems_of(toured) if problem.file == FILE]
    assert only(found).text == "is the link 'L1', whose end 'client' the view does not show in ESXi 5.0"


def test_a_flow_that_the_era_does_not_offer(toured: Path) -> None:
    edit(toured, "flows/F01.yaml", "view: all", "view: all\neras: e8")
    edit(toured, "flows/F01.yaml", "    eras: ..e5\n", "    eras: e8\n")
    found = [problem for problem in problems_of(toured) if problem.file == FILE]
    assert only(found).text == "is 'F01', which is not offered in ESXi 5.0"


def test_steps_run_forwards_and_belong_to_a_flow(toured: Path) -> None:
    edit(toured, FILE, "first_step: ask\n    last_step: 2", "first_step: do\n    last_step: 1")
    assert only(problems_of(toured)).text == "is '1', which comes before the first step of the stop"
    edit(toured, FILE, "    flow: F01\n", "")
    first, last = problems_of(toured)
    assert (first.key, last.key) == ("stops[1].first_step", "stops[1].last_step")
    assert first.text == "names a step, and the stop plays no flow"
