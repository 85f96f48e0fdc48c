"""Use cases, one module a job: what the command line and the screens both ask for."""
