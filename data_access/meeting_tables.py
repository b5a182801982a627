"""The tables of meetings: sealed figures, conclusions with their steps, units' replies, publications of flags and of years,
Word templates, agendas of decks, heads of files that a person has explained, disciplines of units, waivers of what is not ready, drafts of the plan,
persons proposed for commendation, what units hand in and dispute.

Rows here are only ever added. They are no facts with revisions, so undoing an import leaves them alone.
"""

from collections.abc import Mapping

import sqlalchemy as sa

from data_access.entered_table import entered_table
from data_access.sending_tables import dispute_steps, disputes, submission_steps, submissions

conclusions = entered_table(
    "conclusions",
    sa.Column("meeting", sa.Text, nullable=False),
    sa.Column("agreed_on", sa.Date, nullable=False),
    sa.Column("unit", sa.Text),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("responsible", sa.Text, nullable=False),
    sa.Column("due", sa.Date),
)

conclusion_steps = entered_table(
    "conclusion_steps",
    sa.Column(
        "conclusion_id", sa.Integer, sa.ForeignKey("conclusions.id"), nullable=False, index=True
    ),
    sa.Column("on", sa.Date, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("evidence", sa.Text),
)

replies = entered_table(
    "replies",
    sa.Column("unit", sa.Text, nullable=False, index=True),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("indicator", sa.Text),
    sa.Column("rule", sa.Text),
    sa.Column("dated", sa.Date, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
)

publications = entered_table(
    "publications",
    sa.Column("unit", sa.Text, nullable=False, index=True),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("indicator", sa.Text, nullable=False),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("on", sa.Date, nullable=False),
    sa.Column("meeting", sa.Text),
    sa.Column("reason", sa.Text, nullable=False),
)

word_templates = entered_table(
    "word_templates", sa.Column("name", sa.Text), sa.Column("content", sa.LargeBinary)
)

agendas = entered_table(
    "agendas",
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False, comment="the agenda of a deck, JSON"),
    sa.Column("in_use", sa.Boolean, nullable=False, comment="false: the name was put away"),
)

published_years = entered_table(
    "published_years",
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("on", sa.Date, nullable=False),
    sa.Column("meeting", sa.Text),
    sa.Column(
        "seal",
        sa.Integer,
        sa.ForeignKey("seals.id"),
        comment="the edition that the step is about; NULL: published before there were editions, and no seal of the year was there",
    ),
)

shapes = entered_table(
    "shapes",
    sa.Column("signature", sa.Text, nullable=False, comment="see intake.shapes"),
    sa.Column("head", sa.Text, nullable=False, comment="the words of the head, for people"),
    sa.Column("body", sa.Text, nullable=False, comment="what its columns are, JSON"),
    sa.Column("state", sa.Text, nullable=False),
)

disciplines = entered_table(
    "disciplines",
    sa.Column("unit", sa.Text, nullable=False, index=True),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("on", sa.Date, nullable=False),
    sa.Column(
        "document", sa.Text, nullable=False, comment="number, day and issuer of the decision"
    ),
    sa.Column("what", sa.Text),
)

waivers = entered_table(
    "waivers",
    sa.Column("milestone", sa.Text, nullable=False, index=True),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("code", sa.Text, nullable=False, comment="of a check, see meeting.readiness"),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
)

plan_drafts = entered_table(
    "plan_drafts",
    sa.Column("draft", sa.Text, nullable=False, comment="which draft the row is a state of"),
    sa.Column("base", sa.Integer, nullable=False, comment="the version it began from; 0: none"),
    sa.Column("body", sa.Text, nullable=False, comment="the plan as it would be, TOML"),
    sa.Column("state", sa.Text, nullable=False),
)


nominees = entered_table(
    "nominees",
    sa.Column("milestone", sa.Text, nullable=False, index=True),
    sa.Column("unit", sa.Text, nullable=False),
    sa.Column("person", sa.Text, nullable=False, comment="a code of persons"),
    sa.Column("post", sa.Text, nullable=False),
    sa.Column("form", sa.Text, nullable=False),
    sa.Column("achievement", sa.Text, nullable=False),
    sa.Column("step", sa.Text, nullable=False),
)

ENTERED: Mapping[str, sa.Table] = {
    table.name: table
    for table in (
        conclusions,
        conclusion_steps,
        replies,
        publications,
        published_years,
        agendas,
        shapes,
        disciplines,
        waivers,
        plan_drafts,
        submissions,
        submission_steps,
        disputes,
        dispute_steps,
        nominees,
    )
}
ENTRY_CODES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("conclusion_steps", "state"): ("done", "dropped", "open"),
    ("replies", "kind"): ("reply", "difficulty"),
    ("publications", "step"): ("notified", "published", "withdrawn"),
    ("published_years", "step"): ("published", "withdrawn"),
    ("shapes", "state"): ("remembered", "forgotten"),
    ("disciplines", "step"): ("entered", "lifted"),
    ("waivers", "step"): ("given", "withdrawn"),
    ("plan_drafts", "state"): ("open", "saved", "dropped"),
    ("submissions", "kind"): ("workbook", "report", "unchanged"),
    ("submission_steps", "state"): ("taken", "refused", "withdrawn"),
    ("disputes", "stage"): ("self", "appraised"),
    ("dispute_steps", "state"): ("received", "accepted", "refused", "withdrawn"),
    ("nominees", "step"): ("proposed", "withdrawn"),
}
CODED: Mapping[str, str] = {"nominees": "person"}
"""Table → its column that names a person who is not the one who enters: kept as a code, so that the name can be destroyed."""
