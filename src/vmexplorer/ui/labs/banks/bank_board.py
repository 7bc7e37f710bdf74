"""The cards of the banks and the lines of the loader, as they stand on the page and before an audience."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vmexplorer.app.bank_pages import story_lines, told_lines
from vmexplorer.labs.banks.eras import image_of
from vmexplorer.labs.banks.headline import headline, verdict
from vmexplorer.labs.banks.picture import Picture
from vmexplorer.labs.banks.play import BanksPlay
from vmexplorer.labs.banks.reason import Reasons
from vmexplorer.labs.banks.slot import slots
from vmexplorer.ui.labs.banks.button_row import let_go
from vmexplorer.ui.labs.banks.slot_card import SlotCard
from vmexplorer.ui.labs.banks.told_pane import ToldPane
from vmexplorer.ui.panels.lettering import Lettering

_GAP = 12.0  # pixels at scale 1, as are all lengths here
_WIDE = 760.0  # from this width on the cards stand at both sides of the lines
_BOARD, _LOW_CARD, _LINES = 322.0, 152.0, 220.0
_CARD_SHARE = 0.245


class BankBoard:
    """Puts its widgets onto a parent; ``headline`` is what the present piece says."""

    def __init__(self, lettering: Lettering, parent: QWidget) -> None:
        self._lettering = lettering
        self._parent = parent
        self._telling: tuple[object, ...] = ()
        self.cards: list[SlotCard] = []
        self.told = ToldPane(lettering, parent)
        self.headline = ""

    def show_moment(self, play: BanksPlay) -> None:
        """Shows the present moment of a show; cheap enough for every picture."""
        picture, moment = play.picture, play.moment
        before = play.session.moments[max(0, play.session.cursor - 1)].host
        looks = slots(before, moment.host, picture, play.session.expected)
        if len(looks) != len(self.cards):
            for card in self.cards:
                let_go(card)
            self.cards = [SlotCard(self._lettering, look, self._parent) for look in looks]
            for card in self.cards:
                card.show()
        for card, look in zip(self.cards, looks, strict=True):
            if look != card.look:
                card.show_look(look)
        self._tell(play, picture)

    def forget(self) -> None:
        """Tells the next moment anew."""
        self._telling = ()

    def dress(self, lettering: Lettering) -> None:
        """Paints with another theme, or larger."""
        self._lettering = lettering
        self.told.dress(lettering)
        for card in self.cards:
            card.dress(lettering)

    def place(self, x: int, y: int, width: int) -> int:
        """Cards and lines: side by side, or one below the other where it is narrow; returns where they end."""
        pixels, gap = self._lettering.pixels, self._lettering.pixels(_GAP)
        count = len(self.cards)
        if width >= pixels(_WIDE) and count == 2:
            height, card = pixels(_BOARD), round(width * _CARD_SHARE)
            self.cards[0].setGeometry(x, y, card, height)
            self.told.setGeometry(x + card + gap, y, width - 2 * card - 2 * gap, height)
            self.cards[1].setGeometry(x + width - card, y, card, height)
            return y + height
        card, height = (width - gap * (count - 1)) // max(1, count), pixels(_LOW_CARD)
        if card < height * 1.2:
            height = pixels(_BOARD)
        for place, one in enumerate(self.cards):
            one.setGeometry(x + place * (card + gap), y, card, height)
        lines = pixels(_LINES)
        self.told.setGeometry(x, y + height + gap, width, lines)
        return y + height + gap + lines

    def _tell(self, play: BanksPlay, picture: Picture) -> None:
        """Headline, verdict and lines, when they are others than before."""
        now = (play.story, play.session.cursor, picture.lines, picture.done, picture.beat)
        if now == self._telling:
            return
        self._telling = now
        reasons = Reasons(image_of(play.atlas).reasons)
        self.headline = headline(play.moment, picture)
        lines = story_lines(play) or told_lines(play.atlas, picture)
        self.told.show_told(self.headline, verdict(play.session, picture, reasons), lines)
