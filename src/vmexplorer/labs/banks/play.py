"""The lab at work: a session, the show of its present event, and the keys of the loader's screen."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.bank_event import SHIFT_R, BankEvent, Happening
from vmexplorer.atlas.system_image import Loader, Preset
from vmexplorer.labs.banks.beat import COUNTING, BeatKind
from vmexplorer.labs.banks.eras import image_of, loader_for, loader_named, preset_named
from vmexplorer.labs.banks.host import Host, Moment
from vmexplorer.labs.banks.picture import Picture, picture_at, timeline_of
from vmexplorer.labs.banks.reason import Reasons
from vmexplorer.labs.banks.screen import Screens
from vmexplorer.labs.banks.session import BanksSession
from vmexplorer.labs.banks.show import Director, Show
from vmexplorer.playback.change import Change
from vmexplorer.playback.motion import Motion
from vmexplorer.playback.player import Player
from vmexplorer.playback.timeline import TimedStep


class Key(StrEnum):
    """A key that the loader's screen may offer."""

    ENTER = "Enter"
    SHIFT_O = "Shift+O"
    SHIFT_R = "Shift+R"
    YES = "Y"
    NO = "N"
    ESCAPE = "Esc"


class BanksPlay:
    """What the page shows is a function of what is kept here and of the player's position.

    ``story`` is the preset being played, None for a host of one's own; ``editing`` whether the boot options are
    shown; ``asking`` whether the loader waits for Y or N.
    """

    def __init__(self, atlas: Atlas, era: str, motion: Motion) -> None:
        self.atlas = atlas
        self.era = era
        self.player = Player()
        self.story: Preset | None = None
        self.editing = False
        self._motion = motion
        self._reasons = Reasons(image_of(atlas).reasons)
        self.session = BanksSession.fresh(loader_for(atlas, era))
        # What would be, were the question answered with Y; the session takes it up with the answer.
        self._asked: BanksSession | None = None
        self._show = self._made_show()
        self._load(at_end=True)

    @property
    def moment(self) -> Moment:
        """The host that the show leads to."""
        return (self._asked or self.session).now

    @property
    def picture(self) -> Picture:
        """What is shown at the player's position."""
        found = picture_at(self._show, self.player.timeline, self.player.position)
        if self.editing:
            return found._replace(screen=self._director().editing(self.moment))
        return found

    @property
    def asking(self) -> bool:
        """Whether the loader waits for Y or N."""
        return self._asked is not None and self.picture.kind is BeatKind.QUESTION

    @property
    def loader(self) -> Loader:
        """The loader of the session."""
        return self.session.loader

    # What happens to the host

    def act(self, event: BankEvent) -> None:
        """Lets an event happen and begins its show; raises as ``BanksSession.act``."""
        self._become(self.session.act(event))
        self.player.play()

    def undo(self) -> None:
        """Goes one event back; nothing is played."""
        self._become(self.session.undo(), at_end=True)

    def redo(self) -> None:
        """Goes one event forward and plays it."""
        if self.session.can_redo:
            self._become(self.session.redo())
            self.player.play()

    def go_to(self, place: int) -> None:
        """Goes to the moment after so many events; nothing is played."""
        self._become(self.session.go_to(place), at_end=True)

    def predict(self, partition: int | None) -> None:
        """Expects the next power-on to boot a partition, or None for no bank."""
        self.session = self.session.predict(partition)

    def start_fresh(self) -> None:
        """Begins with a host that was just installed."""
        self.story = None
        self._become(BanksSession.fresh(loader_for(self.atlas, self.era)), at_end=True)

    def start_story(self, name: str) -> None:
        """Begins a story of the pack.

        Raises:
            UnknownNameError: there is no such story.
        """
        story = preset_named(self.atlas, name)
        loader = loader_for(self.atlas, self.era) if story.loader is None else loader_named(self.atlas, story.loader)
        session = BanksSession.of(story, loader)
        self.story = story
        self._become(session, at_end=True)

    def show_era(self, era: str) -> None:
        """Goes on in another era, with its loader."""
        if era != self.era:
            self.era = era
            self._become(self.session.with_loader(loader_for(self.atlas, era)), at_end=True)

    def show_loader(self, id: str) -> None:
        """Plays the same events with another loader."""
        self._become(self.session.with_loader(loader_named(self.atlas, id)), at_end=True)

    def set_motion(self, motion: Motion) -> None:
        """Moves in another way, from the beginning of the piece that plays."""
        if motion is self._motion:
            return
        done, beat, playing = self.picture.done, self.picture.beat or 0, self.player.playing
        self._motion = motion
        self._load(at_end=done)
        if not done:
            self.player.seek(self.player.timeline.steps[beat].launch)
            if playing:
                self.player.play()

    # Time

    def advance(self, elapsed: float) -> Change:
        """Lets real time pass; at the question it stops."""
        change = self.player.advance(elapsed)
        stop = self._question_end()
        if stop is not None and self.player.position >= stop:
            return replace(self.player.seek(stop), playing=True, step=True)
        return change

    def skip(self) -> Change:
        """Goes to the end of the show, or to the question when it waits there."""
        self.editing = False
        stop = self._question_end()
        return self.player.last() if stop is None else self.player.seek(stop)

    def _question_end(self) -> float | None:
        if self._asked is None:
            return None
        places = [place for place, beat in enumerate(self._show.beats) if beat.kind is BeatKind.QUESTION]
        return self.player.timeline.steps[places[0]].settled

    # Keys of the loader's screen

    def key_refusal(self, key: Key) -> str:
        """Why a key does nothing now, as half a sentence; "" when it works."""
        return self.key_refusals()[key]

    def key_refusals(self) -> dict[Key, str]:
        """The same for every key."""
        picture = self.picture
        moving = not picture.done and self.player.position < self.player.timeline.steps[picture.beat or 0].arrive
        event = self.session.now.event
        asking = self._asked is not None and picture.kind is BeatKind.QUESTION
        counts = picture.kind in COUNTING and moving
        offers = picture.kind is BeatKind.COUNTDOWN and moving and not self.editing
        unasked = "" if asking else "the loader asks nothing now"
        too_late = "" if offers else "it works only while the loader counts down before a start"
        pressed = event is not None and event.kind in SHIFT_R
        return {
            Key.ENTER: "" if self.editing or counts else "no countdown runs that it could end",
            Key.SHIFT_O: too_late,
            Key.SHIFT_R: too_late or ("it has been pressed once already in this start" if pressed else ""),
            Key.YES: unasked,
            Key.NO: unasked,
            Key.ESCAPE: "" if self.editing else "no boot options are shown",
        }

    def press(self, key: Key) -> None:
        """Presses a key of the loader's screen; one that does nothing now is ignored."""
        if self.key_refusal(key):
            return
        match key:
            case Key.ENTER:
                self._end_countdown()
            case Key.SHIFT_O:
                self.editing = True
                self.player.pause()
            case Key.ESCAPE:
                # The loader begins its countdown anew.
                self.editing = False
                self.player.seek(self._step().launch)
                self.player.play()
            case Key.SHIFT_R:
                self._recover()
            case Key.YES | Key.NO:
                self._answer(Happening.SHIFT_R_YES if key is Key.YES else Happening.SHIFT_R_NO)

    def _end_countdown(self) -> None:
        self.editing = False
        self.player.seek(self._step().end)
        self.player.play()

    def _recover(self) -> None:
        """Shift+R: the show goes on with the second scan, and stops at the question if there is one."""
        beat = self.picture.beat or 0
        pressed = self.session.instead(BankEvent(Happening.SHIFT_R_YES))
        boot = pressed.now.boot
        if boot is not None and boot.recovery is not None and boot.recovery.asked:
            self._asked = pressed
        else:
            self.session = self.session.instead(BankEvent(Happening.SHIFT_R_NO))
        self._show = self._made_show()
        self._load(at_end=False)
        self.player.seek(self.player.timeline.steps[beat].end)
        self.player.play()

    def _answer(self, kind: Happening) -> None:
        position = self.player.position
        self._asked = None
        self.session = self.session.instead(BankEvent(kind))
        self._show = self._made_show()
        self._load(at_end=False)
        self.player.seek(position)
        self.player.play()

    def _step(self) -> TimedStep:
        return self.player.timeline.steps[self.picture.beat or 0]

    # The show

    def _become(self, session: BanksSession, *, at_end: bool = False) -> None:
        self.session = session
        self._asked = None
        self.editing = False
        self._show = self._made_show()
        self._load(at_end=at_end)

    def _load(self, *, at_end: bool) -> None:
        self.player.load(timeline_of(self._show, self._motion))
        if at_end:
            self.player.last()

    def _made_show(self) -> Show:
        session = self._asked or self.session
        before: Host = session.moments[max(0, session.cursor - 1)].host
        return self._director().show(before, session.now)

    def _director(self) -> Director:
        release = f"{self.atlas.era(self.era).first}.0"
        return Director(self._reasons, Screens(image_of(self.atlas).screen, release))
