"""The law of commendation as screens and papers tell it: on what proposals rest, which of it nobody has compared with the text, every title in a table."""

from __future__ import annotations

import pandas as pd

from dashboard.plan import Plan
from dashboard.plan.award_law import AwardLaw, AwardTitle
from dashboard.views.voted import share_needed
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

TITLE = "Danh hiệu, hình thức khen thưởng theo quy định"
BEARERS = {"person": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}
VOTES = {
    False: "từ {share} phiếu đồng ý",
    True: "{share} phiếu đồng ý",
}  # True: “trên 50%” says it itself
CHECKED = {True: "đã đối chiếu", False: "chưa đối chiếu"}
BASIS = "Căn cứ: {law}; {decree}."
DECREE = "Nghị định số {number}"
DECREE_UNKNOWN = "nghị định áp dụng năm {year}: cơ quan điền số ở kế hoạch, mục [award_law]"
DECREE_NONE = "mục [award_law] không ghi nghị định nào áp dụng năm {year}"
QUORUM = " Tỷ lệ thành viên Hội đồng phải dự họp: {share}."
QUORUM_UNKNOWN = "cơ quan điền"
UNCHECKED = (
    " Chưa đối chiếu nguyên văn {number} mục: số điều, điều kiện phải xem lại trước khi trích dẫn."
)
NO_PROPOSAL_IS_AN_AWARD = (
    " Đề xuất chưa phải là khen thưởng; chỉ quyết định của người có thẩm quyền mới là khen thưởng."
)
NOT_FOR_COLLECTIVES = "“{form}” theo luật chỉ dành cho cá nhân, hộ gia đình: hãy chuyển số tập thể sang cá nhân hoặc sửa hình thức."
NOT_FOR_PERSONS = "“{form}” theo luật chỉ dành cho tập thể: hãy chuyển số cá nhân sang tập thể hoặc sửa hình thức."
COLUMNS = {
    "name": Column("Danh hiệu, hình thức", width="medium"),
    "bearers": "Ai được tặng",
    "decides": Column("Ai quyết định", width="medium"),
    "conditions": Column("Điều kiện, thời gian xét, tỷ lệ phiếu", width="medium"),
    "article": "Căn cứ",
    "checked": "Nguyên văn",
}


def basis(plan: Plan, year: int) -> str:
    """On which law and decree proposals of a year rest, how much of it nobody has checked, and that a proposal is no award."""
    law, decree = plan.award_law, plan.award_law.decree(year)
    if decree is None:
        told = DECREE_NONE.format(year=year)
    elif decree.number:
        told = DECREE.format(number=decree.number)
    else:
        told = DECREE_UNKNOWN.format(year=year)
    said = BASIS.format(law=" ".join(filter(None, (law.law.name, law.law.number))), decree=told)
    said += QUORUM.format(
        share=QUORUM_UNKNOWN if law.quorum is None else formats.percent(law.quorum, None)
    )
    unchecked = sum(not one.checked for one in (law.law, *law.titles))
    if unchecked:
        said += UNCHECKED.format(number=formats.count(unchecked))
    return said + NO_PROPOSAL_IS_AN_AWARD


def titles_table(plan: Plan) -> Table:
    """Every title and form: who may bear it, who decides, its article and whether that was compared with the text."""
    return Table(TITLE, COLUMNS, _rows(plan.award_law))


def _conditions(one: AwardTitle) -> list[str]:
    share = share_needed(one)
    vote = VOTES[one.more_than].format(share=share) if share else ""
    return [*one.conditions, *filter(None, (one.period, one.quota, vote))]


def _rows(law: AwardLaw) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "name": one.name,
                "bearers": ", ".join(BEARERS[bearer] for bearer in one.bearers),
                "decides": one.decides or None,
                "conditions": "; ".join(_conditions(one)) or None,
                "article": "; ".join(filter(None, (one.article, one.decree_article))) or None,
                "checked": CHECKED[one.checked],
            }
            for one in law.titles
        ]
    )


def award_doubt(
    plan: Plan, form: str, collectives: int | None, individuals: int | None
) -> str | None:
    """Why nobody can have got this, in a sentence: a person's title with collectives, a collective's with persons; None where the law has nothing against it.

    Example: 3 collectives with “Chiến sĩ thi đua cơ sở”.
    """
    title = plan.award_law.title_of(form)
    if title and collectives and "collective" not in title.bearers:
        return NOT_FOR_COLLECTIVES.format(form=title.name)
    if title and individuals and not {"person", "household"} & set(title.bearers):
        return NOT_FOR_PERSONS.format(form=title.name)
    return None
