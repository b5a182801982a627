"""The dashboard. Its version stands here alone: year and month of the release, then its number within the month."""

VERSION = "2026.11.1"
SELDOM = (50_000, 20, 20)
"""How often Python looks for garbage (`gc.set_threshold`) while much is made that stays: every 700 objects was a tenth of an import."""
