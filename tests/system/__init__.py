"""Tests of `iroc_desktop.system`; they must not need a display."""
