"""Tests of the whole window on fakes; they must not touch the disk but for settings."""
