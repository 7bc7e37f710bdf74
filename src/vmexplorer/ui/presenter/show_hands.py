"""The hands on both pictures of a show: what they choose, where they point, and what they move is seen on both."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from vmexplorer.app.showing import Showing
from vmexplorer.lessons.show_state import Layer
from vmexplorer.ui.explore_controller import ExploreController
from vmexplorer.ui.presenter.hand import Hand
from vmexplorer.ui.presenter.show_canvas import ShowCanvas
from vmexplorer.ui.presenter.show_picture import ShowPicture


class ShowHands(QObject):
    """Joins the hand on the speaker's picture and the one on the audience's.

    Args:
        showing: the show.
        controller: it selects what a hand has chosen.
        picture: it shares what a hand has brought into sight.
        canvases: the speaker's picture and the audience's.
    """

    details_opened = Signal()
    step_wanted = Signal()

    def __init__(
        self,
        showing: Showing,
        controller: ExploreController,
        picture: ShowPicture,
        canvases: tuple[ShowCanvas, ShowCanvas],
    ) -> None:
        super().__init__()
        self._showing = showing
        self._controller = controller
        self._picture = picture
        self._canvases = canvases
        self._hands = [Hand(canvas, showing) for canvas in canvases]
        for hand in self._hands:
            hand.part_chosen.connect(self._choose_part)
            hand.link_chosen.connect(self._choose_link)
            hand.step_wanted.connect(self.step_wanted)
            hand.looked.connect(self._share_look)
            hand.drawn.connect(self.draw)

    def zoom(self, factor: float) -> None:
        """Brings the picture nearer or farther; a lens keeps its picture where it is."""
        if Layer.LENS not in self._showing.show.state:
            self._hands[0].zoom(factor)

    def take_up(self) -> None:
        """Lets a tool that was taken begin where the pointer rests."""
        for hand in self._hands:
            hand.point()

    @Slot()
    def draw(self) -> None:
        """Shows pointers and ink as they are now."""
        for canvas in self._canvases:
            canvas.layer.show_pointers(self._showing)

    @Slot(str, str)
    def _choose_part(self, component: str, box: str) -> None:
        """Selects a part for everybody to see; it is no step."""
        self._controller.choose_component(component, box)
        self._open_details()

    @Slot(str)
    def _choose_link(self, link: str) -> None:
        self._controller.choose_link(link)
        self._open_details()

    def _open_details(self) -> None:
        self._showing.show.open(Layer.DETAILS)
        self._picture.speak_of_all()
        self.details_opened.emit()

    @Slot()
    def _share_look(self) -> None:
        sender = self.sender()
        for hand, canvas in zip(self._hands, self._canvases, strict=True):
            if hand is sender:
                self._picture.share_look(canvas)
