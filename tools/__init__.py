"""Programs that a developer runs once in a while."""
