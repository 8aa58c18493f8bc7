"""Papers from their addresses: asked for politely, kept as they came, read into numbered paragraphs."""
