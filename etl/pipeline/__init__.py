"""From rows to the next version of the store: stage, check, verify, merge, publish."""
