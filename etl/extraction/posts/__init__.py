"""Posts and persons in a sentence: what is counted, of which module, how far it is, where."""
