"""The page of the boot banks in every size: nothing overlaps, nothing is cut, the show stays in sight."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.helpers.maps import differing, image
from tests.helpers.widgets import ink
from tests.ui.labs.banks.conftest import Bench
from vmexplorer.labs.banks.beat import BeatKind

SIZES = [(890, 870, 1.0), (610, 520, 1.0), (1780, 1800, 2.0), (480, 700, 1.0), (1200, 900, 1.25)]


def sized(bench: Bench, width: int, height: int, scale: float) -> None:
    bench.page.set_scale(scale)
    bench.page.resize(width, height)


def parts(bench: Bench) -> list[QWidget]:
    page = bench.page
    return [
        page.head,
        *page.cards,
        page.told,
        page.history,
        page.screen_view,
        page.controls,
        page.loaders,
        page.note,
        page.disk,
        page.store,
    ]


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
@pytest.mark.parametrize("story", ["T5", "three-banks"])
def test_no_part_lies_on_another_or_beyond_the_page(
    bench: Bench, width: int, height: int, scale: float, story: str
) -> None:
    sized(bench, width, height, scale)
    bench.lab.prepare(story)
    for one, other in combinations(parts(bench), 2):
        assert not one.geometry().intersects(other.geometry()), (type(one).__name__, type(other).__name__)
    for part in parts(bench):
        assert part.isVisible()
        assert part.width() > 0
        assert part.height() > 0
        assert part.geometry().left() >= 0
        assert part.geometry().right() < width
    assert bench.page.area.geometry().bottom() < bench.page.foot.geometry().top()
    assert bench.page.foot.geometry().bottom() == height - 1
    assert bench.page.area.height() > height // 2


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_no_button_is_cut(bench: Bench, width: int, height: int, scale: float) -> None:
    sized(bench, width, height, scale)
    bench.lab.prepare("three-banks")
    page = bench.page
    for row in (page.head, page.action_panel, page.history, page.controls, page.loaders, page.disk.media):
        for button in row.findChildren(QPushButton):
            if button.isVisible() and button.text():
                assert button.width() >= button.minimumSizeHint().width(), button.text()
                corner = button.mapTo(row, button.rect().bottomRight())
                assert row.rect().contains(corner), button.text()


def test_cards_stand_at_both_sides_or_above_the_lines(bench: Bench) -> None:
    page = bench.page
    five, six = page.cards
    assert five.geometry().right() < page.told.geometry().left()
    assert page.told.geometry().right() < six.geometry().left()
    sized(bench, 610, 520, 1.0)
    assert five.geometry().bottom() < page.told.geometry().top()
    assert five.geometry().top() == six.geometry().top()


def test_groups_lose_their_captions_where_it_is_narrow(bench: Bench) -> None:
    guess = bench.page.action_panel.guesses[6]
    wide = bench.page.foot.height()
    assert guess.text() == "Partition 6"
    sized(bench, 610, 520, 1.0)
    assert guess.text() == "6"
    assert guess.accessibleName() == "Partition 6"
    assert bench.page.foot.height() < wide


def test_the_screen_comes_into_sight_when_its_keys_work(bench: Bench) -> None:
    sized(bench, 610, 520, 1.0)
    page = bench.page
    bench.controller.act("reboot")

    def seen(part: QWidget) -> bool:
        top, room = page.area.verticalScrollBar().value(), page.area.viewport().height()
        return top <= part.geometry().top() and part.geometry().bottom() <= top + room

    bench.to(BeatKind.READ)
    assert seen(page.cards[0])
    bench.to(BeatKind.COUNTDOWN)
    assert seen(page.screen_view)


@pytest.mark.parametrize("theme", ["light", "projector"])
def test_another_theme_paints_everything_anew(bench: Bench, theme: str) -> None:
    page = bench.page
    bench.lab.prepare("T4")
    widgets = (page.cards[0], page.told, page.disk.bar, page.controls.play)
    before = [image(widget) for widget in widgets]
    page.set_ink(ink(theme))
    for widget, old in zip(widgets, before, strict=True):
        assert differing(old, image(widget)) > 0, type(widget).__name__


def test_a_frame_rebuilds_nothing(bench: Bench) -> None:
    bench.controller.act("reboot")
    bench.to(BeatKind.COUNTDOWN)
    page = bench.page
    cards, stack = list(page.cards), page.told.findChildren(QWidget)
    bench.let_pass(0.2, 0.02)
    assert page.cards == cards
    assert page.told.findChildren(QWidget) == stack
