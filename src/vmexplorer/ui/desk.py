"""The desk: one window with its controller, and every signal joined to what answers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from vmexplorer.app.commands import COMMANDS, Command
from vmexplorer.app.deep_link import link_to
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.flow import BRANCH_MARK
from vmexplorer.drawing.route_book import RouteBook
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.command_table import command_table
from vmexplorer.ui.compare.joints import player_joints
from vmexplorer.ui.explore_controller import ExploreController
from vmexplorer.ui.finding import era_for
from vmexplorer.ui.key_presses import KeyPresses
from vmexplorer.ui.labs.labs import Labs
from vmexplorer.ui.main_window import MainWindow
from vmexplorer.ui.modes import Modes
from vmexplorer.ui.overlays import Overlays
from vmexplorer.ui.panel_feed import PanelFeed
from vmexplorer.ui.route_guide import RouteGuide
from vmexplorer.ui.side import DETAILS
from vmexplorer.ui.themes import Themes
from vmexplorer.ui.tours.editor import TourEditor
from vmexplorer.ui.tours.tours import Tours

if TYPE_CHECKING:
    from vmexplorer.app.search import Hit


class Desk(QObject):
    """Joins window and controller; carries out commands by their id."""

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        controller: ExploreController,
        ink: Ink,
        book: RouteBook,
        catalogue: Sequence[Command] = COMMANDS,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.controller = controller
        self.ink = ink
        self.book = book
        self.route = RouteGuide(controller, window)
        self._keys = KeyPresses(catalogue, window.canvas, self)
        self.overlays = Overlays(window, controller.explorer, ink, catalogue)
        self.modes = Modes(controller, window.canvas, window.message_bar, catalogue)
        self.feed = PanelFeed(controller, window)
        self.labs = Labs(self)
        self.themes = Themes(self, app)
        self.tours = Tours(self)
        self.editor = TourEditor(self)
        self.commands = command_table(self)

    def open(self) -> None:
        """Joins everything and fills the panels."""
        self.feed.join()
        self._join_map()
        self._join_panels()
        self.labs.join()
        self.tours.join()
        self.editor.join()
        self.feed.show_all()
        self.window.setWindowTitle(self.controller.explorer.atlas.manifest.name)
        self.window.canvas.setFocus()

    def show_atlas(self, atlas: Atlas) -> None:
        """Shows another pack, or the same one read again, on this desk."""
        self.route.cancel()
        self.labs.forget()
        self.controller.adopt(atlas)
        self.editor.forget()
        self.tours.forget()
        self.feed.show_all()
        self.window.setWindowTitle(atlas.manifest.name)

    def finish(self) -> tuple[str, ...]:
        """Keeps what the next start can use; returns what to say of work that it will not know of."""
        self.book.save()
        said = self.editor.saver.finish()
        self.tours.keep_place()
        return said

    def _join_map(self) -> None:
        canvas, controller = self.window.canvas, self.controller
        canvas.component_chosen.connect(self.labs.take)
        canvas.link_chosen.connect(controller.choose_link)
        canvas.background_chosen.connect(controller.clear_selection)
        canvas.component_opened.connect(self.open_component)
        canvas.message_chosen.connect(self.open_step)
        canvas.pointed_at.connect(controller.point_at)
        canvas.back_wanted.connect(controller.back)
        canvas.forward_wanted.connect(controller.forward)
        crumbs = self.window.breadcrumb
        crumbs.view_chosen.connect(self.show_view)
        crumbs.back_wanted.connect(controller.back)
        crumbs.forward_wanted.connect(controller.forward)
        self.window.key_pressed.connect(self._keys.press)
        self.window.key_released.connect(self._keys.release)
        self._keys.wanted.connect(self.carry_out)
        controller.said.connect(self.window.message_bar.say)

    def _join_panels(self) -> None:
        window, controller = self.window, self.controller
        window.rail.view_chosen.connect(self.show_view)
        window.rail.flow_chosen.connect(self.tell)
        window.inspector.component_chosen.connect(self.choose)
        window.inspector.link_chosen.connect(controller.choose_link)
        window.inspector.flow_chosen.connect(self.tell)
        window.inspector.view_chosen.connect(self.show_view)
        window.inspector.copied.connect(self._say_copied)
        side = window.side
        side.steps.step_chosen.connect(controller.go_to_step)
        side.sequence.step_chosen.connect(controller.go_to_step)
        side.sequence.component_chosen.connect(self.choose)
        bar = window.player_bar
        for signal, slot in player_joints(bar, controller):
            signal.connect(slot)
        bar.closed.connect(self.clear_flow)
        top = window.top_bar
        top.era_chosen.connect(controller.show_era)
        top.changes_toggled.connect(controller.show_changes)
        top.search_wanted.connect(self.overlays.open_search)
        top.show_wanted.connect(self.modes.open_menu)
        top.theme_wanted.connect(self.themes.next)
        top.route_wanted.connect(self.start_route)
        top.help_wanted.connect(self.overlays.show_keys)
        self.overlays.chosen.connect(self._take)

    # Wishes that concern more than one part

    @Slot(str)
    @Slot(str, str)
    def choose(self, component: str, box: str = "") -> None:
        """Selects a component, or takes it as an end of the route being chosen."""
        self.controller.choose_component(component, box)
        self.route.take(component)

    @Slot(str)
    def open_component(self, component: str) -> None:
        """Shows a component from the inside or, when there is no such view, from near by."""
        explorer = self.controller.explorer
        inside = explorer.inside(component)
        if inside and inside != explorer.now.view:
            self.controller.show_view(inside)
        else:
            self._look_at(component)

    @Slot(str)
    def show_view(self, view: str) -> None:
        """Goes to a view and gives the map the keyboard."""
        self.controller.show_view(view)
        self.window.canvas.setFocus()

    @Slot(str)
    def tell(self, flow: str) -> None:
        """Loads a path or comparison, plays it, and gives its page the keyboard so that Space pauses."""
        if flow in self.controller.explorer.atlas.comparisons:
            # Imported when first wanted: few visits compare anything.
            from vmexplorer.ui.compare.opening import open_comparison

            open_comparison(self, flow)
            return
        self.controller.clear_selection()
        self.controller.tell(flow)
        name = flow.partition(BRANCH_MARK)[0]
        if self.controller.explorer.now.flow == name and not self.controller.explorer.player.playing:
            self.controller.toggle()
        self.window.canvas.setFocus()

    @Slot()
    def clear_flow(self) -> None:
        """Puts the path away."""
        self.controller.tell("")

    @Slot()
    def clear(self) -> None:
        """Leaves the innermost thing: the route being chosen, the selection, the path, then the lab."""
        now = self.controller.explorer.now
        if self.route.on:
            self.route.cancel()
        elif now.component or now.link or now.port:
            self.controller.clear_selection()
        elif now.flow:
            self.clear_flow()
        else:
            self.labs.leave()

    @Slot()
    def start_route(self) -> None:
        """Asks for both ends of a route, or gives that up."""
        self.route.start()

    @Slot()
    def zoom_selection(self) -> None:
        """Brings the selected component near."""
        self._look_at(self.controller.explorer.now.component)

    def _look_at(self, component: str) -> None:
        """Brings a component near; of several boxes the one with the ring or the click is meant."""
        explorer, canvas = self.controller.explorer, self.window.canvas
        boxes = {box.id: box for box in explorer.wiring.layout.boxes_of(component)} if component else {}
        meant = [boxes[name] for name in (canvas.focus_box, explorer.now.box, *boxes) if name in boxes]
        if meant:
            canvas.look_at(meant[0].rect)

    def switch_side(self, page: int) -> None:
        """Shows a page of the right side, or the details again."""
        if self.controller.explorer.hops:
            self.window.side.show_page(DETAILS if self.window.side.page == page else page)

    @Slot()
    def open_step(self) -> None:
        """Pauses and shows what is in the message of this step."""
        if self.controller.explorer.hops:
            self.controller.pause()
            self.feed.show_message()
            self.window.side.show_details()

    @Slot()
    def copy_link(self) -> None:
        """Puts a link to the present picture on the clipboard."""
        link = link_to(self.controller.explorer)
        QGuiApplication.clipboard().setText(link)
        self._say_copied(link)

    def step_era(self, step: int) -> None:
        """Goes to the era after (1) or before (-1)."""
        ids = self.controller.explorer.atlas.era_ids
        place = ids.index(self.controller.explorer.now.era) + step
        if 0 <= place < len(ids):
            self.controller.show_era(ids[place])

    @Slot()
    def toggle_changes(self) -> None:
        """Marks what changed, or stops doing so."""
        self.window.top_bar.set_changes(not self.controller.explorer.now.show_changes)
        self.controller.show_changes(not self.controller.explorer.now.show_changes)

    @Slot()
    def toggle_loop(self) -> None:
        """Repeats the path, or stops doing so."""
        self.controller.set_loop(not self.controller.explorer.player.loop)

    @Slot()
    def toggle_fullscreen(self) -> None:
        """Fills the screen, or stops doing so."""
        self.window.setWindowState(self.window.windowState() ^ Qt.WindowState.WindowFullScreen)

    # What the search and the keys lead to

    @Slot(object)
    def _take(self, hit: Hit) -> None:
        """Goes where a hit leads, first to the nearest era that has it."""
        explorer = self.controller.explorer
        era, left = era_for(explorer.atlas, hit, explorer.now.era), explorer.atlas.era(explorer.now.era)
        if era != left.id:
            self.controller.show_era(era)
            name = explorer.atlas.era(era).name
            self.window.message_bar.say(f"{hit.title} is not in {left.name}; the map now shows {name}.")
        goes: dict[str, Callable[[str], None]] = {
            "component": self.choose,
            "link": self.controller.choose_link,
            "flow": self.tell,
            "view": self.show_view,
            "tour": self.tours.open,
            "stop": self.tours.open,
            "era": self.controller.show_era,
            "port": self.controller.ask_port,
            "command": self.carry_out,
        }
        goes[hit.kind](hit.id)

    @Slot(str)
    def carry_out(self, command: str) -> None:
        """Carries out a command by its id."""
        self.commands[command]()

    @Slot(str)
    def _say_copied(self, text: str) -> None:
        self.window.message_bar.say(f"Copied: {text}")
