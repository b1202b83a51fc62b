"""The whole window: which screen shows when, and how screens lead to one another.

Nothing here may know an adapter: it is handed the surroundings it works in.
"""
