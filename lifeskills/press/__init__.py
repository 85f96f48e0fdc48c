"""Turn a plan of a book into HTML and PDF."""
