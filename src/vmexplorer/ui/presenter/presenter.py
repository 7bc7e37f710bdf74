"""One show from its first picture to its end: keys and clicks in, windows and pictures out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from vmexplorer.app.explorer import Explorer
from vmexplorer.app.show_script import script_of
from vmexplorer.app.showing import Showing
from vmexplorer.atlas.tour import Tour
from vmexplorer.lessons.show import Going
from vmexplorer.lessons.show_layers import END_WITHIN
from vmexplorer.lessons.show_state import TOOLS, Layer, ShowState
from vmexplorer.lessons.timing import Timing
from vmexplorer.playback.clock import Clock
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.key_map import KeyMap
from vmexplorer.ui.presenter.audience_window import AudienceWindow
from vmexplorer.ui.presenter.ink_keeper import InkKeeper
from vmexplorer.ui.presenter.outside import Outside
from vmexplorer.ui.presenter.page_feed import PageFeed
from vmexplorer.ui.presenter.show_board import ShowBoard
from vmexplorer.ui.presenter.show_hands import ShowHands
from vmexplorer.ui.presenter.show_lab import ShowLab
from vmexplorer.ui.presenter.show_picture import ShowPicture
from vmexplorer.ui.presenter.show_windows import ShowWindows
from vmexplorer.ui.presenter.speaker_window import SpeakerWindow
from vmexplorer.ui.presenter.stagecraft import Stagecraft
from vmexplorer.ui.presenter.stop_cells import StopModel
from vmexplorer.ui.presenter.thumbnails import Thumbnails

_TICK = 500  # milliseconds between two looks at the clock
_ZOOM = 1.25


class Presenter(QObject):
    """Carries out the commands of a show. It ends by itself; ``ended`` says so."""

    ended = Signal()

    def __init__(self, desk: Desk, tour: Tour, craft: Stagecraft, stop: int = 0) -> None:
        super().__init__(desk)
        self._desk = desk
        self._craft = craft
        atlas = desk.controller.explorer.atlas
        self.tour = tour
        self.showing = Showing(script_of(atlas, tour), craft.clock, stop, craft.screens.count())
        self.thumbnails = Thumbnails(Explorer(atlas, book=desk.book), tour.stops, craft.ink)
        titles = [one.title for one in tour.stops]
        self.audience = AudienceWindow(craft.ink, craft.clock)
        model = StopModel(titles, self.thumbnails)
        self.speaker = SpeakerWindow((desk.ink, craft.ink), craft.clock, model, craft.commands)
        self.picture = ShowPicture(desk, tour, self.speaker.box.canvas, self.audience.canvas)
        self.windows = ShowWindows(self.audience, self.speaker, desk.window, craft.screens, craft.projector)
        canvases = (self.speaker.box.canvas, self.audience.canvas)
        self._hands = ShowHands(self.showing, desk.controller, self.picture, canvases)
        self.page = PageFeed(self)
        self._outside = Outside(desk, self.showing, self.picture)
        self._board = ShowBoard(desk, self.audience)
        self._lab = ShowLab(desk, tour, self.audience, self.speaker.box)
        self._ink = InkKeeper(self.showing, tour, craft.kept, always=craft.keep_ink)
        self._keys = KeyMap(craft.commands)
        self._acts = self._table()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self.page.show_times)
        self._ending = QTimer(self)
        self._ending.setSingleShot(True)
        self._ending.setInterval(round(END_WITHIN * 1000) + 50)
        self._ending.timeout.connect(self._forget_question)
        self._over = False

    @property
    def clock(self) -> Clock:
        """The time of the show."""
        return self._craft.clock

    @property
    def timing(self) -> Timing:
        """How long the stops took."""
        return self.showing.show.timing

    @property
    def desk(self) -> Desk:
        """The desk whose map is shown."""
        return self._desk

    @property
    def craft(self) -> Stagecraft:
        """What the show has from around it."""
        return self._craft

    def begin(self) -> None:
        """Shows the first picture."""
        self._join()
        self.showing.show.columns = self.speaker.columns
        for window in (self.audience, self.speaker):
            window.resize(self._craft.screens.geometry(0).size())
        self.windows.place(self.showing.show.state)
        self.picture.begin(self.showing.show.state.place)
        self._lab.place(self.showing.show.state)
        self._hands.draw()
        awake = self._craft.wakefulness.hold(f"Presenting {self.tour.name}")
        complaints = ("" if awake else "The screen saver cannot be held back on this system.", self._ink.complaint)
        self.page.say_lasting(" ".join([complaint for complaint in complaints if complaint]))
        self.page.show_all()
        self._tick.start()
        self.thumbnails.begin(self.showing.show.state.place.stop)

    def end(self) -> None:
        """Gives the screens back; the windows of the show are gone afterwards."""
        if self._over:
            return
        self._over = True
        self._keep_ink()
        self._tick.stop()
        self._ending.stop()
        self.thumbnails.stop_painting()
        self._craft.wakefulness.release()
        self._craft.screens.changed.disconnect(self._take_up_screens)
        self._desk.themes.changed.disconnect(self._wear)
        self._outside.end()
        self._board.end()
        self._lab.end()
        self.picture.end()
        self.windows.give_back()
        for window in (self.audience, self.speaker):
            window.close()
            window.deleteLater()
        self.ended.emit()

    def _join(self) -> None:
        for window in (self.audience, self.speaker):
            window.key_pressed.connect(self.press)
            window.key_released.connect(self.release)
            window.left.connect(self._let_go)
            window.closed.connect(self.end)
        self._hands.details_opened.connect(self.page.show_all)
        self._hands.step_wanted.connect(self._step)
        self._outside.join()
        self._outside.wanted.connect(self.carry_out)
        self._outside.told.connect(self.page.show_all)
        self.speaker.tools.wanted.connect(self.carry_out)
        self.speaker.strip.stop_chosen.connect(self.go_to)
        self.speaker.grid.stop_chosen.connect(self.go_to)
        self._craft.screens.changed.connect(self._take_up_screens)
        self._desk.themes.changed.connect(self._wear)

    # What the speaker wants

    @Slot(QKeyEvent)
    def press(self, event: QKeyEvent) -> None:
        """A key; one that is held does its work once."""
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Control:
            self.showing.hold_laser(True)
            self._hands.take_up()
            self._hands.draw()
        command = self._keys.command(event)
        if command:
            self.carry_out(command)

    @Slot(QKeyEvent)
    def release(self, event: QKeyEvent) -> None:
        """A key is let go."""
        if event.key() == Qt.Key.Key_Control and not event.isAutoRepeat():
            self._let_go()

    @Slot()
    def _let_go(self) -> None:
        """Nothing is held any more."""
        self.showing.hold_laser(False)

    @Slot(str)
    def carry_out(self, command: str) -> None:
        """Carries out a command by its id."""
        self.page.say_lasting("")
        before = self.showing.show.state
        going = self.showing.do(command, moving=self._desk.controller.player.playing)
        self._follow(before, going)
        if command in self._acts and not self._over:
            self._acts[command]()

    @Slot(int)
    def go_to(self, stop: int) -> None:
        """Jumps to a stop by its index."""
        before = self.showing.show.state
        self._follow(before, self.showing.go_to(stop))

    def return_to_tour(self) -> None:
        """Goes back to where the tour was left, if it was."""
        if Layer.DETOUR in self.showing.show.state:
            self.carry_out("live.map")
        self.windows.give_keyboard()

    def _table(self) -> dict[str, Callable[[], object]]:
        """What commands do beside changing the show."""
        return {
            "show.fullscreen": self.windows.toggle_full,
            "show.move": self._to_next_screen,
            "notes.larger": partial(self.speaker.notes.resize_notes, 1),
            "notes.smaller": partial(self.speaker.notes.resize_notes, -1),
            "picture.closer": partial(self._hands.zoom, _ZOOM),
            "picture.farther": partial(self._hands.zoom, 1 / _ZOOM),
            "picture.again": self._set_up_again,
            "ink.keep": self._keep_ink,
            "live.break": self._outside.break_it,
            "live.ask": self._outside.ask,
        }

    # What follows from it

    def _follow(self, before: ShowState, going: Going) -> None:
        """Brings pictures and windows to where the show is now."""
        state = self.showing.show.state
        if state.ended:
            self.end()
            return
        entered = set(state.layers) - set(before.layers)
        left = set(before.layers) - set(state.layers)
        self._go(going, left)
        if Layer.FROZEN in entered or Layer.FROZEN in left:
            self.picture.freeze(Layer.FROZEN in state)
        if Layer.DETOUR in entered or Layer.DETOUR in left:
            title = self.tour.stops[state.place.stop].title
            words = f"“{self.tour.name}” waits at stop {state.place.stop + 1}: {title}"
            self._outside.set_away(Layer.DETOUR in state, words)
        if state.place.stop != before.place.stop:
            self._keep_ink()
            self._desk.tours.keep_place_of_show(self.tour, state.place)
        self.windows.place(state)
        self._board.place(state, self.windows.placed)
        self._lab.place(state)
        if self.showing.show.ending():
            self._ending.start()
        if entered.intersection(TOOLS):
            self._hands.take_up()
        self._hands.draw()
        self.page.show_all()

    def _go(self, going: Going, left: set[Layer]) -> None:
        state = self.showing.show.state
        place, closed = state.place, Layer.DETAILS in left and Layer.DETOUR not in state
        if going is Going.JUMP:
            self.picture.jump(place)
        elif going is Going.PLAY:
            self.picture.play(place)
        elif going is Going.ARRIVE:
            self._desk.controller.next()
        elif Layer.DETOUR in left:
            self.picture.jump(place, animated=False)
        elif closed:
            self.picture.select_again(place)
        if closed:
            self.picture.speak_of(self.picture.stop(place))

    @Slot()
    def _take_up_screens(self) -> None:
        """A projector was plugged in or pulled out: the windows move, the show goes on."""
        before = self.showing.show.state
        self.showing.show.set_screens(self._craft.screens.count())
        self.showing.refresh()
        self._follow(before, Going.NOWHERE)

    @Slot()
    def _wear(self) -> None:
        """The speaker has changed the colours of the program; the audience keeps its own."""
        self.speaker.set_inks(self._desk.ink, self._craft.ink)

    @Slot()
    def _forget_question(self) -> None:
        if not self._over and not self.showing.show.ending() and self.showing.show.state.asked is not None:
            self.showing.show.say("")
            self.showing.refresh()
            self.page.show_all()

    @Slot()
    def _step(self) -> None:
        self.carry_out("show.next")

    def _set_up_again(self) -> None:
        self.picture.jump(self.showing.show.state.place)

    def _keep_ink(self) -> None:
        """What is drawn is safe from now on, whatever happens to the program."""
        complaint = self._ink.keep()
        if complaint and self._over:
            self._desk.window.message_bar.say(complaint)
        elif complaint:
            self.showing.show.say(complaint)
            self.page.show_all()

    def _to_next_screen(self) -> None:
        self.windows.to_next_screen(self.showing.show.state)
