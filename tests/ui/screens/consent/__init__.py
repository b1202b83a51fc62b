"""Tests of `iroc_desktop.ui.screens.consent`."""
