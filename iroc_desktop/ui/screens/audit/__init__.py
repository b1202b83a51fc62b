"""What was done: the log as a list that team leads can narrow, check and save.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
