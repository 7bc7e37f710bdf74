"""The shipped themes can be read by everybody, and a wrong theme file is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.colours import DEUTAN, PROTAN, contrast, distance
from vmexplorer import resources
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.theme import Role, Theme, find_theme, read_theme, theme_names
from vmexplorer.errors import PackError, Problem, UnknownNameError

FOLDER = resources.root() / "themes"
NAMES = theme_names(FOLDER)
TEXT, SHAPE = 4.5, 3.0  # the ratios that WCAG 2 asks for text and for shapes that carry meaning

# On what each role is written or drawn.
GROUNDS = {
    Role.TEXT: (TEXT, (Role.CARD, Role.PANEL, Role.ZONE, Role.CANVAS, Role.CHIP)),
    Role.SOFT: (TEXT, (Role.CARD, Role.PANEL, Role.ZONE, Role.CANVAS, Role.CHIP)),
    Role.FAINT: (TEXT, (Role.PANEL, Role.CARD)),
    Role.ON_ACCENT: (TEXT, (Role.ACCENT,)),
    Role.LINK: (SHAPE, (Role.ZONE, Role.CANVAS)),
    Role.ACCENT: (SHAPE, (Role.PANEL, Role.CANVAS)),
    Role.RUNNING: (SHAPE, (Role.CARD,)),
    Role.WARNING: (SHAPE, (Role.CARD,)),
    Role.FAULT: (SHAPE, (Role.CARD,)),
    Role.LOADER_TITLE: (TEXT, (Role.LOADER_GROUND,)),
    Role.LOADER_TEXT: (TEXT, (Role.LOADER_GROUND,)),
    Role.LOADER_KEY: (TEXT, (Role.LOADER_GROUND,)),
}
STRONG_KINDS = (Kind.KERNEL, Kind.USER_WORLD, Kind.VM_PROCESS, Kind.VCENTER, Kind.STORAGE)
TOLD_APART = 8.0


@pytest.fixture(params=NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return find_theme(FOLDER, request.param)


def test_three_themes_are_shipped_under_their_own_names() -> None:
    assert NAMES == ("dark", "light", "projector")
    assert [find_theme(FOLDER, name).id for name in NAMES] == list(NAMES)
    assert [find_theme(FOLDER, name).dark for name in NAMES] == [True, False, False]


def test_measures_are_right_for_known_colours() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert distance("#FFFFFF", "#000000") == pytest.approx(100.0, abs=0.1)
    assert distance("#00FF00", "#FF0000") > 8 * distance("#00FF00", "#FFC000", DEUTAN)
    # Greys look the same to everybody.
    assert distance("#808080", "#404040", PROTAN) == pytest.approx(distance("#808080", "#404040"), abs=0.5)


def test_dark_themes_are_dark(theme: Theme) -> None:
    darker_ground = contrast(theme.roles[Role.CANVAS], "#000000") < contrast(theme.roles[Role.CANVAS], "#FFFFFF")
    assert darker_ground is theme.dark


def test_texts_and_marks_stand_out_from_their_ground(theme: Theme) -> None:
    poor = [
        f"{role} on {ground}: {ratio:.2f}"
        for role, (wanted, grounds) in GROUNDS.items()
        for ground in grounds
        if (ratio := contrast(theme.roles[role], theme.roles[ground])) < wanted
    ]
    assert poor == []


def test_kinds_stand_out_as_lines_and_icons(theme: Theme) -> None:
    poor = [
        f"{kind} on {ground}: {ratio:.2f}"
        for kind, colour in theme.kinds.items()
        for ground in (Role.CARD, Role.ZONE)
        if (ratio := contrast(colour, theme.roles[ground])) < SHAPE
    ]
    assert poor == []


def test_card_is_seen_on_its_zone_by_its_fill_or_its_frame(theme: Theme) -> None:
    fill, frame = (contrast(theme.roles[role], theme.roles[Role.ZONE]) for role in (Role.CARD, Role.CARD_LINE))
    assert fill >= 1.1 or frame >= SHAPE
    assert frame > fill


@pytest.mark.parametrize("sight", [PROTAN, DEUTAN], ids=["protan", "deutan"])
def test_kinds_are_told_apart_with_fewer_cones(theme: Theme, sight: tuple[Any, Any, Any]) -> None:
    alike = {
        frozenset((one, other))
        for one, other in combinations(STRONG_KINDS, 2)
        if distance(theme.kinds[one], theme.kinds[other], sight) < TOLD_APART
    }
    # On a light ground kernel and storage cannot be both dark enough and far apart: the icon tells them apart.
    assert alike <= (set() if theme.dark else {frozenset((Kind.KERNEL, Kind.STORAGE))})


def test_every_kind_has_an_icon_of_its_own_shape() -> None:
    drawings = {file.stem: file.read_bytes() for file in (resources.root() / "icons").glob("*.svg")}
    kinds = {name: drawing for name, drawing in drawings.items() if name != "app"}
    assert len(kinds) == len(Kind)
    assert len(set(kinds.values())) == len(Kind)


def test_share_that_remains_visible_while_dimmed_is_larger_on_the_projector() -> None:
    dims = {name: find_theme(FOLDER, name).dim for name in NAMES}
    assert dims["projector"] > dims["dark"]
    assert all(0.2 <= dim <= 0.5 for dim in dims.values())


def test_names_on_small_cards_are_larger_on_the_projector() -> None:
    sizes = {name: find_theme(FOLDER, name).names for name in NAMES}
    assert sizes["projector"] > sizes["dark"] == sizes["light"] >= 13


def test_every_role_and_kind_has_a_colour(theme: Theme) -> None:
    assert set(theme.roles) == set(Role)
    assert set(theme.kinds) == set(Kind)


# Wrong files

Change = Callable[[dict[str, Any]], object]


def problems_of(folder: Path, change: Change) -> tuple[Problem, ...]:
    """What is wrong with a changed copy of the dark theme."""
    data = json.loads((FOLDER / "dark.json").read_text(encoding="utf-8"))
    change(data)
    file = folder / "dark.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_theme(file)
    return caught.value.problems


def only(problems: tuple[Problem, ...]) -> Problem:
    (problem,) = problems
    return problem


def test_missing_colour_is_named(tmp_path: Path) -> None:
    problem = only(problems_of(tmp_path, lambda data: data["roles"].pop("card line")))
    assert str(problem) == "dark.json: roles.card line: is missing"


def test_missing_section_lacks_every_colour(tmp_path: Path) -> None:
    found = problems_of(tmp_path, lambda data: data.pop("kinds"))
    assert {problem.key for problem in found} == {f"kinds.{kind}" for kind in Kind}


def test_unknown_name_is_named_with_the_nearest(tmp_path: Path) -> None:
    problem = only(problems_of(tmp_path, lambda data: data["roles"].update({"card lines": "#000000"})))
    assert str(problem) == "dark.json: roles.card lines: is not known (the nearest is 'card line')"
    problem = only(problems_of(tmp_path, lambda data: data["kinds"].update({"qqq": "#000000"})))
    assert str(problem) == "dark.json: kinds.qqq: is not known"


def test_misspelt_name_is_unknown_and_the_right_one_is_missing(tmp_path: Path) -> None:
    found = problems_of(tmp_path, lambda data: data["kinds"].update({"kernal": data["kinds"].pop("kernel")}))
    assert [(problem.key, problem.hint) for problem in found] == [
        ("kinds.kernal", "the nearest is 'kernel'"),
        ("kinds.kernel", ""),
    ]


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "#12345G", "12345678", 17, None, ["#000000"]])
def test_malformed_colour_is_named(tmp_path: Path, colour: object) -> None:
    problem = only(problems_of(tmp_path, lambda data: data["roles"].update({"text": colour})))
    assert problem.key == "roles.text"
    assert ("is missing" if colour is None else repr(colour)) in problem.text


@pytest.mark.parametrize("dim", [0, 1, -0.5, 1.5, "0.3", None, True, [0.3], float("nan")])
def test_dim_must_be_a_share(tmp_path: Path, dim: object) -> None:
    problem = only(problems_of(tmp_path, lambda data: data.update({"dim": dim})))
    assert (problem.key, problem.text) == ("dim", f"is {dim!r}; it must lie between 0 and 1")


@pytest.mark.parametrize("size", [8, 40, -13, "13", None, True, float("nan")])
def test_size_of_names_that_nobody_wants_is_refused(tmp_path: Path, size: object) -> None:
    problem = only(problems_of(tmp_path, lambda data: data.update({"names": size})))
    assert (problem.key, problem.text) == ("names", f"is {size!r}; it must lie between 8 and 40")


def test_every_problem_is_reported_at_once(tmp_path: Path) -> None:
    def spoil(data: dict[str, Any]) -> None:
        data["roles"].pop("text")
        data["kinds"]["client"] = "blue"
        data["dim"] = 2

    assert [problem.key for problem in problems_of(tmp_path, spoil)] == ["roles.text", "kinds.client", "dim"]


@pytest.mark.parametrize(
    ("content", "line", "text"),
    [
        (b'{"id": "dark",\n nonsense}', 2, "is not JSON"),
        (b"", 1, "is not JSON"),
        (b"\xff\xfe\xfa", None, "is not JSON"),
        (b"[1, 2]", 1, "is not an object"),
    ],
)
def test_file_that_is_no_theme_is_named(tmp_path: Path, content: bytes, line: int | None, text: str) -> None:
    file = tmp_path / "odd.json"
    file.write_bytes(content)
    with pytest.raises(PackError) as caught:
        read_theme(file)
    problem = only(caught.value.problems)
    assert (problem.file, problem.line) == ("odd.json", line)
    assert problem.text.startswith(text)


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"gone\.json: cannot be read: "):
        read_theme(tmp_path / "gone.json")


def test_theme_is_found_whatever_the_case_of_its_letters() -> None:
    assert find_theme(FOLDER, "Projector").id == "projector"


def test_unknown_theme_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="there is no theme 'darc'; the nearest is 'dark'"):
        find_theme(FOLDER, "darc")


def test_names_come_from_the_files_in_order(tmp_path: Path) -> None:
    for name in ("beta.json", "alpha.json", "notes.txt"):
        (tmp_path / name).write_text("{}")
    assert theme_names(tmp_path) == ("alpha", "beta")


def test_name_and_dim_may_be_left_out(tmp_path: Path) -> None:
    data = json.loads((FOLDER / "light.json").read_text(encoding="utf-8"))
    for key in ("id", "name", "dim", "names", "dark"):
        del data[key]
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    theme = read_theme(file)
    assert (theme.id, theme.name, theme.dark, theme.dim, theme.names) == ("mine", "mine", False, 0.25, 13.0)
