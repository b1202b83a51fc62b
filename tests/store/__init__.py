"""Tests of the encrypted store, on real files in a folder of their own."""
