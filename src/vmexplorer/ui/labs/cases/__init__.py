"""The troubleshooting lab: cases to solve, and faults hidden for a class."""
