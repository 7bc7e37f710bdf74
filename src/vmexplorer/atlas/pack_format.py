"""The description of the pack format for people, docs/pack-format.md, made from the same fields as the reader."""

from __future__ import annotations

from typing import Any

from vmexplorer.atlas.bank_event import BankEvent
from vmexplorer.atlas.checks import MAX_ERAS
from vmexplorer.atlas.era import EraRange, Version, VersionFact
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.link import Port
from vmexplorer.atlas.pack_files import FILE_KINDS
from vmexplorer.atlas.pack_folder import MAX_TOTAL_BYTES
from vmexplorer.atlas.pack_listing import MAX_FILES
from vmexplorer.atlas.shapes import (
    ID_FORM,
    TEXT_LIMIT,
    Choice,
    Many,
    Number,
    PackField,
    Record,
    Shape,
    Text,
    Truth,
    Whole,
    Written,
    fields_of,
)
from vmexplorer.atlas.tour import CAPTION_LIMIT, MOST_MINUTES, StepName
from vmexplorer.atlas.view import Cell
from vmexplorer.atlas.when import When
from vmexplorer.atlas.yaml_reader import MAX_BYTES, MAX_DEPTH

_INTRODUCTION = f"""\
# The pack format

A pack is a folder of YAML files. It holds everything that vmexplorer knows: components, links, flows, views and the
eras they belong to. This page is made from the program's own field descriptions; `docs/pack.schema.json` says the
same to editors.

## Rules for every file

- The encoding is UTF-8. Only plain YAML is read: no anchors, aliases, tags or merge keys, and one document per file.
- A key may stand only once, and a key that the tables below do not list is an error.
- Only `true`, `false`, `null`, whole and decimal numbers are not text. A text that looks like one of them needs quotes.
- A file may have {MAX_BYTES:,} bytes and {MAX_DEPTH} levels, a pack {MAX_FILES:,} files, {MAX_TOTAL_BYTES:,} bytes
  and {MAX_ERAS} eras, a text {TEXT_LIMIT:,} characters where no other limit is given.
- A file in a folder has the name of the id inside: `flows/F02.yaml` holds the flow `F02`.
- Ids: {ID_FORM}.
  Two ids may not differ in upper and lower case alone.
- Apart from the files below, a pack may hold files whose names begin with `README`, `LICENSE` or a dot.

## Evidence marks

Every factual sentence ends in one or more marks that say how it is known.

| Mark | Meaning |
|---|---|
| `[v:S12]` | verified: the text of source S12 was read |
| `[v:S12, S13]` | verified in two sources |
| `[v:S12, inf]` | source S12 has verified samples; the rule is inferred from them |
| `[code:S2]` | read in the published source code S2 |
| `[gk]` | general knowledge, not verified |
| `[?]` | sources disagree, or nothing was found |

## Files

| File | Holds | Needed |
|---|---|---|
"""

_CHECKS = f"""
## What is checked beyond single values

- Every id that is referred to exists, also the sources in evidence marks; no id stands twice; parents form no circle.
- A summary ends with a full stop.
- Eras stand in their order; `until` is not before `since`; nothing begins before the first era; ranges of eras run
  forwards.
- There is an era in which a link and both its ends exist.
- A flow has steps in every era in which it is offered, and the ends of a step exist in every era in which it is shown.
  A step takes more than nothing and at most a day. No era shows two steps of a flow, its branches included, with the
  same id.
- A branch leaves after a step that is there in every era in which the branch is offered, and has steps in each of them.
- A comparison is of two different flows that some era offers both. Each pair names a step of at least one of them, no
  step is named twice, and the pairs stand in the order of the steps.
- Every component is on some view, as a card or as a zone.
- The parts that a stop of a tour frames or lights are drawn on its view in its era. What it selects exists in that era
  and is drawn there, itself or through a parent. Its flow is offered in that era and has the steps named, in order.
  Its caption has at most {CAPTION_LIMIT} characters, its time is more than nothing and at most {MOST_MINUTES:g}
  minutes, and no two stops of a tour share an id.
- Cards and zones lie inside their grid and overlap nothing that is shown in the same era. A component that a view
  shows twice in one era has an id on its second card.
- The file on boot banks has a sentence for every reason, whose braces name values that the reason has; loaders stand
  in their order; every era has a disk layout and a store; the areas of a layout fit on its medium; no story names a
  partition twice.
- The console has one product in every era and notes for each of its screens. A menu has a row that opens it and at
  most 19 lines; none does the same thing twice. The flow of a row is offered in all eras of the row, and what the row
  touches or needs exists in one of them at least.
- A log of the console has one form in each of its eras, and only known placeholders. There are at most nine logs.
- What a check looks at, and the parts that its answers ask for, exist; in every era that has the check there is an
  answer without a condition. A log line in an output has a form in each of these eras.
- The parts, checks, flow and branch that a case names exist in its era. Some of its hypotheses are right and some
  wrong, and so are its repairs.
- Measures are positive. Both ends of a link at rest or on the spine are on the view, themselves or through a parent.
- A question has the keys that its kind needs and none that belong to another kind. A choice has a right and a wrong
  answer, each wrong one says why; no two answers and no two things to put in order say the same. In every era in which
  it is asked there is one of its components, and one of those to click.
"""

