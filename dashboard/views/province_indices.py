"""Published indices of whole provinces, apart from everything about the movement."""

from __future__ import annotations

import pandas as pd

from dashboard.charts.index_lines import alt_text
from dashboard.views import indices_words as words
from dashboard.writing import differences, formats
from dashboard.writing.alphabet import alphabet_key

DECIMALS = 2


def names(indices: pd.DataFrame) -> list[str]:
    """The indices that have figures: the known ones in their order, then others by the alphabet."""
    present = set(indices.loc[indices["score"].notna(), "index_name"])
    return [
        *(one for one in words.KNOWN if one in present),
        *sorted(present - set(words.KNOWN), key=alphabet_key),
    ]


def absent(indices: pd.DataFrame) -> str:
    """A sentence that names the known indices without a figure and says what to do; '' where none is missing."""
    missing = [one for one in words.KNOWN if one not in set(indices["index_name"])]
    return words.ABSENT.format(names=formats.listed(missing)) if missing else ""


def provinces(indices: pd.DataFrame) -> list[str]:
    """The provinces by the alphabet."""
    return sorted(indices["province"].unique(), key=alphabet_key)


def answer(indices: pd.DataFrame, province: str | None) -> str:
    """What there is, and how new; of a chosen province its newest score of every index."""
    if province:
        return f"{'; '.join(finding(indices, name, province) for name in names(indices))}."
    newest = [
        f"{name} năm {indices.loc[(indices['index_name'] == name) & indices['score'].notna(), 'year'].max()}"
        for name in names(indices)
    ]
    return words.NEWEST.format(
        provinces=indices["province"].nunique(), newest=formats.listed(newest)
    )


def finding(indices: pd.DataFrame, name: str, province: str | None) -> str:
    """“PAPI: Sóc Trăng 45,19 điểm năm 2024, tăng 2,21 so với 2019” or “PAPI năm 2024: từ 43,07 (Quảng Ngãi) đến 45,19 (Sóc Trăng) điểm trên 80”."""
    own = indices[(indices["index_name"] == name) & indices["score"].notna()].sort_values("year")
    if province is None:
        return _range(own, name)
    mine = own[own["province"] == province]
    if mine.empty:
        return f"{name}: {province} chưa có điểm trong kho"
    last, first = mine.iloc[-1], mine.iloc[0]
    said = words.SAID_ONE.format(
        index=name,
        province=province,
        score=formats.number(last["score"], DECIMALS),
        year=last["year"],
    )
    said += "" if formats.is_missing(last["rank"]) else f", hạng {formats.count(last['rank'])}"
    if len(mine) == 1 or breaks_between(name, first["year"], last["year"]):
        return said
    change = differences.moved(first["score"], last["score"], DECIMALS)
    return f"{said}, {differences.delta_words(change, 'điểm', DECIMALS)} so với {first['year']}"


def _range(own: pd.DataFrame, name: str) -> str:
    if own.empty:
        return f"{name}: chưa có điểm trong kho"
    newest = own[own["year"] == own["year"].max()]
    low, high = newest.loc[newest["score"].idxmin()], newest.loc[newest["score"].idxmax()]
    if len(newest) == 1:
        return words.SAID_ONE.format(
            index=name,
            province=low["province"],
            score=formats.number(low["score"], DECIMALS),
            year=low["year"],
        )
    return words.SAID.format(
        index=name,
        year=low["year"],
        low=formats.number(low["score"], DECIMALS),
        lowest=low["province"],
        high=formats.number(high["score"], DECIMALS),
        highest=high["province"],
        most=formats.number(low["max_score"], None),
    )


def breaks_between(name: str, first: int, last: int) -> bool:
    """Whether the index changed its method between two years, so that its scores cannot be compared."""
    return any(first < year <= last for year in words.BREAKS.get(name, {}))


def drawn(indices: pd.DataFrame, name: str) -> str:
    """What a picture draws: the index in full, its scale, how many provinces, which years."""
    own = indices[(indices["index_name"] == name) & indices["score"].notna()]
    years = ", ".join(str(year) for year in sorted(own["year"].unique()))
    return words.DRAWN.format(
        full=words.FULL_NAMES.get(name, name),
        most=formats.number(own["max_score"].max(), None),
        provinces=own["province"].nunique(),
        years=years,
    )


def years(indices: pd.DataFrame, name: str) -> list[int]:
    """Every year from the first to the last of an index, so that a missing one shows as a gap."""
    own = indices.loc[(indices["index_name"] == name) & indices["score"].notna(), "year"]
    return list(range(int(own.min()), int(own.max()) + 1))


def sources(indices: pd.DataFrame, name: str) -> str:
    """The line below a picture: who published the figures; sources that differ by their year only stand once."""
    own = indices.loc[(indices["index_name"] == name)].dropna(subset=["source"])
    found = sorted(
        {str(one.source).replace(f" {one.year}", "") for one in own.itertuples()}, key=alphabet_key
    )
    return (
        f"Nguồn: {'; '.join(found)}, công bố từng năm." if found else "Nguồn: chưa ghi trong kho."
    )


def listed(indices: pd.DataFrame) -> pd.DataFrame:
    """All figures as a table: index_name, province, year, score, max_score, rank, source; by index, province, year."""
    order = {name: place for place, name in enumerate(names(indices))}
    rows = indices.assign(
        place=indices["index_name"].map(order), sort=indices["province"].map(alphabet_key)
    )
    return rows.sort_values(["place", "sort", "year"], kind="stable")[
        ["index_name", "province", "year", "score", "max_score", "rank", "source"]
    ].reset_index(drop=True)


def small_print(indices: pd.DataFrame) -> list[str]:
    """What the figures cannot say, what is missing, and what to do about it."""
    ranks = [words.NO_RANKS] if len(indices) and indices["rank"].isna().all() else []
    return [
        sentence
        for sentence in (absent(indices), words.NO_LINK, " ".join([words.OLD_BORDERS, *ranks]))
        if sentence
    ]


def alt(indices: pd.DataFrame, name: str, province: str | None) -> str:
    """The picture in a sentence: the chosen province's years, else the newest range."""
    return (
        alt_text(indices, name, province=province)
        if province
        else f"Biểu đồ {name} của {len(provinces(indices))} tỉnh, thành phố. {finding(indices, name, None)}."
    )
