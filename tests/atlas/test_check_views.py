"""Views that cannot be laid out, and what they fail to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import append, copy_tiny_pack, edit, line_of, only, problems_of, write

VIEW = "views/all.yaml"
AGENT = "      - component: agent\n        at: r1 c1\n        style: hero\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_tiny_pack(tmp_path)


def add_card(pack: Path, *lines: str) -> None:
    """Adds a card to the host's zone, which is the last; its place in the list is 2."""
    append(pack, VIEW, "      - " + "\n        ".join(lines) + "\n")


@pytest.mark.parametrize(
    ("old", "new", "key", "size"),
    [
        ("width: 800", "width: 0", "width", "0"),
        ("height: 600", "height: -1", "height", "-1"),
        ("height: 600", "height: 1000000", "height", "1e+06"),
        ("rows: [1, 2.5]", "rows: [1, 0.0]", "rows[1]", "0"),
        ("columns: [1, 1]", "columns: [1, -1]", "zones[1].columns[1]", "-1"),
        ("opens: [kernel]", "gap: 0", "gap", "0"),
        ("title: Host", "title: Host\n    gap: -12", "zones[1].gap", "-12"),
    ],
)
def test_measure_that_is_not_positive(pack: Path, old: str, new: str, key: str, size: str) -> None:
    edit(pack, VIEW, old, new)
    problem = only(problems_of(pack))
    assert (problem.file, problem.key) == (VIEW, key)
    assert problem.line == line_of(pack, VIEW, new.splitlines()[-1])
    assert problem.text == f"is {size} and must be greater than 0 and at most 100,000"


def test_largest_measure_is_allowed(pack: Path) -> None:
    edit(pack, VIEW, "width: 800", "width: 100000")
    assert problems_of(pack) == ()


@pytest.mark.parametrize(
    ("old", "new", "key", "grid"),
    [
        ("at: r1 c2", "at: r1 c3", "zones[1].cards[1].at", "1 × 2"),
        ("at: r1 c2", "at: r2 c2", "zones[1].cards[1].at", "1 × 2"),
        ("at: r2 c1", "at: r2 c1-2", "zones[1].at", "2 × 1"),
        ("at: r2 c1", "at: r2-3 c1", "zones[1].at", "2 × 1"),
    ],
)
def test_box_outside_its_grid(pack: Path, old: str, new: str, key: str, grid: str) -> None:
    edit(pack, VIEW, old, new)
    problem = only(problems_of(pack))
    assert (problem.file, problem.line, problem.key) == (VIEW, line_of(pack, VIEW, new), key)
    assert problem.text == f"lies outside its grid of {grid} (rows × columns)"


def test_cards_that_overlap_in_some_era(pack: Path) -> None:
    edit(pack, VIEW, "at: r1 c2", "at: r1 c1-2")
    problem = only(problems_of(pack))
    assert (problem.line, problem.key) == (line_of(pack, VIEW, "at: r1 c1-2"), "zones[1].cards[1].at")
    assert problem.text == "overlaps the card 'agent' in ESXi 8.0"


def test_zones_that_overlap(pack: Path) -> None:
    edit(pack, VIEW, "at: r2 c1", "at: r1-2 c1")
    problem = only(problems_of(pack))
    assert (problem.line, problem.key) == (line_of(pack, VIEW, "r1-2 c1"), "zones[1].at")
    assert problem.text == "overlaps the zone 'desk' in ESXi 5.0, ESXi 8.0"


def test_card_that_overlaps_a_zone_beside_it(pack: Path) -> None:
    inner = "    zones:\n      - {id: inner, title: '', at: r1 c2, columns: [1], rows: [1], eras: e8}\n"
    edit(pack, VIEW, "    component: kernel\n", "    component: kernel\n" + inner)
    problem = only(problems_of(pack))
    assert (problem.line, problem.key) == (line_of(pack, VIEW, "component: proxy") + 1, "zones[1].cards[1].at")
    assert problem.text == "overlaps the zone 'inner' in ESXi 8.0"


@pytest.mark.parametrize(
    ("agent", "other"),
    [
        ("eras: e5", ("component: proxy", "id: again", "at: r1 c1")),  # the life of the component
        ("eras: ..e5", ("component: client", "id: again", "at: r1 c1", "eras: e8..")),  # the range of the card
    ],
)
def test_cards_may_share_a_place_in_different_eras(pack: Path, agent: str, other: tuple[str, ...]) -> None:
    edit(pack, VIEW, AGENT, AGENT + f"        {agent}\n")
    edit(pack, VIEW, "spine: [L3]\n", "")
    add_card(pack, *other)
    assert problems_of(pack) == ()


def test_life_of_a_zone_reaches_what_is_inside(pack: Path) -> None:
    edit(pack, VIEW, "component: kernel", "component: kernel\n    eras: e5")
    found = {problem.key: problem.text for problem in problems_of(pack)}
    assert found.pop("zones[1].cards[1].component").startswith("is never shown")
    assert set(found) == {"at_rest[1]", "spine[0]"}


