"""The core that pages and etl share: declarations, store, queries, figures, widgets, texts."""
