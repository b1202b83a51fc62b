"""Tests of `iroc_desktop.ui.screens.staying_well`."""
