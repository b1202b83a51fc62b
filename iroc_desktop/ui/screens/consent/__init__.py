"""Consent: words to read together, the day somebody agreed, and the way to take it back.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
