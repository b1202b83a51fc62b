"""A sheet on its way to paper: the plan or the staying-well plan, new or as it was printed.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
