"""Tests of the screen of keeping times."""
