"""Routes kept from one start to the next."""

from __future__ import annotations

import json
import os
from pathlib import Path as FilePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.strategies import paths
from vmexplorer.drawing.geometry import Path, Point, Rect
from vmexplorer.drawing.layout import Layout
from vmexplorer.drawing.route_book import RouteBook, fingerprint
from vmexplorer.drawing.wiring import Wiring

ROUTES = [Path([Point(0.0, 1.5), Point(30.0, 1.5), Point(30.0, 20.0)]), Path([Point(5.0, 5.0), Point(5.0, 9.0)])]


def test_saved_routes_are_found_again(tmp_path: FilePath) -> None:
    file = tmp_path / "cache" / "routes.json"
    book = RouteBook(file)
    book.keep("one", ROUTES)
    book.keep("none", [])
    book.save()
    again = RouteBook(file)
    assert again.paths("one") == ROUTES
    assert again.paths("none") == []
    assert again.paths("other") is None


@given(routes=st.lists(paths, max_size=4))
def test_routes_survive_being_kept(routes: list[Path]) -> None:
    book = RouteBook(None)
    book.keep("key", routes)
    assert book.paths("key") == routes


def test_kept_routes_are_there_before_they_are_saved() -> None:
    book = RouteBook(None)
    book.keep("one", ROUTES)
    book.save()
    assert book.paths("one") == ROUTES


def test_newer_routes_replace_older_ones(tmp_path: FilePath) -> None:
    file = tmp_path / "routes.json"
    book = RouteBook(file)
    book.keep("one", ROUTES)
    book.keep("one", ROUTES[:1])
    book.save()
    assert RouteBook(file).paths("one") == ROUTES[:1]


def test_file_is_written_only_when_something_is_new(tmp_path: FilePath) -> None:
    file = tmp_path / "routes.json"
    book = RouteBook(file)
    book.save()
    assert not file.exists()
    book.keep("one", ROUTES)
    book.save()
    file.unlink()
    book.save()
    assert not file.exists()


def test_book_keeps_the_newest_two_hundred(tmp_path: FilePath) -> None:
    file = tmp_path / "routes.json"
    book = RouteBook(file)
    for number in range(203):
        book.keep(f"key {number}", ROUTES)
    book.save()
    again = RouteBook(file)
    assert [again.paths(f"key {number}") is None for number in (0, 2, 3, 202)] == [True, True, False, False]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe\x00", b"[1, 2]", b"null", b'"text"', b"[" * 100_000],
    ids=["empty", "half", "no text", "a list", "null", "a string", "deep"],
)
def test_damaged_file_is_an_empty_book(tmp_path: FilePath, content: bytes) -> None:
    file = tmp_path / "routes.json"
    file.write_bytes(content)
    book = RouteBook(file)
    assert book.paths("one") is None
    book.keep("one", ROUTES)
    book.save()
    assert RouteBook(file).paths("one") == ROUTES


@pytest.mark.parametrize(
    "entry",
    [
        "text",
        7,
        {"0": 1},
        [[0, 0, 5]],
        [[]],
        [[0, 0]],
        [["0", "0", "5", "0"]],
        [[None, 0, 5, 0]],
        [[0, 0, 5, 0], 3],
        [[0, 0, float("nan"), 0]],
    ],
)
def test_damaged_entry_is_not_there(tmp_path: FilePath, entry: object) -> None:
    file = tmp_path / "routes.json"
    file.write_text(json.dumps({"bad": entry, "good": [[0, 1.5, 30, 1.5, 30, 20], [5, 5, 5, 9]]}))
    assert RouteBook(file).paths("bad") is None
    assert RouteBook(file).paths("good") == ROUTES


def test_place_that_cannot_be_written_is_tolerated(tmp_path: FilePath) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("in the way")
    book = RouteBook(blocker / "routes.json")
    book.keep("one", ROUTES)
    book.save()
    assert book.paths("one") == ROUTES
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_nothing_is_left_behind_when_the_book_cannot_take_its_place(tmp_path: FilePath) -> None:
    folder_in_the_way = tmp_path / "routes.json"
    folder_in_the_way.mkdir()
    book = RouteBook(folder_in_the_way)
    book.keep("one", ROUTES)
    book.save()
    assert list(tmp_path.iterdir()) == [folder_in_the_way]
    assert os.listdir(folder_in_the_way) == []


def test_every_picture_has_a_fingerprint_of_its_own(every_picture: tuple[Wiring, ...]) -> None:
    legs = {("a", "b"): ["L1"]}
    layouts = {wiring.layout for wiring in every_picture}
    prints = {fingerprint(layout, legs) for layout in layouts}
    drawn = {
        (
            layout.scene,
            tuple((box.id, box.rect) for box in layout.boxes),
            tuple(zone.title_rect for zone in layout.zones),
        )
        for layout in layouts
    }
    assert len(prints) == len(drawn)
    assert prints == {fingerprint(layout, dict(legs)) for layout in layouts}


def changed_layouts(layout: Layout) -> list[Layout]:
    """The same picture with one thing different that routes depend on."""
    card, zone = layout.cards[0], layout.zones[0]
    moved = card._replace(rect=card.rect._replace(x=card.rect.x + 1.0))
    framed = zone._replace(rect=zone.rect._replace(height=zone.rect.height - 1.0))
    titled = zone._replace(title_rect=Rect(*zone.title_rect[:2], zone.title_rect.width + 9.0, 18.0))
    return [
        layout._replace(width=layout.width + 1.0),
        layout._replace(cards=(moved, *layout.cards[1:])),
        layout._replace(cards=layout.cards[1:]),
        layout._replace(zones=(framed, *layout.zones[1:])),
        layout._replace(zones=(titled, *layout.zones[1:])),
    ]


def test_changed_layout_or_links_have_another_fingerprint(every_picture: tuple[Wiring, ...]) -> None:
    layout = every_picture[0].layout
    legs = {("a", "b"): ["L1"], ("b", "c"): ["L2"]}
    others = [fingerprint(other, legs) for other in changed_layouts(layout)]
    others.append(fingerprint(layout, {("b", "c"): ["L2"], ("a", "b"): ["L1"]}))
    others.append(fingerprint(layout, {("a", "b"): ["L1"]}))
    assert len({fingerprint(layout, legs), *others}) == len(others) + 1
