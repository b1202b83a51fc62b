"""Tests of bundles; they must not need a store or a display."""
