"""Tổng quan: where the province stands, what changed, what matters."""
import streamlit as st

from dashboard.ui import choices, parts, stored
from dashboard.views import overview

chosen = choices.current()
standing = stored.standing(chosen.year)
table = chosen.of(standing.table)
parts.answer(overview.answer(standing, table))
parts.tiles(overview.tiles(standing, table))
