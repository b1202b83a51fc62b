"""Tests of a session that stands still."""
