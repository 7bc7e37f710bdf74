"""Measurements, each as a ratio against its yardstick in the same run."""
