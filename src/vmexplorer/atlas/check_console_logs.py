"""Checks that every log of the direct console has one form in each era, and that its lines can be filled in."""

from __future__ import annotations

import re

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_eras import era_names
from vmexplorer.atlas.console_log import PLACEHOLDERS, ConsoleLog
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.lifespan import eras_covered
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import CONSOLE_LOGS

MOST_LOGS = 9  # each is opened by a digit
MOST_TIMES = 200

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def check_console_logs(pack: Pack, atlas: Atlas, findings: Findings) -> None:
    """Notes eras without a form or with two, unknown placeholders, and more logs than the menu has digits."""
    for number, log in enumerate(pack.console_logs):
        _check_forms(f"logs[{number}]", log, atlas, findings)
        for place, entry in enumerate(log.entries):
            key = f"logs[{number}].entries[{place}]"
            _check_placeholders(f"{key}.says", entry.says, findings)
            for name, seconds in (("ago", entry.ago), ("after", entry.after), ("every", entry.every)):
                if seconds is not None and seconds <= 0:
                    findings.add(CONSOLE_LOGS.place, f"{key}.{name}", f"is {seconds:g} and must be greater than 0")
            if not 1 <= entry.times <= MOST_TIMES:
                text = f"is {entry.times} and must lie between 1 and {MOST_TIMES}"
                findings.add(CONSOLE_LOGS.place, f"{key}.times", text)
    for era in atlas.era_ids:
        shown = [log for log in pack.console_logs if era in eras_covered(atlas.era_ids, log.eras)]
        if len(shown) > MOST_LOGS:
            text = f"are {len(shown)} in {era_names(atlas, [era])}; the menu has room for {MOST_LOGS}"
            findings.add(CONSOLE_LOGS.place, "logs", text)


def _check_forms(key: str, log: ConsoleLog, atlas: Atlas, findings: Findings) -> None:
    shown = eras_covered(atlas.era_ids, log.eras)
    for era in shown:
        forms = [form for form in log.forms if era in eras_covered(atlas.era_ids, form.eras)]
        if len(forms) != 1:
            text = f"give {era_names(atlas, [era])} {len(forms)} forms; each era needs one"
            findings.add(CONSOLE_LOGS.place, f"{key}.forms", text)
    for number, form in enumerate(log.forms):
        _check_placeholders(f"{key}.forms[{number}].line", form.line, findings)


def _check_placeholders(key: str, text: str, findings: Findings) -> None:
    for name in _PLACEHOLDER.findall(text):
        if name not in PLACEHOLDERS:
            hint = findings.suggest(name, PLACEHOLDERS) or f"it may be one of {', '.join(PLACEHOLDERS)}"
            findings.add(CONSOLE_LOGS.place, key, f"has the placeholder {quoted(name)}, which is not known", hint)
