"""The way in: documents and CSV files become checked, published facts."""
