"""School files: what was acknowledged is on the disk, whatever happens next.

Storage = codec → seal → durable file; TinyDB tables stand on top and are used nowhere else.
"""
