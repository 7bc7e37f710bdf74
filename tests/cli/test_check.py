"""``check`` names every problem at once, and says apart a broken pack and one that cannot be opened."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK, copy_tiny_pack, edit, line_of, problems_of
from tests.helpers.tours import TOUR_FILE, add_tour

Run = Callable[..., Outcome]


def test_sound_pack_gives_one_line_of_counts(run: Run) -> None:
    code, out, error = run("check", TINY_PACK)
    assert (code, error) == (0, "")
    assert out == "Tiny Pack: 4 components, 3 links, 1 flow, 1 view; no problems\n"


def test_shipped_pack_is_sound_and_is_the_usual_one(run: Run) -> None:
    code, out, _ = run("check")
    assert code == 0, out
    assert re.fullmatch(
        r"ESXi Architecture: \d+ components, \d+ links, \d+ flows, \d+ views, \d+ tours; no problems\n", out
    )


def test_every_problem_has_a_line_with_its_place_and_remedy(run: Run, tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "views/all.yaml", "component: client", "component: clint")
    edit(pack, "links.yaml", "plain HTTP", "X" * 90)
    edit(pack, "components/agent.yaml", "parent: kernel", "parent: kernal")
    code, out, error = run("check", pack)
    *lines, last = out.splitlines()
    assert (code, error) == (1, "")
    assert lines == [str(problem) for problem in problems_of(pack)]
    assert last == f"{len(lines)} problem{'s' if len(lines) > 1 else ''} in {pack}"
    place = line_of(pack, "links.yaml", "XXX")
    assert any(line.startswith(f"links.yaml:{place}: links[2].protocol: ") for line in lines)


def test_problems_between_files_come_together(run: Run, tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "views/all.yaml", "component: client", "component: clint")
    edit(pack, "components/agent.yaml", "parent: kernel", "parent: kernal")
    out = run("check", pack).out
    assert "views/all.yaml" in out
    assert "(the nearest is 'client')" in out
    assert "components/agent.yaml" in out
    assert "(the nearest is 'kernel')" in out


def test_empty_folder_is_a_broken_pack(run: Run, tmp_path: Path) -> None:
    code, out, error = run("check", tmp_path)
    assert (code, error) == (1, "")
    assert "pack.yaml: is missing" in out


def test_name_of_a_file_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    try:
        (pack / "\x1b[2Jodd").write_text("x", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")
    code, out, _ = run("check", pack)
    assert code == 1
    assert "\x1b" not in out
    assert "\\x1b[2Jodd" in out


def test_missing_folder_cannot_be_checked_and_the_nearest_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mypack").mkdir()
    missing = tmp_path / "mypak"
    code, out, error = run("check", missing)
    assert (code, out) == (2, "")
    assert (
        error == f"vmexplorer: there is no pack folder {str(missing)!r}; did you mean {str(tmp_path / 'mypack')!r}?\n"
    )


def test_missing_parent_folder_is_no_riddle(run: Run, tmp_path: Path) -> None:
    code, _, error = run("check", tmp_path / "a" / "b")
    assert code == 2
    assert error == f"vmexplorer: there is no pack folder {str(tmp_path / 'a' / 'b')!r}\n"


def test_file_is_no_pack_folder_but_its_folder_may_be(run: Run) -> None:
    code, _, error = run("check", TINY_PACK / "pack.yaml")
    assert code == 2
    assert f"is a file, not a pack folder; did you mean {str(TINY_PACK)!r}?" in error


def test_folder_that_may_not_be_read_cannot_be_checked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("vmexplorer.cli.arguments.os.scandir", refused)
    code, _, error = run("check", TINY_PACK)
    assert code == 2
    assert error.endswith("cannot be opened: Permission denied\n")


def test_a_lab_that_a_tour_asks_for_in_vain_has_its_line(run: Run, tmp_path: Path) -> None:
    pack = add_tour(copy_tiny_pack(tmp_path))
    edit(pack, TOUR_FILE, "    frame: [client, proxy]\n", "    frame: [client, proxy]\n    lab: whatiff\n")
    code, out, _ = run("check", pack)
    assert code == 1
    place = line_of(pack, TOUR_FILE, "lab: whatiff")
    assert out.splitlines()[0] == (
        f"{TOUR_FILE}:{place}: stops[1].lab: there is no lab 'whatiff'; the nearest is 'whatif'"
    )
