"""From the bytes of a paper to numbered paragraphs."""
