"""Tests of `iroc_desktop.ui.models`; they must not need a display."""
