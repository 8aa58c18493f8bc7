"""The rules, one family for each fact table."""
