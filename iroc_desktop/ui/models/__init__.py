"""Plain models that several screens share, without Qt.

Nothing here may know a widget, a screen or the store.
"""
