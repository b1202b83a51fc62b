"""A session that stands still: paused on purpose, or stopped from outside.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
