"""Tests of the small widgets; each is also tried at twice the text size."""
