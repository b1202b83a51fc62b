"""The plan: what a person wants, the steps on the way, who helps, and whether they agree.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
