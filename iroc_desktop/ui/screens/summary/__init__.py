"""The summary: exactly what will be on the paper, the very PDF beside it, print and save.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
