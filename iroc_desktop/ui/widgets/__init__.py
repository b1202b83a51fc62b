"""Small widgets that screens are put together from, one in each module.

None of them may know a service, a screen or where its words come from.
"""
