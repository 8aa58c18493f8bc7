"""Frames in, figures out. One module per subject; `style` holds what they share."""
