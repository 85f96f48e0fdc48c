"""Turn a plan of a book into HTML, one tagged PDF, or ``.docx``."""
