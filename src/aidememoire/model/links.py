"""All that a record holds beside articles and their facts."""

from __future__ import annotations

from aidememoire.model.joined import Actor, Claim, CommitmentGroup, FigureGroup
from aidememoire.model.lineage import Donor, Lineage, Passage, Story
from aidememoire.model.process import (
    AgreementGroup,
    Basket,
    Condition,
    Deadlock,
    Delegation,
    EncounterGroup,
    Issue,
    Round,
    Seat,
    Stand,
    Track,
)

Across = Lineage | Passage | Donor | Story
Process = (
    Track | Round | Basket | Delegation | Seat | EncounterGroup | AgreementGroup | Issue | Stand | Condition | Deadlock
)
Link = Across | Actor | Claim | FigureGroup | CommitmentGroup | Process
