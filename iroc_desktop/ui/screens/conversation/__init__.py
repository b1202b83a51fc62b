"""The conversation: one indicator at a time, rated, told and noted, and turned to the person.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
