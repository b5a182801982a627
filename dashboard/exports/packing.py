"""From a standing and what people entered to a pack."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from dashboard.access.edition import Edition
from dashboard.access.publication import published, replies_to, with_published
from dashboard.assessment.standing import Records, Standing
from dashboard.exports.dossier import dossier
from dashboard.exports.report.beside_figures import READINESS, Entered, Extras
from dashboard.exports.report.material import Material
from dashboard.exports.report.order import pack_content
from dashboard.exports.report.pack import Pack, SealMark
from dashboard.plan import clock

LISTS = ("documents", "awards", "inspections", "examples", "indices")
"""Tables that a pack shows and no score depends on; they are sealed with the records."""
BESIDE = ("lineage", "limitations")
"""Tables of the records that a pack shows, too."""


def pack_of(
    standing: Standing,
    milestone: str,
    records: Records,
    lists: Mapping[str, pd.DataFrame],
    entered: Entered,
    seal: SealMark,
    *,
    illustrative: bool,
    today: dt.date | None = None,
    inner: bool = False,
) -> Pack:
    """The pack of a milestone (its code in the plan) from a standing of its year; `lists` has the tables of `LISTS`. Figures are the standing's, what people entered is as of today."""
    tables = {**records._asdict(), **lists}
    material = material_of(standing, milestone, tables, entered, today, inner=inner)
    made = pack_content(material, seal, illustrative=illustrative)
    return with_dossier(made, material)


def material_of(
    standing: Standing,
    milestone: str,
    tables: Mapping[str, pd.DataFrame],
    entered: Entered,
    today: dt.date | None = None,
    *,
    inner: bool = False,
) -> Material:
    """A standing at a milestone with everything beside it, as `pack_of`: what the pack and the deck are made from. `tables`: those of `LISTS` and `BESIDE`.

    Namings that are drafts, and what units replied to them, are only in an inner copy: what leaves the house names whom a meeting published.
    """
    if not inner:
        told = published(entered.publications)
        standing = replace(
            standing,
            flags=with_published(standing.flags, told, standing.year),
            published_only=True,
        )
        entered = entered._replace(replies=replies_to(told, entered.replies))
    extras = Extras(
        tables["documents"],
        tables["awards"],
        tables["inspections"],
        tables["examples"],
        tables["limitations"],
        tables["lineage"],
        tables["indices"],
        entered.conclusions,
        entered.replies,
        entered.publications,
        today or clock.today(),
        entered.disciplines,
        tables.get(READINESS),
        entered.nominees,
        entered.vote_counts,
        entered.votes,
    )
    held = standing.plan.milestone(milestone)
    return Material.at(standing, held, extras, inner=inner)


def mark_of(edition: Edition, until: dt.date | None = None) -> SealMark:
    """The mark that everything made from an edition bears; as of the end of an earlier day a later publication is not told."""
    published = edition.published_on
    return SealMark(
        edition.name,
        edition.at,
        edition.who,
        edition.fingerprint,
        edition.number,
        None if published and until and published > until else published,
        edition.plan_version,
        edition.link,
    )


def with_dossier(pack: Pack, material: Material) -> Pack:
    """The pack with the documents that the office writes around the meeting, from the same material."""
    return replace(pack, dossier=dossier.drafts(material, pack))
