"""What is found: of several places, of the Land, what may be compared."""
