"""From a paper to facts that a person decided on: read, propose, decide, hand in."""