def test_component_twice_without_an_id(pack: Path) -> None:
    edit(pack, VIEW, "columns: [1, 1]", "columns: [1, 1, 1]")
    add_card(pack, "component: agent", "at: r1 c3")
    problem = only(problems_of(pack))
    assert (problem.file, problem.key) == (VIEW, "zones[1].cards[2].component")
    assert problem.line == line_of(pack, VIEW, "r1 c3") - 1
    assert problem.text == "shows 'agent' a second time without an id of its own"
    assert problem.hint == "give this card an id; the first is zones[1].cards[0]"


def test_component_twice_with_an_id(pack: Path) -> None:
    edit(pack, VIEW, "columns: [1, 1]", "columns: [1, 1, 1]")
    add_card(pack, "component: agent", "id: second", "at: r1 c3")
    assert problems_of(pack) == ()


def test_component_that_moves_between_eras_needs_no_id(pack: Path) -> None:
    edit(pack, VIEW, AGENT, AGENT + "        eras: e5\n")
    edit(pack, VIEW, "columns: [1, 1]", "columns: [1, 1, 1]")
    add_card(pack, "component: agent", "at: r1 c3", "eras: e8")
    assert problems_of(pack) == ()


def test_card_id_that_stands_twice(pack: Path) -> None:
    edit(pack, VIEW, AGENT, AGENT + "        id: box\n        eras: e5\n")
    edit(pack, VIEW, "columns: [1, 1]", "columns: [1, 1, 1]")
    add_card(pack, "component: agent", "id: box", "at: r1 c3", "eras: e8")
    problem = only(problems_of(pack))
    assert (problem.key, problem.line) == ("zones[1].cards[2].id", line_of(pack, VIEW, "r1 c3") - 1)
    assert (problem.text, problem.hint) == (
        "is 'box', which another card of the view has already",
        "the first is zones[1].cards[0]",
    )


def test_zone_id_that_stands_twice(pack: Path) -> None:
    edit(pack, VIEW, "id: host", "id: desk")
    problem = only(problems_of(pack))
    assert (problem.key, problem.line) == ("zones[1].id", line_of(pack, VIEW, "title: Host") - 1)
    assert (problem.text, problem.hint) == (
        "is 'desk', which another zone of the view has already",
        "the first is zones[0]",
    )


def test_card_that_is_never_shown(pack: Path) -> None:
    edit(pack, VIEW, "columns: [1, 1]", "columns: [1, 1, 1]")
    add_card(pack, "component: proxy", "id: early", "at: r1 c3", "eras: e5")
    problem = only(problems_of(pack))
    assert (problem.key, problem.line) == ("zones[1].cards[2].component", line_of(pack, VIEW, "early") - 1)
    assert problem.text == "is never shown: its eras, its component's and those around it do not meet"


def test_component_in_no_view(pack: Path) -> None:
    content = (pack / "components/kernel.yaml").read_text(encoding="utf-8")
    write(pack, "components/module.yaml", content.replace("id: kernel", "id: module"))
    problem = only(problems_of(pack))
    assert (problem.file, problem.line, problem.key) == ("components/module.yaml", 1, "id")
    assert (problem.text, problem.hint) == ("is 'module', which no view shows", "add a card for it to a view")


def test_zone_shows_its_component(pack: Path) -> None:
    edit(pack, VIEW, "    component: kernel\n", "")
    problem = only(problems_of(pack))
    assert (problem.file, problem.text) == ("components/kernel.yaml", "is 'kernel', which no view shows")


@pytest.mark.parametrize(("key", "old"), [("at_rest", "at_rest: [L1, L2]"), ("spine", "spine: [L3]")])
def test_link_with_an_end_that_is_not_on_the_view(pack: Path, key: str, old: str) -> None:
    edit(pack, VIEW, old, f"{key}: [L1]")
    edit(pack, VIEW, "component: client", "component: kernel")
    problem = next(problem for problem in problems_of(pack) if problem.key == f"{key}[0]")
    assert (problem.file, problem.line) == (VIEW, line_of(pack, VIEW, f"{key}:"))
    assert problem.text == "is 'L1', whose end 'client' is not on the view while the link exists"
    assert problem.hint == "add a card for it or for its parent, or remove the link"


def test_link_whose_end_is_shown_only_in_other_eras(pack: Path) -> None:
    edit(
        pack, VIEW, "- component: client\n        at: r1 c1", "- component: client\n        at: r1 c1\n        eras: e8"
    )
    assert [problem.key for problem in problems_of(pack)] == ["at_rest[0]"]


def test_link_end_may_be_shown_by_its_parent(pack: Path) -> None:
    edit(pack, VIEW, AGENT, "")
    assert [problem.file for problem in problems_of(pack)] == ["components/agent.yaml"]
