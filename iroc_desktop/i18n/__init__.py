"""Languages: phrases from catalogues, and dates and numbers in the document's language.

Nothing here may know Qt, the store or a person's data.
"""
