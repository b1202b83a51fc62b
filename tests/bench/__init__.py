"""Figures of the numbers to reach, measured on this machine; nothing here is ever a test."""

PAINTED = "painted"
"""What a process says when its first window is on the screen."""
