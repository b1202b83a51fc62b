"""The frame around the screens: menus, side bar, top bar, toast and the privacy cover.

Nothing here may know a screen: it shows whatever widget it is given.
"""
