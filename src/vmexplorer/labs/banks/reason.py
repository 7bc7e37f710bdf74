"""A reason: one rule with the values that its sentence speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vmexplorer.atlas.bank_rule import BankRule
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.system_image import RuleText
from vmexplorer.labs.banks.bank import Bank, word

Values = tuple[tuple[str, str], ...]


class Reason(NamedTuple):
    """Why something is as it is: the rule, and the values for its sentence."""

    rule: BankRule
    values: Values = ()


def about(rule: BankRule, bank: Bank, other: Bank | None = None) -> Reason:
    """A reason that concerns a bank, and perhaps a second one that it is measured against."""
    values = {
        "partition": str(bank.partition),
        "image": bank.image or "nothing",
        "updated": str(bank.updated),
        "state": "none" if bank.bootstate is None else str(int(bank.bootstate)),
        "word": word(bank.bootstate),
    }
    if other is not None:
        values |= {"other": str(other.partition), "other_updated": str(other.updated)}
    return Reason(rule, tuple(values.items()))


class Reasons:
    """The sentences of a pack, ready to be filled in."""

    def __init__(self, texts: Iterable[RuleText]) -> None:
        self._texts: Mapping[BankRule, RuleText] = {text.id: text for text in texts}

    def statement(self, reason: Reason) -> Statement:
        """The sentence with its evidence; backticks mark code."""
        written = self._texts[reason.rule].says
        return Statement(written.text.format(**dict(reason.values)), written.evidence)

    def plain(self, reason: Reason) -> str:
        """The sentence without any marks."""
        return self.statement(reason).text.replace("`", "")

    def on_screen(self, reason: Reason) -> str:
        """What the loader writes on its screen meanwhile, or ""."""
        return self._texts[reason.rule].screen.format(**dict(reason.values))
