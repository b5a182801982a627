"""What each page says and shows: a `Standing` in, sentences and frames out. No screen library here."""
