"""Shows a comparison in the place of the map, lends it player bar and keys, and gives them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from vmexplorer.app.comparing import Comparing
from vmexplorer.errors import VmexplorerError
from vmexplorer.ui.compare.compare_controller import CompareController, keep_modes
from vmexplorer.ui.compare.compare_page import ComparePage
from vmexplorer.ui.compare.joints import player_commands, player_joints
from vmexplorer.ui.play_controller import PlayController

if TYPE_CHECKING:
    from vmexplorer.ui.desk import Desk


def open_comparison(desk: Desk, comparison: str) -> ComparisonGuest | None:
    """Shows a comparison and plays it; what was told or selected before is put away.

    Returns:
        who keeps it on the desk; None when it cannot be told in the present era, which the desk has said.
    """
    explorer = desk.controller.explorer
    try:
        comparing = Comparing(explorer.atlas, comparison, explorer.now.era, explorer.motion, known=(explorer.wiring,))
    except VmexplorerError as error:
        desk.controller.said.emit(str(error))
        return None
    desk.controller.clear_selection()
    # A comparison that is shown already leaves when it hears this.
    desk.controller.tell("")
    keep_modes(explorer.player, comparing.player)
    guest = ComparisonGuest(desk, comparing)
    guest.open()
    return guest


class ComparisonGuest(QObject):
    """A comparison on the desk of the map, until the person turns to something else."""

    def __init__(self, desk: Desk, comparing: Comparing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._left = False
        self._lent: dict[str, Callable[[], None]] = {}
        self.page = ComparePage(desk.ink)
        self.controller = CompareController(comparing, parent=self)

    def open(self) -> None:
        """Takes the place of the map, and plays."""
        window = self._desk.window
        window.show_map()
        window.show_instead(self.page)
        window.side.hide()
        self._join_controller()
        self._join_desk()
        self._show_comparison()
        self.page.setFocus()
        self.controller.toggle()

    @Slot()
    def leave(self) -> None:
        """Gives the place back to the map, and player bar and keys to its controller."""
        if self._left:
            return
        self._left = True
        self.controller.pause()
        desk = self._desk
        self._hand_over(self.controller, desk.controller)
        desk.commands.update(self._lent)
        if desk.window.stack.currentWidget() is self.page:
            desk.window.show_map()
        else:
            desk.window.stack.removeWidget(self.page)
            self.page.deleteLater()
        desk.window.side.show()
        desk.feed.show_player()
        desk.window.canvas.setFocus()
        self.deleteLater()

    def _join_controller(self) -> None:
        controller, bar = self.controller, self._desk.window.player_bar
        controller.state_changed.connect(self._show_moment)
        controller.step_changed.connect(self._show_pair)
        controller.position_changed.connect(bar.set_position)
        controller.playing_changed.connect(bar.set_playing)
        controller.modes_changed.connect(self._show_modes)

    def _join_desk(self) -> None:
        """Takes player bar and keys over, and notices when the person turns to something else."""
        desk = self._desk
        self._hand_over(desk.controller, self.controller)
        mine = self._commands()
        self._lent = {name: desk.commands[name] for name in mine}
        desk.commands.update(mine)
        desk.themes.changed.connect(self._show_theme)
        desk.controller.era_changed.connect(self._show_era)
        desk.controller.state_changed.connect(self._follow_motion)
        desk.controller.selection_changed.connect(self._make_way)
        for signal in (desk.controller.view_changed, desk.controller.flow_changed, desk.window.top_bar.route_wanted):
            signal.connect(self.leave)

    def _hand_over(self, before: PlayController | CompareController, after: PlayController | CompareController) -> None:
        """Lets another controller answer the player bar."""
        bar = self._desk.window.player_bar
        for signal, slot in player_joints(bar, before):
            signal.disconnect(slot)
        for signal, slot in player_joints(bar, after):
            signal.connect(slot)

    def _commands(self) -> dict[str, Callable[[], None]]:
        """The commands that mean the comparison while it is shown."""
        controller = self.controller
        return {
            **player_commands(controller),
            "play.loop": controller.toggle_loop,
            "select.clear": self.leave,
            "route.start": self._start_route,
        }

    # What the parts show

    def _show_comparison(self) -> None:
        """The whole comparison, at its present moment."""
        comparing, window = self.controller.comparing, self._desk.window
        timeline, bar = comparing.player.timeline, window.player_bar
        self.page.show_comparing(comparing)
        bar.set_timeline(timeline.duration, timeline.ticks, comparing.labels())
        bar.set_position(comparing.player.position)
        bar.set_playing(comparing.player.playing)
        window.rail.mark_flow(comparing.comparison.id)
        self._show_modes()
        self._show_pair()

    @Slot()
    def _show_moment(self) -> None:
        self.page.show_moment(self.controller.comparing)

    @Slot()
    def _show_pair(self) -> None:
        """Which pair it is; what is said of it stands large on the page."""
        comparing = self.controller.comparing
        caption = comparing.caption()
        bar = self._desk.window.player_bar
        bar.set_step(caption.number, caption.steps, caption.title, comparing.comparison.summary, "")

    @Slot()
    def _show_modes(self) -> None:
        player, bar = self.controller.comparing.player, self._desk.window.player_bar
        bar.set_speed(player.speed)
        bar.set_loop(player.loop)
        bar.set_stepping(player.stop_at_each_step)

    # What the desk does meanwhile

    @Slot()
    def _show_theme(self) -> None:
        self.page.set_ink(self._desk.ink)

    @Slot()
    def _show_era(self) -> None:
        """Begins again in another era; leaves when that has no such comparison."""
        if not self._left and self._reload():
            self._show_comparison()

    @Slot()
    def _follow_motion(self) -> None:
        """Moves as the map does, and stays at its pair."""
        before = self.controller.comparing
        if self._left or before.motion is self._desk.controller.explorer.motion or not self._reload():
            return
        step = before.player.step
        if before.player.position > 0.0 and step is not None:
            self.controller.comparing.player.go_to_step(step)
        self._show_comparison()

    @Slot()
    def _make_way(self) -> None:
        """Leaves when a part was chosen, in the search for instance."""
        now = self._desk.controller.explorer.now
        if now.component or now.link:
            self.leave()

    @Slot()
    def _start_route(self) -> None:
        self.leave()
        self._desk.start_route()

    def _reload(self) -> bool:
        """Lays the comparison out anew for the desk's era and motion; leaves when it cannot be told."""
        explorer, name = self._desk.controller.explorer, self.controller.comparing.comparison.id
        try:
            comparing = Comparing(explorer.atlas, name, explorer.now.era, explorer.motion, known=(explorer.wiring,))
        except VmexplorerError as error:
            self.leave()
            self._desk.controller.said.emit(str(error))
            return False
        self.controller.load(comparing)
        return True
