"""Tests of `iroc_desktop.domain`; they must not need a display."""
