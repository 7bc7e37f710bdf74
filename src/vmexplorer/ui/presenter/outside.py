"""What a speaker does beside the tour: the map, a lab, a class that answers; and what the audience sees of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from vmexplorer.app.show_words import live_words, subjects_of
from vmexplorer.app.showing import Showing
from vmexplorer.errors import VmexplorerError
from vmexplorer.lessons.show_state import Layer
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.presenter.detour import Detour
from vmexplorer.ui.presenter.show_picture import ShowPicture

_STEPS = {"show.next": True, "show.previous": False}


class Outside(QObject):
    """Leads out of the tour and back; ``wanted`` asks for a command of the show."""

    wanted = Signal(str)
    told = Signal()  # the audience reads something else

    def __init__(self, desk: Desk, showing: Showing, picture: ShowPicture) -> None:
        super().__init__()
        self._desk = desk
        self._showing = showing
        self._picture = picture
        self._detour = Detour(desk.window)
        self._detour.wanted.connect(self._take)

    def join(self) -> None:
        """Listens to the map and the labs."""
        self._desk.controller.state_changed.connect(self._tell)
        self._desk.labs.board_changed.connect(self._tell)

    def end(self) -> None:
        """Listens no more."""
        self._desk.controller.state_changed.disconnect(self._tell)
        self._desk.labs.board_changed.disconnect(self._tell)
        self._desk.route.cancel()
        self._detour.end()

    def set_away(self, away: bool, words: str) -> None:
        """Leaves the tour for the map, or comes back; ``words`` say where the tour waits."""
        self._picture.set_away(away)
        self._desk.route.cancel()
        if away:
            self._detour.begin(words)
            self._tell()
        else:
            self._detour.end()

    @Slot()
    def break_it(self) -> None:
        """Opens the what-if lab, with the part or line that is selected."""
        now = self._desk.controller.explorer.now
        self._open("whatif", part=now.component or now.link)

    @Slot()
    def ask(self) -> None:
        """Asks about what the stop speaks of; what is selected or told would give the answer away."""
        explorer, place = self._desk.controller.explorer, self._showing.show.state.place
        subjects = subjects_of(explorer, self._picture.stop(place))
        self._desk.controller.tell("")
        self._desk.controller.clear_selection()
        self._open("quiz", preset=" ".join(("class about", *subjects)))

    @property
    def _away(self) -> bool:
        return Layer.DETOUR in self._showing.show.state

    @Slot()
    def _tell(self) -> None:
        """Outside the tour the audience reads what the map or the class tells."""
        if not self._away:
            return
        words = live_words(self._desk.controller.explorer) if self._desk.labs.board is None else ""
        if words != self._showing.live:
            self._showing.live = words
            self._showing.refresh()
            self.told.emit()

    @Slot(str)
    def _take(self, command: str) -> None:
        """A key of the clicker on the map: a class goes on with it, else it leads back to the tour."""
        if command not in _STEPS or not self._desk.labs.step(_STEPS[command]):
            self.wanted.emit(command)

    def _open(self, lab: str, *, part: str = "", preset: str = "") -> None:
        try:
            self._desk.labs.open(lab, part, preset)
        except VmexplorerError as error:
            self._desk.window.message_bar.say(str(error))
