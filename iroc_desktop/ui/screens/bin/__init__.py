"""The bin: what was put away, by person, and the way back for each thing.

It must not show what the things say.
"""
