#!/usr/bin/env python3
"""Sets up everything vmexplorer needs, then starts it. Needs nothing but Python itself.

python3 start.py                  opens the program
python3 start.py COMMAND ...      runs one of the program's commands, such as: check, show components
python3 start.py test [...]       checks the code, then runs the tests; further words go to pytest
python3 start.py bench [...]      measures the speed against its limits
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
if sys.version_info < OLDEST:  # Up to here and in its syntax this file suits Python 3.6, which can then say so.
    newer = [name for name in ("python3.13", "python3.12", "python3.11") if shutil.which(name)]
    advice = f"run: {newer[0]} start.py" if newer else "install a newer one from your system or from python.org"
    sys.exit(f"vmexplorer needs Python 3.11 or newer, and this is {sys.version.split()[0]}; {advice}")

HERE = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"
ENVIRONMENT = HERE / ".venv"
PROGRAMS = ENVIRONMENT / ("Scripts" if WINDOWS else "bin")
PYTHON = PROGRAMS / ("python.exe" if WINDOWS else "python")
STAMP = ENVIRONMENT / "vmexplorer.stamp"
LOCK = HERE / "requirements.lock"

# The library a Linux system must have, and the Debian package that brings it.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
X11_TEST_PROGRAMS = {"xvfb-run": "xvfb", "xauth": "xauth"}
OTHER_SYSTEMS = {
    "dnf": "dnf install glib2 libglvnd-glx libglvnd-egl dbus-libs fontconfig libxkbcommon libX11-xcb xcb-util-cursor"
    " xcb-util-wm xcb-util-image xcb-util-keysyms libxcb xcb-util-renderutil libxkbcommon-x11",
    "pacman": "pacman -S --needed glib2 libglvnd dbus fontconfig libxkbcommon libx11 xcb-util-cursor"
    " xcb-util-wm xcb-util-image xcb-util-keysyms libxcb xcb-util-renderutil libxkbcommon-x11",
}

CHECKS = {
    "formatting": [PYTHON, "-m", "ruff", "format", "--check"],
    "style": [PYTHON, "-m", "ruff", "check"],
    "types": [PYTHON, "-m", "mypy"],
    "import order": [PROGRAMS / "lint-imports"],
}


def say(text: str) -> None:
    """Tells the user what goes on, apart from the program's own output."""
    print(f"[start] {text}", file=sys.stderr, flush=True)


def missing_libraries(libraries: dict[str, str]) -> dict[str, str]:
    """Those of the libraries that cannot be loaded."""
    missing = {}
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing[library] = package
    return missing


def prepare_system(testing: bool) -> None:
    """Installs what Debian leaves out; elsewhere says what to install."""
    required = missing_libraries(QT_LIBRARIES)
    wanted = {}
    if os.environ.get("DISPLAY"):
        required.update(missing_libraries(X11_LIBRARIES))
    elif os.environ.get("WAYLAND_DISPLAY"):
        required.update(missing_libraries(WAYLAND_LIBRARIES))
    if importlib.util.find_spec("ensurepip") is None:
        required["Python's venv module"] = f"python3.{sys.version_info.minor}-venv"
    if testing:
        wanted.update(missing_libraries(X11_LIBRARIES))
        wanted.update({name: package for name, package in X11_TEST_PROGRAMS.items() if not shutil.which(name)})
    missing = {**required, **wanted}
    problem = install(missing) if missing else ""
    if problem and required:
        sys.exit(f"vmexplorer needs {', '.join(required)} on this system; {problem}")
    if problem:
        say(f"tests on a virtual screen are left out, for want of {', '.join(wanted)}; {problem}")


