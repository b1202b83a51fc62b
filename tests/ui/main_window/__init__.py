"""Tests of the frame around the screens; they must not need a screen of the program."""
