"""From the paragraphs of a paper to proposed facts: rules that can be read, tested and extended."""
