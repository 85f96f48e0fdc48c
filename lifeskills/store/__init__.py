"""Keep what a school keeps: class files and running lessons, safe against a power cut."""
