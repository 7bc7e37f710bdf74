"""What a learner does with two banks: events in order, with a place on them to go back and forth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import NamedTuple, Self

from vmexplorer.atlas.bank_event import POWER_ON, BankEvent, Happening
from vmexplorer.atlas.system_image import Loader, Preset
from vmexplorer.labs.banks.bank import given_bank
from vmexplorer.labs.banks.host import ImpossibleEventError, Moment, fresh_host, given_host, happen, refusal


class Prediction(NamedTuple):
    """Which bank the learner expects the loader to boot; None for no bank at all."""

    partition: int | None


class Entry(NamedTuple):
    """An event of the history, and what was predicted of it, if anything was."""

    event: BankEvent
    predicted: Prediction | None = None


@dataclass(frozen=True, slots=True)
class BanksSession:
    """A history of events; everything else follows from it.

    ``moments`` has the host at the beginning and after each event; ``cursor`` is the place of the present one.
    ``prediction`` waits for the next power-on. Every change gives a new session.
    """

    loader: Loader
    moments: tuple[Moment, ...]
    entries: tuple[Entry, ...] = ()
    cursor: int = 0
    prediction: Prediction | None = None

    @classmethod
    def fresh(cls, loader: Loader, image: str = "A") -> Self:
        """A host that was just installed."""
        return cls(loader, (fresh_host(image),))

    @classmethod
    def of(cls, preset: Preset, loader: Loader) -> Self:
        """A story: all its events lie ahead, apart from those of before.

        Raises:
            ImpossibleEventError: one of its events cannot happen when its turn comes.
        """
        banks = [given_bank(given) for given in preset.banks]
        start = given_host(banks, preset.runs) if banks else fresh_host()
        session = cls(loader, (start,))
        for event in (*preset.before, *preset.events):
            session = session.act(event)
        return session.go_to(len(preset.before))

    @property
    def now(self) -> Moment:
        """The host at the present place, and what led to it."""
        return self.moments[self.cursor]

    @property
    def entry(self) -> Entry | None:
        """The event that led to the present place; None at the beginning."""
        return self.entries[self.cursor - 1] if self.cursor else None

    @property
    def expected(self) -> Prediction | None:
        """What is expected of the next power-on, or was of the one that led here."""
        return self.prediction or (None if self.entry is None else self.entry.predicted)

    @property
    def ahead(self) -> Entry | None:
        """The event that ``redo`` goes to; None at the end."""
        return self.entries[self.cursor] if self.can_redo else None

    @property
    def can_undo(self) -> bool:
        """Whether something lies behind."""
        return self.cursor > 0

    @property
    def can_redo(self) -> bool:
        """Whether something lies ahead."""
        return self.cursor < len(self.entries)

    @property
    def verdict(self) -> bool | None:
        """Whether the prediction for the present moment was right; None when there was none."""
        entry = self.entry
        if entry is None or entry.predicted is None:
            return None
        return entry.predicted.partition == self.now.host.booted

    def refusal(self, kind: Happening) -> str:
        """Why an event cannot happen now, as half a sentence; "" when it can."""
        return refusal(self.now.host, kind)

    def act(self, event: BankEvent) -> Self:
        """Lets an event happen; what lay ahead is given up.

        Raises:
            ImpossibleEventError: it cannot happen now.
        """
        moment = happen(self.now.host, event, self.loader)
        powers_on = event.kind in POWER_ON
        entry = Entry(event, self.prediction if powers_on else None)
        return replace(
            self,
            moments=(*self.moments[: self.cursor + 1], moment),
            entries=(*self.entries[: self.cursor], entry),
            cursor=self.cursor + 1,
            prediction=None if powers_on else self.prediction,
        )

    def instead(self, event: BankEvent) -> Self:
        """Puts an event in the place of the present one, with the same prediction; at the beginning it is ``act``.

        Raises:
            ImpossibleEventError: it cannot happen there.
        """
        entry = self.entry
        before = self if entry is None else self.undo()._predicting(entry.predicted)
        return before.act(event)

    def predict(self, partition: int | None) -> Self:
        """Expects the next power-on to boot a partition, or None for no bank; the same once more takes it back."""
        chosen = Prediction(partition)
        return self._predicting(None if self.prediction == chosen else chosen)

    def undo(self) -> Self:
        """Goes one event back, if there is one."""
        return self.go_to(self.cursor - 1)

    def redo(self) -> Self:
        """Goes one event forward, if there is one; what is expected now is judged by the next power-on on the way."""
        ahead = self.ahead
        if ahead is None:
            return self
        moved = self.go_to(self.cursor + 1)
        if self.prediction is None:
            return moved
        if ahead.event.kind not in POWER_ON:
            return moved._predicting(self.prediction)
        entry = Entry(ahead.event, self.prediction)
        return replace(moved, entries=(*self.entries[: self.cursor], entry, *self.entries[self.cursor + 1 :]))

    def go_to(self, place: int) -> Self:
        """Goes to the moment after so many events, or to the nearest there is."""
        return replace(self, cursor=min(max(place, 0), len(self.entries)), prediction=None)

    def with_loader(self, loader: Loader) -> Self:
        """The same events with another loader; what it makes impossible is given up, with all that follows."""
        session = type(self)(loader, self.moments[:1])
        for entry in self.entries:
            try:
                session = session._predicting(entry.predicted).act(entry.event)
            except ImpossibleEventError:
                break
        return replace(session.go_to(self.cursor), prediction=self.prediction)

    def _predicting(self, prediction: Prediction | None) -> Self:
        return replace(self, prediction=prediction)


def next_image(session: BanksSession) -> str:
    """The letter for the next image: the first that none has had so far."""
    moments = session.moments[: session.cursor + 1]
    used = {bank.image for moment in moments for bank in moment.host.banks}
    return next((letter for letter in ascii_uppercase if letter not in used), "next")


def played(loader: Loader, events: Iterable[BankEvent], start: BanksSession | None = None) -> BanksSession:
    """A session in which events have happened, from a fresh host or from another beginning.

    Raises:
        ImpossibleEventError: one of them cannot happen; its number, from 1, stands in the message.
    """
    session = BanksSession.fresh(loader) if start is None else start
    for number, event in enumerate(events, start=1):
        try:
            session = session.act(event)
        except ImpossibleEventError as error:
            raise ImpossibleEventError(f"event {number}, {error}") from error
    return session
