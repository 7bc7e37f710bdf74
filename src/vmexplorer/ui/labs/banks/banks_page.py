"""The page of the two boot banks: cards, lines of the loader, its screen, what can be done, the disk, the store."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from vmexplorer.app.bank_pages import loader_note, store_items
from vmexplorer.labs.banks.beat import COUNTING, BeatKind
from vmexplorer.labs.banks.eras import image_of, layouts_in, store_in
from vmexplorer.labs.banks.overlay import flow_in
from vmexplorer.labs.banks.play import BanksPlay
from vmexplorer.labs.banks.store import contents
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.banks.action_panel import ActionPanel
from vmexplorer.ui.labs.banks.bank_board import BankBoard
from vmexplorer.ui.labs.banks.choice_row import Choice, ChoiceRow
from vmexplorer.ui.labs.banks.disk_part import DiskPart
from vmexplorer.ui.labs.banks.head_row import HeadRow
from vmexplorer.ui.labs.banks.history_strip import HistoryStrip
from vmexplorer.ui.labs.banks.screen_controls import ScreenControls
from vmexplorer.ui.labs.banks.screen_view import ScreenView
from vmexplorer.ui.labs.banks.slot_card import SlotCard
from vmexplorer.ui.labs.banks.text_block import TextBlock
from vmexplorer.ui.labs.banks.told_pane import ToldPane
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.texts import plain_label
from vmexplorer.ui.side_part import SidePart

_EDGE, _GAP, _SECTION = 20.0, 12.0, 26.0  # pixels at scale 1, as are all lengths here
_WIDE = 760.0  # from this width on the controls stand beside the screen
_SCREEN = 660.0
_STEP = 40


class Part(Protocol):
    """A widget that can say how high it is at a width."""

    def arrange(self, width: int) -> int:
        """Lays itself out; returns the height. Both in pixels."""

    def setGeometry(self, x: int, y: int, width: int, height: int, /) -> None:
        """Moves and resizes the widget."""

    def dress(self, lettering: Lettering, /) -> None:
        """Paints with another theme, or larger."""


class BanksPage(SidePart):
    """Shows a lab at work; ``key_pressed`` has the keys that no widget on it wanted."""

    key_pressed = Signal(QKeyEvent)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banks")
        self.setAccessibleName("System image: two banks")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lettering = Lettering(ink, 1.0)
        self._play: BanksPlay | None = None
        self._followed: BeatKind | None = None
        self._said = ""
        self.area = QScrollArea(self)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.verticalScrollBar().setSingleStep(_STEP)
        self._ground = QWidget()
        self.area.setWidget(self._ground)
        lettering, ground = self._lettering, self._ground
        self.head = HeadRow(ground)
        self.board = BankBoard(lettering, ground)
        self.foot = QWidget(self)
        self.foot.setObjectName("labfoot")
        self.foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.action_panel = ActionPanel(lettering, self.foot)
        self.history = HistoryStrip(ground)
        self.screen_view = ScreenView(lettering, ground)
        self.controls = ScreenControls(ink, ground)
        self.loaders = ChoiceRow("Loader of version", ground)
        self.note = TextBlock(lettering, ground)
        self.disk = DiskPart(lettering, ground)
        self.store = TextBlock(lettering, ground)
        self.empty = plain_label("emptytitle", wrap=True)
        self.empty.setParent(self)
        self.empty.hide()
        self.disk.resized.connect(self.arrange)
        self._dress()

    @property
    def cards(self) -> list[SlotCard]:
        """The cards of the banks, in the order of their partitions."""
        return self.board.cards

    @property
    def told(self) -> ToldPane:
        """The lines of what the loader does."""
        return self.board.told

    def show_play(self, play: BanksPlay) -> None:
        """Shows a lab as it is after an event, in its era."""
        if self._play is not play:
            self._play = play
            self.board.forget()
            self.empty.hide()
            self.area.show()
            self.foot.show()
            self.head.show_image(image_of(play.atlas))
        choices = [
            Choice(loader.id, loader.name, " ".join([note.text for note in loader.note]))
            for loader in image_of(play.atlas).loaders
        ]
        self.loaders.show_choices(choices, play.loader.id)
        self.head.show_play(play, bool(flow_in(play.atlas, play.era, play.moment)))
        self.action_panel.show_session(play.session)
        self.history.show_session(play.session)
        self.note.show_items("", loader_note(play))
        self.disk.show_layouts(play.atlas, layouts_in(play.atlas, play.era))
        store = store_in(play.atlas, play.era)
        held = contents(store, play.session.moments[: play.session.cursor + 1])
        self.store.show_items(store.name, store_items(play.atlas, store, held))
        self.show_moment()
        self.arrange()

    def show_nothing(self, why: str) -> None:
        """Shows only why there is nothing to show."""
        self._play = None
        self.area.hide()
        self.foot.hide()
        self.empty.setText(why)
        self.empty.show()

    def show_moment(self) -> None:
        """Shows the present moment of the show; cheap enough for every picture."""
        play = self._play
        if play is None:
            return
        picture = play.picture
        self.board.show_moment(play)
        if self.board.headline != self._said:
            # Once for each piece, not for each picture.
            self._said = self.board.headline
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._said))
        self.screen_view.show_screen(picture.screen)
        self.controls.show_play(play)
        if play.player.playing and picture.kind is not self._followed:
            self._followed = picture.kind
            self._bring_into_sight(picture.kind)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._lettering = Lettering(ink, self._lettering.scale)
        self._dress()

    def set_scale(self, scale: float) -> None:
        """Makes everything larger or smaller."""
        if scale != self._lettering.scale:
            self._lettering = Lettering(self._lettering.ink, scale)
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places everything anew."""
        super().resizeEvent(event)
        self.empty.setGeometry(self.rect().adjusted(_STEP, 0, -_STEP, -self.height() // 2))
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys go to the lab first; what it does not take goes on to the window."""
        event.ignore()
        self.key_pressed.emit(event)

    @Slot()
    def arrange(self) -> None:
        """Gives every part its place."""
        if self._play is None:
            return
        pixels = self._lettering.pixels
        edge, gap, section = pixels(_EDGE), pixels(_GAP), pixels(_SECTION)
        width = self.width() - 2 * edge
        foot = self._below(self.action_panel, edge, gap, width) + gap
        self.foot.setGeometry(0, self.height() - foot, self.width(), foot)
        self.area.setGeometry(0, 0, self.width(), self.height() - foot)
        y = gap
        y = self._below(self.head, edge, y, width) + gap
        y = self.board.place(edge, y, width) + gap
        y = self._below(self.history, edge, y, width) + gap
        y = self._place_screen(edge, y, width) + gap
        y = self._below(self.loaders, edge, y, width) + pixels(4.0)
        y = self._below(self.note, edge, y, width) + section
        y = self._below(self.disk, edge, y, width) + section
        y = self._below(self.store, edge, y, width) + section
        # The bar stands in the right margin, so that nothing moves when it comes and goes.
        self._ground.resize(self.width(), y)

    def _bring_into_sight(self, kind: BeatKind) -> None:
        """Scrolls to what the show is about now, when that is out of sight."""
        on_screen = kind in (*COUNTING, BeatKind.QUESTION, BeatKind.LOAD)
        part = self.screen_view.geometry() if on_screen else self.told.geometry()
        bar, room = self.area.verticalScrollBar(), self.area.viewport().height()
        if part.top() < bar.value() or part.bottom() > bar.value() + room:
            above = self._lettering.pixels(_GAP)
            bar.setValue(part.bottom() + above - room if on_screen else 0)

    def _below(self, part: Part, x: int, y: int, width: int) -> int:
        height = part.arrange(width)
        part.setGeometry(x, y, width, height)
        return y + height

    def _place_screen(self, x: int, y: int, width: int) -> int:
        """The loader's screen, its controls beside or below it."""
        pixels, gap = self._lettering.pixels, self._lettering.pixels(_GAP)
        wide = width >= pixels(_WIDE)
        room = min(width, pixels(_SCREEN)) if wide else width
        height = self.screen_view.arrange(room)
        self.screen_view.setGeometry(x, y, room, height)
        if wide:
            beside = width - room - gap
            self.controls.setGeometry(x + room + gap, y, beside, max(height, self.controls.arrange(beside)))
            return y + max(height, self.controls.arrange(beside))
        return self._below(self.controls, x, y + height + gap, width)

    def _dress(self) -> None:
        parts: list[Part] = [self.head, self.action_panel, self.history, self.screen_view, self.controls]
        for part in (*parts, self.loaders, self.note, self.disk, self.store):
            part.dress(self._lettering)
        self.board.dress(self._lettering)
        self.arrange()
