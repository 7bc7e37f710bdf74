"""Fills the windows of a show with words: captions, notes, times, what the audience does not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from vmexplorer.app.details_text import plain
from vmexplorer.app.show_words import time_words, tool_words, unseen_words
from vmexplorer.atlas.evidence import joined
from vmexplorer.lessons.show_state import Layer

if TYPE_CHECKING:
    from vmexplorer.ui.presenter.presenter import Presenter


class PageFeed(QObject):
    """Reads the show and tells its windows."""

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._lasting = ""
        presenter.thumbnails.painted.connect(self._show_picture)

    def say_lasting(self, text: str) -> None:
        """Shows the speaker a sentence whenever there is no other."""
        self._lasting = text

    @Slot()
    def show_all(self) -> None:
        """Everything that the show says."""
        presenter, speaker = self._presenter, self._presenter.speaker
        state, script = presenter.showing.show.state, presenter.showing.script
        here, seen = script.stops[state.place.stop], presenter.showing.seen
        presenter.audience.show_seen(seen)
        speaker.title.set_text(f"{script.name} · {state.place.stop + 1} of {len(script.stops)}")
        speaker.said.set_text(state.said or self._lasting)
        unseen = unseen_words(state)
        speaker.unseen.set_text(unseen or tool_words(presenter.showing))
        speaker.box.warn(bool(unseen))
        caption = presenter.showing.live if presenter.showing.live is not None else here.caption
        speaker.box.caption.show_text(caption)
        speaker.box.set_shape(presenter.audience.size())
        speaker.notes.show_notes(here.notes)
        self._show_part()
        self._show_next()
        speaker.tools.show_state(state)
        speaker.strip.mark(state.place.stop)
        speaker.grid.mark(state.place.stop, state.choice)
        speaker.show_grid(Layer.OVERVIEW in state)
        speaker.show_help(Layer.HELP in state)
        self.show_times()

    @Slot()
    def show_times(self) -> None:
        """The times; they change by themselves."""
        presenter = self._presenter
        words = time_words(presenter.showing, presenter.clock.now(), presenter.craft.wall())
        presenter.speaker.times.show_words(words)

    def _show_part(self) -> None:
        """The part that was clicked."""
        presenter = self._presenter
        explorer = presenter.desk.controller.explorer
        notes, now = presenter.speaker.notes, explorer.now
        if Layer.DETAILS not in presenter.showing.show.state:
            notes.show_part("", "")
        elif now.component:
            component = explorer.atlas.component(now.component)
            notes.show_part(component.name, f"{component.summary} {plain(joined(component.description[:1]))}")
        elif now.link:
            link = explorer.atlas.link(now.link)
            ends = [explorer.atlas.component(end).name for end in (link.source, link.target)]
            notes.show_part(" → ".join(ends), f"{link.protocol}: {link.carries}")

    @Slot(int)
    def _show_picture(self, stop: int) -> None:
        if stop == self._presenter.showing.show.state.place.stop + 1:
            self._show_next()

    def _show_next(self) -> None:
        """What comes next: steps of this stop, then the stop after it."""
        presenter = self._presenter
        script, place = presenter.showing.script, presenter.showing.show.state.place
        span, after = script.stops[place.stop].span, place.stop + 1
        left = 0
        if span is not None:
            left = span.last - (place.step if place.step is not None else span.first - 1)
        steps = f"after {left} more step{'s' if left != 1 else ''} here" if left else ""
        title = f"{after + 1}  {script.stops[after].title}" if after < len(script.stops) else "The end"
        presenter.speaker.next.show_next(title, steps, presenter.thumbnails.picture(after))
