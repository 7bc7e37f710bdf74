"""Checks that the file on boot banks has a sentence for every reason, and layouts and stories that can be."""

from __future__ import annotations

from collections.abc import Sequence
from string import Formatter

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.bank_rule import BankRule, values_of
from vmexplorer.atlas.check_eras import era_names
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.lifespan import eras_covered
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import BANKS
from vmexplorer.atlas.system_image import DiskLayout, Preset, RuleText, Store, SystemImage

_FILE = BANKS.place
_MOST_REMEMBERED = 9
_COUNTED = frozenset({"seconds"})
_SPARE = 0.001  # of the medium: sizes are rounded


def check_banks(pack: Pack, atlas: Atlas, findings: Findings) -> None:
    """Notes reasons without a sentence, loaders out of order, eras left out, areas that do not fit, odd stories."""
    image = pack.banks
    if image is None:
        return
    _check_reasons(image.reasons, findings)
    _check_values("screen.countdown", image.screen.countdown, _COUNTED, findings)
    _check_values("screen.resume_countdown", image.screen.resume_countdown, _COUNTED, findings)
    _check_loaders(image, findings)
    _check_covered("layouts", image.layouts, atlas, findings)
    _check_covered("stores", image.stores, atlas, findings)
    for place, layout in enumerate(image.layouts):
        _check_areas(f"layouts[{place}]", layout, findings)
    for place, path in enumerate(image.paths):
        flow = atlas.flows.get(path.flow)
        branches = [branch.id for branch in flow.branches] if flow is not None else []
        if flow is not None and path.branch and path.branch not in branches:
            text = f"names the branch {quoted(path.branch)}, which {quoted(flow.id)} does not have"
            findings.add(_FILE, f"paths[{place}].branch", text, findings.suggest(path.branch, branches))
    for place, preset in enumerate(image.presets):
        _check_preset(f"presets[{place}]", preset, findings)


def _check_reasons(reasons: Sequence[RuleText], findings: Findings) -> None:
    told = {text.id for text in reasons}
    for rule in BankRule:
        if rule not in told:
            findings.add(_FILE, "reasons", f"has no sentence for {quoted(str(rule))}", "add one with this id")
    for place, text in enumerate(reasons):
        known = values_of(text.id)
        _check_values(f"reasons[{place}].says", text.says.text, known, findings)
        _check_values(f"reasons[{place}].screen", text.screen, known, findings)


def _check_values(key: str, text: str, known: frozenset[str], findings: Findings) -> None:
    """Notes braces that could not be filled in."""
    try:
        named = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        findings.add(_FILE, key, "has a brace without a partner", "write {partition}, or {{ for a brace")
        return
    for name in named:
        if name not in known:
            hint = findings.suggest(name, known) or f"it may name {', '.join(sorted(known)) or 'none'}"
            findings.add(_FILE, key, f"names the value {quoted(name)}, which is not known here", hint)


def _check_loaders(image: SystemImage, findings: Findings) -> None:
    for place, loader in enumerate(image.loaders):
        before = image.loaders[place - 1] if place else None
        if before is not None and loader.since.version <= before.since.version:
            text = f"is {loader.since}, which is not after {before.since}, where the loader before begins"
            findings.add(_FILE, f"loaders[{place}].since", text, "list the loaders oldest first")
        if not 1 <= loader.most <= _MOST_REMEMBERED:
            text = f"is {loader.most} and must lie between 1 and {_MOST_REMEMBERED}"
            findings.add(_FILE, f"loaders[{place}].most", text)


def _check_covered(key: str, parts: Sequence[DiskLayout] | Sequence[Store], atlas: Atlas, findings: Findings) -> None:
    covered = {era for part in parts for era in eras_covered(atlas.era_ids, part.eras)}
    missing = [era for era in atlas.era_ids if era not in covered]
    if missing:
        findings.add(_FILE, key, f"has nothing for {era_names(atlas, missing)}", "widen the eras of an entry")


def _check_areas(key: str, layout: DiskLayout, findings: Findings) -> None:
    sizes = [area.size for area in layout.areas]
    known = [size for size in sizes if size is not None]
    if layout.medium <= 0:
        findings.add(_FILE, f"{key}.medium", "must be more than 0")
    for place, size in enumerate(sizes):
        if size is not None and size <= 0:
            findings.add(_FILE, f"{key}.areas[{place}].size", "must be more than 0")
    if sizes.count(None) > 1:
        place = len(sizes) - 1 - sizes[::-1].index(None)
        text = "is missing, and so is that of another area; only one can be what the others leave"
        findings.add(_FILE, f"{key}.areas[{place}].size", text)
    elif sum(known) > layout.medium * (1.0 + _SPARE) or (None in sizes and sum(known) >= layout.medium):
        text = f"take {sum(known):g} MB, more than the medium's {layout.medium:g}"
        findings.add(_FILE, f"{key}.areas", text)


def _check_preset(key: str, preset: Preset, findings: Findings) -> None:
    partitions = [bank.partition for bank in preset.banks]
    for place, partition in enumerate(partitions):
        if partition < 1 or partition in partitions[:place]:
            text = f"is {partition}, which is no partition number or stands twice"
            findings.add(_FILE, f"{key}.banks[{place}].partition", text)
    for place, bank in enumerate(preset.banks):
        if bank.updated < 0:
            findings.add(_FILE, f"{key}.banks[{place}].updated", "must not be less than 0")
    if preset.runs is not None and preset.runs not in partitions:
        text = f"is {preset.runs}, which is the partition of none of its banks"
        findings.add(_FILE, f"{key}.runs", text)
