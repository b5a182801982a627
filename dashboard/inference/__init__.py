"""The field's formulae and nothing else: numpy and pandas in, numpy and pandas out, every limit a plain argument.

Nothing here knows the plan, a sentence or the store. Rates are fractions 0–1, scores points 0–100, missing is NaN and stays NaN.
Along the years the formulae take wide histories (see `histories`); inside a year they take Series by unit.
"""

from dashboard.inference.counts import check_counts, people_needed, satisfied_counts
from dashboard.inference.discovery import benjamini_hochberg
from dashboard.inference.falling import cochran_armitage, theil_sen
from dashboard.inference.funnels import adjusted_limits, funnel, funnel_limits, overdispersion
from dashboard.inference.kendall import mann_kendall
from dashboard.inference.levels import satisfaction_levels, score_levels
from dashboard.inference.peers import peer_scores
from dashboard.inference.projections import projection
from dashboard.inference.rank_draws import rank_bands, rank_intervals
from dashboard.inference.ranks import competition_rank, rank_bounds
from dashboard.inference.rates import largest_rate_below, newcombe, wilson
from dashboard.inference.survey_noise import effective_counts, rate_of_arcsine, within_rho
from dashboard.inference.variances import moderated_slopes, squeeze_var

__all__ = [
    "adjusted_limits",
    "benjamini_hochberg",
    "check_counts",
    "cochran_armitage",
    "competition_rank",
    "effective_counts",
    "funnel",
    "funnel_limits",
    "largest_rate_below",
    "mann_kendall",
    "moderated_slopes",
    "newcombe",
    "overdispersion",
    "peer_scores",
    "people_needed",
    "projection",
    "rank_bands",
    "rank_bounds",
    "rank_intervals",
    "rate_of_arcsine",
    "satisfaction_levels",
    "satisfied_counts",
    "score_levels",
    "squeeze_var",
    "theil_sen",
    "wilson",
    "within_rho",
]
