"""I.ROC Desktop: hold the I.ROC conversation offline, keep it safe, hand it over on paper.

This file must not import anything: starting the program stays cheap.
"""

__version__ = "0.1.0"
RELEASED_ON = "2026-11-24"
"""The day this version was made; a clock that shows an earlier one is wrong."""
