"""Tests of the bin's screen."""
