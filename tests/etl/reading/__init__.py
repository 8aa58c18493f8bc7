"""The tolerant way in, on real bytes."""
