"""What machines are served: JSON, CSV and their description, beside the pages and from the same answers."""
