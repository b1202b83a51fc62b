"""Tests of the words for errors; they must not need a display."""
