"""Choosing: up to a few areas in the person's order.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
