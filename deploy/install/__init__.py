"""What `run.py` does before the program itself can run: packages, settings, which command. The standard library alone."""
