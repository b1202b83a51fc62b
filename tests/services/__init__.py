"""Tests of `iroc_desktop.services`; they must not need a display."""
