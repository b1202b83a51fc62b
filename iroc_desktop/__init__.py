"""I.ROC Desktop: hold the I.ROC conversation offline, keep it safe, hand it over on paper.

This file must not import anything: starting the program stays cheap.
"""

__version__ = "0.1.0"
