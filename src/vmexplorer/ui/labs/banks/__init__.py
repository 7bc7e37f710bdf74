"""The lab of the two boot banks."""
