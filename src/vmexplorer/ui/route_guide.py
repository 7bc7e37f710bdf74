"""Leads through choosing a route: asks for both ends, tells it, and keeps button and message in step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from vmexplorer.app.route_picker import RoutePicker
from vmexplorer.ui.explore_controller import ExploreController
from vmexplorer.ui.main_window import MainWindow


class RouteGuide(QObject):
    """Off until it is started; then it takes components until it has both ends."""

    def __init__(self, controller: ExploreController, window: MainWindow) -> None:
        super().__init__(window)
        self._controller = controller
        self._window = window
        self._picker = RoutePicker()

    @property
    def on(self) -> bool:
        """Whether a choice is under way."""
        return self._picker.on

    @Slot()
    def start(self) -> None:
        """Asks for both ends, a selected component being the start already; gives up what is under way."""
        if self.on:
            self.cancel()
        else:
            self._picker.begin(self._controller.explorer.now.component)
            self._ask()

    @Slot()
    def cancel(self) -> None:
        """Gives the choice up."""
        if self.on:
            self._picker.cancel()
            self._end()

    def take(self, component: str) -> None:
        """Takes a component as an end; with both ends the route is told and played."""
        if not self.on:
            return
        pair = self._picker.choose(component)
        if pair is None:
            self._ask()
            return
        self._end()
        before = self._controller.explorer.flow
        self._controller.tell_route(*pair)
        # Without a route the controller has said so, and what was told before goes on.
        if self._controller.explorer.flow is not before:
            self._controller.toggle()

    def _ask(self) -> None:
        start = self._picker.start
        name = self._controller.explorer.atlas.component(start).name if start else ""
        said = f"Route from {name}: now choose where it ends." if name else "Choose where the route starts."
        self._window.message_bar.say_lasting(f"{said} Esc gives it up.")
        self._window.top_bar.set_route(True)

    def _end(self) -> None:
        self._window.message_bar.hide()
        self._window.top_bar.set_route(False)
