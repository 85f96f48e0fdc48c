"""The terminal screens, without logic, store or files."""
