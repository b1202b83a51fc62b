"""Screens: each is a folder with a presenter (plain Python) and a view (Qt) that draws its state.

Screens never import each other; the main window joins them through their exits.
"""
