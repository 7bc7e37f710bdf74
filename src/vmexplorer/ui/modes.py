"""Ways of showing: planes, background traffic, movement, real ratio, camera; as commands and as a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from vmexplorer.app.commands import Command
from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.link import Plane
from vmexplorer.drawing.geometry import Path
from vmexplorer.playback.motion import EXPLORE, REDUCED
from vmexplorer.stage.ambient import Traffic
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.explore_controller import ExploreController
from vmexplorer.ui.panels.message_bar import MessageBar

RATIOS = (None, 1.0, 10.0, 100.0)  # show seconds for each modelled second
MENU = ("plane.management", "plane.data", "traffic.background", "motion.reduced", "ratio.next", "camera.follow")
_SAID = {
    Plane.DATA: "Management is stopped in this picture: the traffic of virtual machines goes on without it.",
    Plane.MANAGEMENT: "Only the management paths: who asks whom, and on which way.",
}


def system_wants_stillness() -> bool:
    """Whether the person has told the system to reduce movement; Qt knows that from 6.12 on."""
    hints = QGuiApplication.styleHints().accessibility()
    preference = getattr(hints, "motionPreference", None)
    return preference is not None and preference().name == "ReduceMotion"


class Modes(QObject):
    """Switches ways of showing, and keeps the camera on the playing step."""

    def __init__(
        self, controller: ExploreController, canvas: Canvas, messages: MessageBar, commands: Sequence[Command]
    ) -> None:
        super().__init__(canvas)
        self._controller = controller
        self._canvas = canvas
        self._messages = messages
        self._commands = tuple(commands)
        self.follows = True
        controller.dots_changed.connect(self._show_dots)
        controller.step_changed.connect(self.follow_step)
        if system_wants_stillness():
            self.switch_motion()

    def is_on(self, command: str) -> bool:
        """Whether the way of showing that a command switches is in force."""
        explorer = self._controller.explorer
        return {
            "plane.management": explorer.now.plane is Plane.MANAGEMENT,
            "plane.data": explorer.now.plane is Plane.DATA,
            "traffic.background": explorer.now.traffic is Traffic.BACKGROUND,
            "motion.reduced": not explorer.motion.travels,
            "ratio.next": explorer.ratio is not None,
            "camera.follow": self.follows,
        }[command]

    def switch_plane(self, plane: Plane) -> None:
        """Shows a plane apart, or both again."""
        shown = self._controller.explorer.now.plane
        self._controller.show_plane(None if shown is plane else plane)
        if shown is plane:
            self._messages.hide()
        else:
            self._messages.say_lasting(_SAID[plane])

    @Slot()
    def switch_background(self) -> None:
        """Shows heartbeats, statistics and log traffic, or hides them."""
        on = self.is_on("traffic.background")
        self._controller.show_traffic(Traffic.NONE if on else Traffic.BACKGROUND)

    @Slot()
    def switch_motion(self) -> None:
        """Goes without movement, or moves again."""
        motion = REDUCED if self._controller.explorer.motion.travels else EXPLORE
        self._controller.set_motion(motion)
        if self._canvas.flight is not None:
            self._canvas.flight.seconds = motion.camera_move

    @Slot()
    def next_ratio(self) -> None:
        """Takes the next real ratio; after the last, readable times again."""
        place = RATIOS.index(self._controller.explorer.ratio)
        ratio = RATIOS[(place + 1) % len(RATIOS)]
        self._controller.set_ratio(ratio)
        said = "Each step takes a time in which it can be followed."
        if ratio is not None:
            said = f"Real ratio: a second on the host lasts {ratio:g} s here. Quick steps flash by, slow ones crawl."
        self._messages.say(said)

    @Slot()
    def switch_follow(self) -> None:
        """Lets the camera follow the playing step, or leaves it to the hand."""
        self.follows = not self.follows
        self.follow_step()

    @Slot()
    def follow_step(self) -> None:
        """Brings both ends of the step into sight, if one of them is not."""
        explorer = self._controller.explorer
        step = explorer.player.step
        if not self.follows or step is None or not explorer.hops or explorer.player.position == 0.0:
            return
        ends = [self._canvas.box(name) for name in (explorer.hops[step].source, explorer.hops[step].target)]
        rects = [box.rect for box in ends if box is not None]
        seen = self._canvas.seen()
        if rects and not all(seen.contains(rect.centre) for rect in rects):
            area = rects[0].united(rects[-1])
            self._canvas.look_at(area)

    def open_menu(self, place: QPoint) -> None:
        """Opens the menu of all ways of showing at a place on the screen."""
        titles = {command.id: command for command in self._commands}
        menu = QMenu(self._canvas)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in MENU:
            action = QAction(titles[name].title, menu)
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(self.is_on(name))
            if titles[name].keys:
                action.setShortcut(titles[name].keys[0])
            menu.addAction(action)
        menu.triggered.connect(self._choose)
        menu.popup(place)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.carry_out(action.data())

    def carry_out(self, command: str) -> None:
        """Carries out one of the commands of ``MENU``."""
        if command.startswith("plane."):
            self.switch_plane(Plane(command.removeprefix("plane.")))
        else:
            {
                "traffic.background": self.switch_background,
                "motion.reduced": self.switch_motion,
                "ratio.next": self.next_ratio,
                "camera.follow": self.switch_follow,
            }[command]()

    @Slot(list)
    def _show_dots(self, dots: list[tuple[Path, float, Kind]]) -> None:
        self._canvas.crowd.show(dots)
        self._canvas.update()
