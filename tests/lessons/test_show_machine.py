"""Whatever a speaker presses: a few Esc end the show, and the audience never sees the notes."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.helpers.shows import SPANS, WHISPERED, small_script
from vmexplorer.app.show_commands import LEAVE, SHOW_COMMANDS
from vmexplorer.app.showing import Showing
from vmexplorer.drawing.geometry import Point
from vmexplorer.drawing.layout import Layout
from vmexplorer.lessons.show_screens import placement
from vmexplorer.lessons.show_state import COVERS, TOOLS, Layer
from vmexplorer.playback.clock import ManualClock

COMMANDS = [command.id for command in SHOW_COMMANDS if command.id != LEAVE]
NOTHING = Layout("overview", "e9", 100.0, 100.0, (), ())


class ShowMachine(RuleBasedStateMachine):
    @initialize(screens=st.integers(1, 3), stop=st.integers(0, len(SPANS) - 1))
    def begin(self, screens: int, stop: int) -> None:
        self.clock = ManualClock()
        self.screens = screens
        self.showing = Showing(small_script(), self.clock, stop, screens)
        self.escapes = 0

    @rule(command=st.sampled_from(COMMANDS), moving=st.booleans())
    def press(self, command: str, moving: bool) -> None:
        self.escapes = 0
        self.showing.do(command, moving=moving)

    @rule()
    def escape(self) -> None:
        ended = self.showing.show.state.ended
        self.escapes += 1
        self.showing.do(LEAVE)
        if self.escapes == 1 and not ended:
            assert not self.showing.show.state.ended, "a single Esc ended the show"

    @rule(seconds=st.floats(0.0, 5.0))
    def wait(self, seconds: float) -> None:
        self.clock.advance(seconds)
        if seconds > 2.0:
            self.escapes = 0

    @rule(screens=st.integers(1, 3))
    def plug(self, screens: int) -> None:
        before = self.showing.show.state.place
        self.screens = screens
        self.showing.show.set_screens(screens)
        self.showing.refresh()
        assert self.showing.show.state.place == before

    @rule(x=st.floats(0.0, 100.0), y=st.floats(0.0, 100.0))
    def point(self, x: float, y: float) -> None:
        self.showing.point(Point(x, y), NOTHING)
        self.showing.press(Point(x, y), 2.0)
        self.showing.drag(Point(y, x), 2.0)
        self.showing.lift()

    @invariant()
    def audience_sees_no_notes(self) -> None:
        if not hasattr(self, "showing"):
            return
        seen = self.showing.seen
        assert WHISPERED not in " ".join([seen.caption, seen.hint])
        if Layer.FROZEN not in self.showing.show.state:
            assert seen.stop == self.showing.show.state.place.stop
        assert seen.cover is self.showing.show.state.cover

    @invariant()
    def state_is_sound(self) -> None:
        if not hasattr(self, "showing"):
            return
        show, state = self.showing.show, self.showing.show.state
        assert 0 <= state.place.stop < show.stops
        span, step = SPANS[state.place.stop], state.place.step
        assert step is None or (span is not None and span.first <= step <= span.last)
        assert len(set(state.layers)) == len(state.layers)
        assert sum(layer in TOOLS for layer in state.layers) <= 1
        assert sum(layer in COVERS for layer in state.layers) <= 1
        assert bool(state.digits) <= (Layer.NUMBER in state)
        assert not (show.alone and Layer.FROZEN in state)
        assert (self.showing.spot is None) or state.tool is Layer.SPOTLIGHT
        assert (self.showing.lens is None) or state.tool is Layer.LENS

    @invariant()
    def windows_never_share_a_screen(self) -> None:
        if not hasattr(self, "showing"):
            return
        for home in range(self.screens):
            placed = [screen for screen in placement(self.showing.show.state, self.screens, home) if screen is not None]
            assert placed
            assert len(set(placed)) == len(placed)
            assert all(0 <= screen < self.screens for screen in placed)

    @invariant()
    def a_few_esc_end_the_show(self) -> None:
        if not hasattr(self, "showing"):
            return
        kept, show = self.showing.show.state, self.showing.show
        presses = 0
        while not show.state.ended:
            show.escape()
            presses += 1
            assert presses <= len(kept.layers) + 2
        show.state = kept


TestShow = ShowMachine.TestCase
