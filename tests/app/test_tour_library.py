"""The user's own tours beside those of the pack."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.tour_library import TourLibrary
from vmexplorer.atlas.tour import Tour
from vmexplorer.errors import PackError, UnknownNameError, VmexplorerError

SHIPPED = shipped_atlas().tours
ORDER = ["ten-minutes", "vpxd-vpxa-hostd", "what-runs", "two-banks", "console", "not-responding"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "tours"


@pytest.fixture
def library(folder: Path) -> TourLibrary:
    return TourLibrary(shipped_atlas(), folder)


@pytest.fixture
def own() -> Tour:
    tour = SHIPPED["console"]
    return replace(tour, id="my-console", name="My console", stops=tour.stops[:2])


def test_without_own_tours_there_are_those_of_the_pack(library: TourLibrary) -> None:
    assert [tour.id for tour in library.tours] == ORDER
    assert library.problems == ()
    assert not library.is_own(SHIPPED["console"])


def test_a_saved_tour_is_there_at_the_next_start(library: TourLibrary, folder: Path, own: Tour) -> None:
    assert library.save(own) == folder / "my-console.yaml"
    assert library.tour("MY CONSOLE") is own
    again = TourLibrary(shipped_atlas(), folder)
    assert again.tours[-1] == own
    assert again.is_own(own)
    assert os.listdir(folder) == ["my-console.yaml"]


def test_saving_again_replaces(library: TourLibrary, folder: Path, own: Tour) -> None:
    library.save(own)
    library.save(replace(own, name="Another name"))
    assert [tour.name for tour in TourLibrary(shipped_atlas(), folder).tours][-1] == "Another name"
    assert len(library.tours) == len(SHIPPED) + 1


def test_a_tour_of_the_pack_cannot_be_replaced_or_deleted(library: TourLibrary) -> None:
    with pytest.raises(VmexplorerError, match="the pack has a tour 'console' of its own"):
        library.save(SHIPPED["console"])
    with pytest.raises(VmexplorerError, match="belongs to the pack"):
        library.delete(SHIPPED["console"])


def test_a_tour_that_does_not_fit_is_not_written(library: TourLibrary, folder: Path, own: Tour) -> None:
    library.save(own)
    broken = replace(own, stops=(replace(own.stops[0], select="nobody"),))
    with pytest.raises(PackError, match="names the component or link 'nobody'"):
        library.save(broken)
    assert TourLibrary(shipped_atlas(), folder).tour("my-console") == own


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, own: Tour) -> None:
    blocked = tmp_path / "tours"
    blocked.write_text("a file where a folder is wanted", encoding="utf-8")
    library = TourLibrary(shipped_atlas(), blocked)
    with pytest.raises(VmexplorerError, match=r"the tour cannot be written \(.+\): .*my-console\.yaml"):
        library.save(own)
    with pytest.raises(VmexplorerError, match="no folder in which tours could be kept"):
        TourLibrary(shipped_atlas(), None).save(own)


def test_tours_travel_as_files(library: TourLibrary, tmp_path: Path, own: Tour) -> None:
    file = tmp_path / "my-console.yaml"
    library.export(own, file)
    assert library.tours[-1].id != own.id
    assert library.open(file) == own
    assert library.is_own(own)


def test_a_deleted_tour_is_gone(library: TourLibrary, folder: Path, own: Tour) -> None:
    library.save(own)
    kept = library.delete(own)
    assert os.listdir(folder) == [kept.name] == ["my-console.yaml.deleted"]
    assert TourLibrary(shipped_atlas(), folder).problems == ()
    with pytest.raises(UnknownNameError, match="there is no tour 'my-console'"):
        library.tour("my-console")


def test_a_broken_file_is_passed_over_and_named(library: TourLibrary, folder: Path, own: Tour) -> None:
    library.save(own)
    text = (folder / "my-console.yaml").read_text(encoding="utf-8")
    view = f'view: "{own.stops[0].view}"'
    (folder / "broken.yaml").write_text(text.replace(view, 'view: "overvew"', 1), encoding="utf-8")
    (folder / "console.yaml").write_text(text.replace("my-console", "console", 1), encoding="utf-8")
    (folder / "notes.txt").write_text("not a tour", encoding="utf-8")
    again = TourLibrary(shipped_atlas(), folder)
    assert [tour.id for tour in again.tours][len(SHIPPED) :] == ["my-console"]
    said = [str(problem) for problem in again.problems]
    line = text[: text.index(view)].count("\n") + 1
    assert any(f"broken.yaml:{line}: stops[0].view: names the view 'overvew'" in one for one in said)
    assert any("console.yaml:1: id: is 'console', which a tour of the pack has already" in one for one in said)


def test_tours_of_the_user_lie_in_the_users_folder(home: Path, own: Tour) -> None:
    assert TourLibrary.of_user(shipped_atlas()).save(own).is_relative_to(home)
