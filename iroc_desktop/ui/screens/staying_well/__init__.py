"""The staying-well plan: what keeps a person well, and what helps when it gets harder, in their lines.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
