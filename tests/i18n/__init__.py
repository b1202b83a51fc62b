"""Tests of `iroc_desktop.i18n`; they must not need a display."""
