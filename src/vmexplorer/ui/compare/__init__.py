"""Two message paths one above the other, played in step."""
