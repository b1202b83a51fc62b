"""Exploring: each chosen area in four steps, from what works already to what is agreed.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
