"""The tables of a record, as the newest migration leaves them.

An article may stand twice: as published (`linked`) and as read anew since (not `linked`), so that a reader of the
published record never sees half a build. Its facts hang on one of the two. Everything but the columns that are asked
for or ordered by is in `data`, the JSON of the model object.
"""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

MAKER = "maker"
"""The key in `meta` of the version that made the published links."""

meta = sa.Table(
    "meta",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

article = sa.Table(
    "article",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("linked", sa.Boolean, primary_key=True),
    sa.Column("source_id", sa.Text, nullable=False),
    sa.Column("reader", sa.Text, nullable=False),
    sa.Column("data", sa.Text, nullable=False),
)

fact = sa.Table(
    "fact",
    metadata,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("linked", sa.Boolean, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("data", sa.Text, nullable=False),
    sa.ForeignKeyConstraint(
        ["article", "linked"], ["article.id", "article.linked"], ondelete="CASCADE", onupdate="CASCADE"
    ),
)

link = sa.Table(
    "link",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("data", sa.Text, nullable=False),
)

decision = sa.Table(
    "decision",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("data", sa.Text, nullable=False),
)
