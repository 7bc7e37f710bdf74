"""The dual-bank system image and the loader that chooses between the banks."""
