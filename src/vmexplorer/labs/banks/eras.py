"""Which loader, disk layouts and store belong to an era or a version."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.era import Version
from vmexplorer.atlas.lifespan import eras_covered
from vmexplorer.atlas.system_image import DiskLayout, Loader, Preset, Store, SystemImage
from vmexplorer.errors import UnknownNameError, VmexplorerError


def image_of(atlas: Atlas) -> SystemImage:
    """What a pack tells of boot banks.

    Raises:
        VmexplorerError: nothing.
    """
    if atlas.banks is None:
        raise VmexplorerError(f"the pack {atlas.manifest.name!r} tells nothing of boot banks; it has no banks.yaml")
    return atlas.banks


def loaders_in(atlas: Atlas, era: str) -> tuple[Loader, ...]:
    """The loaders of the versions of an era, oldest first."""
    place = atlas.era_ids.index(era)
    first = atlas.eras[place].first
    end = atlas.eras[place + 1].first if place + 1 < len(atlas.eras) else None
    loaders = image_of(atlas).loaders
    begun = [loader for loader in loaders if end is None or loader.since.version < end]
    gone = [loader for loader in begun if loader.since.version <= first][:-1]
    return tuple([loader for loader in begun if loader not in gone]) or loaders[:1]


def loader_for(atlas: Atlas, name: str | None = None) -> Loader:
    """The loader of a version, or the newest one of an era by its id, name or label; None: the newest of all.

    Raises:
        UnknownNameError: there is no such era or version.
        VmexplorerError: the pack tells nothing of boot banks.
    """
    loaders = image_of(atlas).loaders
    if name is None:
        return loaders[-1]
    era = atlas.era(name)
    if name in (era.id, era.short, era.name):
        return loaders_in(atlas, era.id)[-1]
    try:
        version = Version.parse(name)
    except ValueError:
        return loaders_in(atlas, era.id)[-1]
    return [loader for loader in loaders if loader.since.version <= version or loader is loaders[0]][-1]


def loader_named(atlas: Atlas, id: str) -> Loader:
    """The loader with this id; the pack's checks see to it that a story names none that is not there."""
    return next(loader for loader in image_of(atlas).loaders if loader.id == id)


def layouts_in(atlas: Atlas, era: str) -> tuple[DiskLayout, ...]:
    """How the boot device is divided in an era, one for each medium."""
    return tuple([part for part in image_of(atlas).layouts if era in eras_covered(atlas.era_ids, part.eras)])


def store_in(atlas: Atlas, era: str) -> Store:
    """What lies beside the images in an era."""
    return next(part for part in image_of(atlas).stores if era in eras_covered(atlas.era_ids, part.eras))


def preset_named(atlas: Atlas, name: str) -> Preset:
    """The story with this id or, whatever the case of its letters, this name.

    Raises:
        UnknownNameError: there is none; names the nearest.
    """
    presets = image_of(atlas).presets
    for preset in presets:
        if name.casefold() in (preset.id.casefold(), preset.name.casefold()):
            return preset
    raise UnknownNameError("story", name, [text for preset in presets for text in (preset.id, preset.name)])
