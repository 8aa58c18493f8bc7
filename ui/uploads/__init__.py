"""The parts of the page Hochladen."""
