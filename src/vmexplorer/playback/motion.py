"""Every parameter of motion: how long things take, how fast they go, how strongly they show."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.playback.easing import Easing, clamp, ease_in_out_cubic, finite, linear

SPEEDS = (0.25, 0.5, 1.0, 1.5, 2.0, 4.0)
"""Playing speeds a viewer can choose: show seconds per second of real time."""

FRAMES_PER_SECOND = 30
"""How many pictures of one second somebody who goes frame by frame sees, and a recording has."""


@dataclass(frozen=True, slots=True)
class Motion:
    """How a flow moves.

    Times are in seconds at speed 1, lengths in scene units unless a comment says
    screen pixels, shares and opacities 0..1.

    Raises:
        ValueError: a number is negative or not finite, a hop or a pulse would take no
            time, or a shortest time is longer than its longest.
    """

    # One hop: base and length together, kept within bounds, then the factors.
    hop_base: float = 0.6
    hop_per_unit: float = 0.0015
    hop_shortest: float = 0.8
    hop_longest: float = 1.8
    travel_factor: float = 1.0
    reply_factor: float = 0.8
    easing: Easing = ease_in_out_cubic
    # Work inside one box: one swell of that box.
    pulse: float = 0.9
    # Before launch the source glows; after arrival there is time to read.
    lead_in: float = 0.2
    dwell_shortest: float = 0.5
    dwell_per_word: float = 0.3
    dwell_longest: float = 6.0
    stop_at_each_step: bool = False
    # Whether messages travel; if not, a hop is three cross-fades: sender, line, receiver.
    travels: bool = True
    # What goes along with a step.
    arrival_glow: float = 0.6
    dim_fade: float = 0.3
    dim_opacity: float = 0.25
    done_tint: float = 0.35
    camera_move: float = 0.45
    cross_fade: float = 0.15
    # A message that fails: where a lost one stops, from where the cross shows.
    lost_at: float = 0.6
    cross_from: float = 0.8
    # Trails and streams; per second and in screen pixels, so zooming changes nothing.
    trail_share: float = 0.3
    trail_longest: float = 90.0
    stream_speed: float = 120.0
    dash_speed: float = 35.0
    tokens_at_once: int = 4

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, (int, float)) and finite(value, field.name) < 0:
                raise ValueError(f"{field.name} must not be negative, not {value}")
        if min(self.hop_shortest, self.travel_factor, self.reply_factor, self.pulse) <= 0:
            raise ValueError("hop_shortest, travel_factor, reply_factor and pulse must be more than 0")
        if self.hop_shortest > self.hop_longest or self.dwell_shortest > self.dwell_longest:
            raise ValueError("a shortest time must not be longer than the longest time")

    def travel(self, kind: StepKind, length: float) -> float:
        """Seconds a message of ``kind`` needs for a drawn path; length 0 is work inside one box."""
        if length == 0:
            return self.pulse * self.travel_factor
        hop = clamp(self.hop_base + self.hop_per_unit * length, self.hop_shortest, self.hop_longest)
        return hop * self.travel_factor * (self.reply_factor if kind is StepKind.REPLY else 1.0)

    def dwell(self, words: int) -> float:
        """Seconds to stay after arrival so that a caption of so many words can be read."""
        return clamp(self.dwell_per_word * words, self.dwell_shortest, self.dwell_longest)


EXPLORE = Motion()
"""For one person at a screen."""

PRESENTATION = replace(
    EXPLORE,
    travel_factor=1.25,
    stop_at_each_step=True,
    camera_move=0.6,
    # Projectors crush dark tones and make marching dashes shimmer.
    dim_opacity=0.35,
    dash_speed=0.0,
    tokens_at_once=3,
)
"""For a room: slower, and it waits for the presenter after each step."""

REDUCED = replace(
    EXPLORE,
    travels=False,
    easing=linear,
    # Three cross-fades of the length above, whatever the way.
    hop_base=3 * EXPLORE.cross_fade,
    hop_per_unit=0.0,
    hop_shortest=3 * EXPLORE.cross_fade,
    hop_longest=3 * EXPLORE.cross_fade,
    reply_factor=1.0,
    camera_move=0.0,
    dash_speed=0.0,
)
"""For people who want no movement: nothing travels, and the camera jumps."""
