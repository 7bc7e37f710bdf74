"""Simulators: pure state machines that answer "what if", each in a room of its own."""
