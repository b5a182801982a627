"""Files of reports by their family, each → a `Document`."""
