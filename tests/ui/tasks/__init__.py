"""Tests of the work behind the window; they must not sleep."""
