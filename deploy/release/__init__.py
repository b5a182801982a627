"""Makes what an office carries to a computer without a network: the program, its packages with hashes, the list of parts, sums."""
