"""The picture: start, last and now, with a table and words that name what is strong first.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
