"""Work behind the window: one serial worker, one running program, and a watch for idleness.

Nothing here may know a screen or a service.
"""
