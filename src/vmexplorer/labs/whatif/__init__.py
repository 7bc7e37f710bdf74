"""What happens when a part of the host stops, hangs, is cut off or blocked."""
