"""How well the proposals are: precision and recall against facts that people read in the same papers."""
