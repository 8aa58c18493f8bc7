"""The command line of the way in."""
