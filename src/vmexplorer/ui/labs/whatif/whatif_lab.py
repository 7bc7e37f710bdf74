"""The what-if lab: the page over the simulated host."""

from __future__ import annotations

from PySide6.QtCore import Slot

from vmexplorer.app.fault_choices import known_faults
from vmexplorer.app.whatif_page import whatif_page
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.errors import VmexplorerError
from vmexplorer.playback.motion import Motion
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.lab import Lab
from vmexplorer.ui.labs.whatif.bench import Bench
from vmexplorer.ui.labs.whatif.whatif_page import WhatIfPage

_SEPARATOR = ";"  # between the faults of a prepared state
_LABEL = 44  # characters


class WhatIfLab(Lab):
    """Writes faults on the bench and shows what follows."""

    page: WhatIfPage

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.page = WhatIfPage(ink)
        self._bench: Bench | None = None
        self._atlas: Atlas | None = None

    def meet(self, bench: Bench) -> None:
        """Takes the host that it works on."""
        self._bench = bench
        page = self.page
        page.fault_written.connect(self._add)
        page.moment_wanted.connect(bench.seek)
        page.next_wanted.connect(bench.next)
        page.previous_wanted.connect(bench.previous)
        page.play_wanted.connect(bench.toggle)
        page.fork_wanted.connect(bench.fork)
        page.inspector.component_chosen.connect(self.component_wanted)
        page.inspector.link_chosen.connect(self.link_wanted)
        page.inspector.flow_chosen.connect(self.flow_wanted)
        bench.changed.connect(self._show)
        bench.time_changed.connect(self._show_time)
        bench.playing_changed.connect(page.show_playing)

    def enter(self, atlas: Atlas, era: str, motion: Motion) -> None:
        """Shows what is so in this era."""
        self._atlas = atlas
        self.page.set_known(known_faults(atlas, era))
        self._show()
        self._show_time()

    def leave(self) -> None:
        """Stops the time; the faults stay in force."""
        if self._bench is not None:
            self._bench.pause()

    def prepare(self, preset: str) -> None:
        """Begins anew with faults such as ``stop vpxa; cut L11``."""
        if self._bench is not None:
            self._bench.prepare(tuple([part.strip() for part in preset.split(_SEPARATOR) if part.strip()]))

    def preset(self) -> str:
        """The faults that are in force."""
        faults = () if self._bench is None else self._bench.faults
        return f"{_SEPARATOR} ".join([str(fault) for fault in faults])

    def put_back(self) -> None:
        """Takes the prepared faults away."""
        if self._bench is not None:
            self._bench.reset()

    def take_up(self, part: str) -> None:
        """Begins a fault of a component or link in the field."""
        is_link = self._atlas is not None and part in self._atlas.links
        self.page.field.setText(f"{'cut' if is_link else 'stop'} {part}")
        self.page.field.selectAll()

    @Slot(str)
    def _add(self, written: str) -> None:
        """A fault from the field; what is wrong with it is said below the field, which keeps it."""
        if self._bench is None:
            return
        try:
            self._bench.add(written)
        except VmexplorerError as error:
            self.page.show_error(str(error))
        else:
            self.page.show_error("")

    @Slot()
    def _show(self) -> None:
        if self._bench is not None and self._atlas is not None and self._bench.outcome.era:
            self.page.show_outcome(whatif_page(self._atlas, self._bench.outcome))

    @Slot()
    def _show_time(self) -> None:
        if self._bench is not None:
            moments = [(moment.at, _short(moment.text)) for moment in self._bench.session.moments]
            self.page.show_time(self._bench.session.now.at, self._bench.duration, moments)


def _short(text: str) -> str:
    """What fits below the scale of time; the page tells the whole."""
    return text if len(text) <= _LABEL else text[: _LABEL - 1].rstrip() + "…"


def make_lab(ink: Ink) -> WhatIfLab:
    """The lab at its first opening."""
    return WhatIfLab(ink)
