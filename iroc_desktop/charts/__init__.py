"""Pictures of ratings, drawn once for screen, paper and files.

Nothing here may know Qt, ReportLab, the store, or what a rating means for a person.
"""
