"""Every reason that the boot loader or the host can have, and what its sentence may speak of."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class BankRule(StrEnum):
    """Why the loader or the host does what it does; the pack has a sentence for each."""

    # What the scan goes through, and what it finds in one partition.
    SCAN_ALL = "scan-all"
    SCAN_SOME = "scan-some"
    SCAN_AGAIN = "scan-again"
    OUT_OF_SIGHT = "out-of-sight"
    NO_ROOM = "no-room"
    NO_MARK = "no-mark"
    NO_CONFIG = "no-config"
    NO_COUNTER = "no-counter"
    NO_BUILD = "no-build"
    VALID = "valid"
    UPGRADING = "upgrading"
    FIRST_TRY = "first-try"
    DIRTY = "dirty"
    INVALID = "invalid"
    NO_STATE = "no-state"
    GARBLED = "garbled"
    QUICK_BOOT = "quick-boot"
    FAILED_UPGRADE = "failed-upgrade"
    WRITE_IGNORED = "write-ignored"
    STATE_STAYS = "state-stays"
    # The choice, and what follows from it.
    LARGEST = "largest"
    EQUAL = "equal"
    ONLY_ONE = "only-one"
    NONE = "none"
    LOADING = "loading"
    INITIALIZING = "initializing"
    # Shift+R.
    NO_COUNTDOWN = "no-countdown"
    NO_ALTERNATE = "no-alternate"
    ROLLED_BACK = "rolled-back"
    CANCELLED = "cancelled"
    ROLLBACK_FAILED = "rollback-failed"
    # The host itself.
    FRESH = "fresh"
    GIVEN = "given"
    STAGED = "staged"
    STAGED_BROKEN = "staged-broken"
    REPLACED = "replaced"
    CONFIRMED = "confirmed"
    NOTHING_TO_CONFIRM = "nothing-to-confirm"
    CRASHED = "crashed"
    CUT_SHORT = "cut-short"


ABOUT_A_BANK = frozenset({"partition", "image", "updated", "state", "word"})
_ABOUT_TWO = ABOUT_A_BANK | {"other", "other_updated"}
_MORE: Mapping[BankRule, frozenset[str]] = {
    BankRule.SCAN_ALL: frozenset({"most"}),
    BankRule.SCAN_SOME: frozenset({"partitions"}),
    BankRule.SCAN_AGAIN: frozenset(),
    BankRule.OUT_OF_SIGHT: frozenset({"partition", "partitions"}),
    BankRule.NO_ROOM: frozenset({"partition", "most"}),
    BankRule.LARGEST: _ABOUT_TWO,
    BankRule.EQUAL: _ABOUT_TWO,
    BankRule.NONE: frozenset(),
    BankRule.NO_COUNTDOWN: frozenset(),
    BankRule.GIVEN: frozenset(),
    BankRule.STAGED: _ABOUT_TWO,
    BankRule.STAGED_BROKEN: _ABOUT_TWO,
    BankRule.REPLACED: _ABOUT_TWO,
}


def values_of(rule: BankRule) -> frozenset[str]:
    """The values that the sentence of a rule may name in braces."""
    return _MORE.get(rule, ABOUT_A_BANK)
