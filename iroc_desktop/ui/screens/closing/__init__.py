"""Closing: the next date, finishing and locking, what to take along, and a private reflection.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
