"""Tests of the program as a whole, off screen; they must not touch the user's folders."""
