"""Cells as people write them: numbers, dates, names, places, units."""
