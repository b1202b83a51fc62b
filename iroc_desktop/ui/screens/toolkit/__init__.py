"""The toolkit: find a page, read it, fill it in with a person, print it blank or filled in.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
