"""Files as they come: encodings, text files, workbooks, what is hidden in them."""
