"""The door for files: receive, check, decide, publish, withdraw."""
