"""Tests of the commands; they must not need a display."""
