"""Tests of the window; they run off screen and must not sleep."""
