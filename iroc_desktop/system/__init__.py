"""The machine around us: paths, settings, content files, the clock.

Nothing here may know Qt, the store or what a screen looks like.
"""
