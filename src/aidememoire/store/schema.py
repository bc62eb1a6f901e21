"""The tables of a record, as the newest migration leaves them.

An article may stand twice: as published (`linked`) and as read anew since (not `linked`), so that a reader of the
published record never sees half a build. Its facts hang on one of the two. Everything but the columns that are asked
for or ordered by is in `data`, the JSON of the model object.

What people said of facts is in `review`, to which rows are only added. `standing` is what follows from it for the
published articles: the facts that are not as the machine read them, without `data` where there is to be none.
"""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

MAKER = "maker"
"""The key in `meta` of the version that made the published links."""
EDITION = "edition"
"""The key in `meta` of how many times the record was published, joined anew, or reviewed."""
PUBLISHED = "published"
"""The key in `meta` of the edition in which articles were last published: since then only people said something."""
JOINED = "joined"
"""The key in `meta` of the number of the last review that the published links were made with."""

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

review = sa.Table(
    "review",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("source_id", sa.Text, nullable=False),
    sa.Column("data", sa.Text, nullable=False),
)

standing = sa.Table(
    "standing",
    metadata,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("data", sa.Text),
)

search = sa.Table(
    "search",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("ref", sa.Text, nullable=False),
    sa.Column("article", sa.Text, nullable=False),
    sa.Column("day", sa.Text),
    sa.Column("outlet", sa.Text),
    sa.Column("act", sa.Text),
    sa.Column("claim", sa.Boolean, nullable=False),
)
"""What can be found; its words are in a table of the database's own kind. `claim`: a claim is found by it."""

search_party = sa.Table(
    "search_party",
    metadata,
    sa.Column("party", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
)
