"""Runs the program with ``python -m vmexplorer``."""

from __future__ import annotations

import sys

from vmexplorer.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
