"""Pictures of our figures without a browser: SVG whose text stays text, and PNG from it."""
