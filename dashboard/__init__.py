"""The dashboard. Its version stands here alone: year and month of the release, then its number within the month."""

VERSION = "2026.11.1"
