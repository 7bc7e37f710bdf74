"""The PySide6 side of the program: it paints, listens and passes on; it decides nothing."""
