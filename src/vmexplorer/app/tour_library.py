"""The tours that can be walked: those of the pack, and those that the user has made or was given."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir

from vmexplorer.app.free_id import free_id
from vmexplorer.app.user_folders import data_folder
from vmexplorer.app.whole_file import write_whole
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.tour import Tour
from vmexplorer.errors import PackError, Problem, UnknownNameError, VmexplorerError

_ENDING, _UNSAVED, _DELETED = ".yaml", "-unsaved", ".deleted"


class TourLibrary:
    """Tours of a pack and of a folder; files of the folder are those that a pack has under ``tours``.

    Args:
        atlas: what the tours lead through.
        folder: the user's own tours; made at the first saving. None: there are none.
    """

    def __init__(self, atlas: Atlas, folder: Path | None) -> None:
        self._atlas = atlas
        self._folder = folder
        self._own: dict[str, Tour] = {}
        self._problems: list[Problem] = []
        for file in self._files():
            try:
                self._take(file)
            except PackError as error:
                self._problems += error.problems

    @classmethod
    def of_user(cls, atlas: Atlas) -> TourLibrary:
        """The tours of the user who runs the program."""
        folder = data_folder()
        return cls(atlas, folder / "tours" if folder else None)

    @property
    def tours(self) -> tuple[Tour, ...]:
        """Every tour, those of the pack first, each sort in its own order."""
        return (*sorted(self._atlas.tours.values(), key=_order), *sorted(self._own.values(), key=_order))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with files of the folder; they are passed over."""
        return tuple(self._problems)

    @property
    def taken(self) -> tuple[str, ...]:
        """The ids that a new tour cannot have: those of tours, and the names of files that could not be read."""
        return (*[tour.id for tour in self.tours], *[file.stem for file in self._files()])

    def holds(self, file: Path) -> bool:
        """Whether a file lies in the user's folder and so is read at the next start."""
        return file.parent == self._folder

    def is_own(self, tour: Tour) -> bool:
        """Whether a tour lies in the user's folder and so can be changed."""
        return tour.id in self._own

    def tour(self, name: str) -> Tour:
        """The tour with this id or, whatever the case of its letters, this name; raises UnknownNameError."""
        wanted = name.casefold()
        for tour in self.tours:
            if wanted in (tour.id.casefold(), tour.name.casefold()):
                return tour
        raise UnknownNameError("tour", name, [text for tour in self.tours for text in (tour.id, tour.name)])

    def save(self, tour: Tour) -> Path:
        """Writes a tour into the user's folder, whole or not at all; one of the same id is replaced.

        Raises:
            PackError: the tour does not fit the atlas.
            VmexplorerError: the pack has a tour of this id, or the file cannot be written.
        """
        if tour.id in self._atlas.tours:
            raise VmexplorerError(f"the pack has a tour {tour.id!r} of its own; give yours another name")
        if self._folder is None:
            raise VmexplorerError("the system names no folder in which tours could be kept")
        file = self._folder / f"{tour.id}{_ENDING}"
        self.export(tour, file)
        self._own[tour.id] = tour
        return file

    def export(self, tour: Tour, file: Path) -> None:
        """Writes a tour into any file, whole or not at all.

        Raises:
            PackError: the tour does not fit the atlas.
            VmexplorerError: the file cannot be written.
        """
        # Imported when first wanted: few visits write a tour, and the YAML parser takes its time.
        from vmexplorer.atlas.tour_file import parse_tour
        from vmexplorer.atlas.tour_text import tour_text

        content = tour_text(tour).encode()
        parse_tour(content, str(file), self._atlas)
        try:
            write_whole(file, content)
        except OSError as error:
            raise VmexplorerError(f"the tour cannot be written ({error.strerror or error}): {file}") from None

    def open(self, file: Path) -> Tour:
        """Takes a tour from any file into the user's folder; with a new id when another tour there has its own.

        Raises:
            PackError: the file is no tour through the atlas; with every problem by line and key.
            VmexplorerError: as with ``save``.
        """
        from vmexplorer.atlas.tour_file import read_tour

        tour = read_tour(file, self._atlas)
        at_home = self._folder is not None and file.resolve().parent == self._folder.resolve()
        taken = [id.casefold() for id in self.taken]
        if not at_home and tour.id.casefold() in taken and self._own.get(tour.id) != tour:
            tour = replace(tour, id=free_id(tour.id, taken))
        self.save(tour)
        return tour

    def set_aside(self, tour: Tour) -> Path:
        """Keeps a tour that could not be saved in a file of its own; the next start names it and what is wrong.

        Where the user's own folder cannot be written, the file lies among the temporary ones of the system.

        Returns:
            the file.

        Raises:
            VmexplorerError: it can be written nowhere.
        """
        from vmexplorer.atlas.tour_text import tour_text

        name, reason = f"{tour.id}{_UNSAVED}", ""
        text = tour_text(replace(tour, id=name)).encode()
        for folder in (self._folder, Path(gettempdir())):
            if folder is None:
                continue
            file = folder / f"{name}{_ENDING}"
            try:
                write_whole(file, text)
            except OSError as error:
                reason = error.strerror or str(error)
            else:
                return file
        raise VmexplorerError(f"what is not saved of the tour {tour.name!r} can be written nowhere: {reason}")

    def delete(self, tour: Tour) -> Path:
        """Forgets one of the user's own tours; its file is kept under a name that is not read.

        Raises:
            VmexplorerError: it is none of the user's own, or the file cannot be renamed.
        """
        if self._folder is None or not self.is_own(tour):
            raise VmexplorerError(f"the tour {tour.name!r} belongs to the pack and cannot be deleted")
        file = self._folder / f"{tour.id}{_ENDING}"
        kept = file.with_name(f"{file.name}{_DELETED}")
        try:
            with suppress(FileNotFoundError):
                file.replace(kept)
        except OSError as error:
            raise VmexplorerError(f"{tour.name!r} cannot be deleted: {error.strerror or error}") from None
        del self._own[tour.id]
        return kept

    def _files(self) -> list[Path]:
        if self._folder is None or not self._folder.is_dir():
            return []
        return sorted(file for file in self._folder.glob(f"*{_ENDING}") if not file.name.startswith("."))

    def _take(self, file: Path) -> None:
        from vmexplorer.atlas.tour_file import read_tour

        tour = read_tour(file, self._atlas)
        if tour.id in self._atlas.tours:
            text = f"is {tour.id!r}, which a tour of the pack has already"
            raise PackError([Problem(str(file), 1, "id", text, "give the tour and its file another id")])
        self._own[tour.id] = tour


def _order(tour: Tour) -> tuple[int, str]:
    return tour.order, tour.name.casefold()