def install(missing: dict[str, str]) -> str:
    """Installs Debian packages; returns "" or what the user should do instead."""
    if shutil.which("apt-get") is None:
        for manager, line in OTHER_SYSTEMS.items():
            if shutil.which(manager):
                return f"run this once as root, then start again:\n  {line}"
        return "install them with your package manager, then start again"
    packages = sorted(set(missing.values()))
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    by_hand = f"run this once as root, then start again:\n  {' '.join(command)}"
    become_root = []
    if os.geteuid() != 0:
        if shutil.which("sudo") is None or not sys.stdin.isatty():
            return by_hand
        become_root = ["sudo"]
    say(f"installing system packages: {' '.join(packages)}")
    quietly = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive"]
    if subprocess.run([*quietly, *command], capture_output=True, check=False).returncode == 0:
        return ""
    # The usual reason is a package list that is out of date or was never fetched.
    subprocess.run([*quietly, "apt-get", "update", "-qq"], stdout=subprocess.DEVNULL, check=False)
    again = subprocess.run([*quietly, *command], stdout=subprocess.DEVNULL, check=False)
    return "" if again.returncode == 0 else by_hand


def digest(*parts: bytes) -> str:
    """A short name for exactly these contents."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def prepare_environment() -> None:
    """Builds the environment, or what of it is out of date.

    The stamp goes first and comes back last, so an environment whose set-up was
    interrupted is built anew.
    """
    packages = digest(LOCK.read_bytes(), sys.version.encode(), str(HERE).encode())
    project = digest((HERE / "pyproject.toml").read_bytes())
    found = STAMP.read_text(encoding="utf-8").split() if STAMP.is_file() and PYTHON.exists() else []
    if found == [packages, project]:
        return
    STAMP.unlink(missing_ok=True)
    if found[:1] != [packages]:
        say("fetching the packages, some 120 MB; later starts skip this")
        step([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], "could not make the folder .venv")
        pip_install("--require-hashes", "-r", LOCK)
    pip_install("--no-deps", "--no-build-isolation", "-e", HERE)
    unfinished = STAMP.with_suffix(".new")
    unfinished.write_text(f"{packages}\n{project}\n", encoding="utf-8")
    unfinished.replace(STAMP)


def pip_install(*arguments: str | Path) -> None:
    """Installs into the environment."""
    pip = [PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    step([*pip, *arguments], "could not install the packages; check the network and start again")


def step(command: list[str | Path], complaint: str) -> None:
    """Runs one step of the set-up; ends the program with the complaint when it fails."""
    if subprocess.call(command) != 0:
        sys.exit(f"vmexplorer: {complaint}")


def off_screen() -> dict[str, str]:
    """The process environment for runs that draw but show nothing."""
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ}


def run_tests(arguments: list[str]) -> int:
    """Runs the checks, then pytest, whose summary is the last line; returns the exit code.

    Without arguments all tests run, on every core; tests of a file share what is costly to make.
    """
    failed = []
    environment = {**os.environ, "PYTHONUTF8": "1"}  # the checks draw frames that not every Windows code page has
    for name, command in CHECKS.items():
        done = subprocess.run(
            command, cwd=HERE, env=environment, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        say(f"{name}: {'ok' if done.returncode == 0 else 'FAILED'}")
        if done.returncode != 0:
            failed.append(name)
            sys.stdout.buffer.write(done.stdout)
            sys.stdout.flush()
    if failed:
        say(f"FAILED: {', '.join(failed)}; the tests run all the same, but this run does not pass")
    wanted = arguments or ["-n", "auto", "--maxprocesses", "8", "--dist", "loadfile"]
    result = subprocess.call([PYTHON, "-m", "pytest", *wanted], cwd=HERE, env=off_screen())
    return result or int(bool(failed))


def hand_over(arguments: list[str]) -> int:
    """Runs the program in the user's own folder; where the system can, in place of this process."""
    command = [str(PYTHON), "-P", "-m", "vmexplorer", *arguments]
    if WINDOWS:
        return subprocess.call(command)
    os.execv(command[0], command)  # noqa: S606  no shell is wanted here


def main(arguments: list[str]) -> int:
    """Prepares what is missing and does what was asked; returns the exit code."""
    task = arguments[0] if arguments else "open"
    if task in {"-h", "--help"}:
        print(__doc__, flush=True)  # before another process takes this one's place
    if sys.platform.startswith("linux"):
        prepare_system(testing=task == "test")
    prepare_environment()
    if task == "test":
        return run_tests(arguments[1:])
    if task == "bench":
        return subprocess.call([PYTHON, "-m", "benchmarks", *arguments[1:]], cwd=HERE, env=off_screen())
    return hand_over(arguments or ["open"])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
