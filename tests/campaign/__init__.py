"""Long searches for data loss on the real store, each with a planted fault that it must find.

Nothing here may use a store that anybody works with: every folder is temporary.
"""
