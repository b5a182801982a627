"""Figures as open data: tables with a dictionary, for the interface of machines and for the data package."""
