"""Use cases: what a practitioner does with the program, on ports that adapters fill.

Nothing here may know Qt, SQL, ReportLab, a file or the real clock.
"""
