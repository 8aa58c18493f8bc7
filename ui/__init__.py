"""How it is shown: widgets, exhibits, figures, texts, templates, the server."""
