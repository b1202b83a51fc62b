"""Tests of `iroc_desktop.ui.screens.welcome_back`."""
