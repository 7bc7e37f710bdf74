"""The bars and columns around the map; each shows what it is told and says what the person wants."""
