"""The record: a completed conversation to read, and to correct with a reason.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
