"""What is kept beside the store: the files received and the records of all loads."""