_FORMS: dict[type[Any], str] = {
    Statement: "statement",
    Version: "version",
    VersionFact: "version with marks",
    EraRange: "range of eras",
    Cell: "place",
    Port: "port",
    StepName: "step",
    BankEvent: "event",
    When: "state of a part",
}


def pack_format_markdown() -> str:
    """The whole page as Markdown."""
    records: dict[type[Any], None] = {}
    rows = [f"| `{kind.pattern}` | {_summary(kind.cls)} | {_yes(kind.required)} |" for kind in FILE_KINDS]
    sections = [_section(f"`{kind.pattern}`", kind.cls, records) for kind in FILE_KINDS]
    # Sections of records may name further records, which are appended while the loop runs.
    done: set[type[Any]] = set()
    while todo := [cls for cls in records if cls not in done]:
        for cls in todo:
            done.add(cls)
            sections.append(_section(cls.__name__, cls, records))
    forms = [f"- **{name}**: {cls.FORM}." for cls, name in _FORMS.items()]
    lines = [*rows, "", "## Written forms", "", *forms, ""]
    return _INTRODUCTION + "\n".join(lines) + "".join(sections) + _CHECKS


def _section(title: str, cls: type[Any], records: dict[type[Any], None]) -> str:
    lines = ["", f"## {title}", "", _summary(cls), "", "| Key | Holds | Needed | Meaning |", "|---|---|---|---|"]
    for field in fields_of(cls):
        lines.append(f"| `{field.key}` | {_holds(field, records)} | {_needed(field)} | {_cell(field.doc)} |")
    return "\n".join(lines) + "\n"


def _summary(cls: type[Any]) -> str:
    return (cls.__doc__ or "").split("\n\n")[0]


def _yes(required: bool) -> str:
    return "yes" if required else "no"


def _needed(field: PackField) -> str:
    if field.required:
        return "yes"
    simple = isinstance(field.default, str | int | float) and field.default != ""
    # YAML writes its truth values in small letters.
    shown = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return f"no: `{shown}`" if simple else "no"


def _holds(field: PackField, records: dict[type[Any], None]) -> str:
    if not field.ref:
        return _cell(_name(field.shape, records))
    name = f"id of a {field.ref}"
    return f"list: {name}" if isinstance(field.shape, Many) else name


def _name(shape: Shape, records: dict[type[Any], None]) -> str:
    match shape:
        case Text(limit, is_id):
            name = "id" if is_id else "text" if limit == TEXT_LIMIT else f"text, at most {limit} characters"
        case Choice(options):
            name = "one of " + ", ".join(f"`{option}`" for option in options)
        case Written(reader):
            name = _FORMS[reader]
        case Many(item):
            name = f"list: {_name(item, records)}"
        case Record(cls):
            records[cls] = None
            name = f"[{cls.__name__}](#{cls.__name__.lower()})"
        case _:
            plain: dict[type[Any], str] = {Whole: "whole number", Number: "number", Truth: "`true` or `false`"}
            name = plain[type(shape)]
    return name


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
