"""How far reviewers agree, and how often the machine was right by what they said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import sqrt

from aidememoire.model.reviews import Review
from aidememoire.queries.desk.review_cases import book
from aidememoire.queries.reviews import ReviewedCase
from aidememoire.queries.shelf import Shelf
from aidememoire.record.review.versions import REVIEWED

Z = 1.959964
"""Standard deviations on either side that hold 95 of 100."""
ALL = "all kinds"


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One kind of fact: how many were said something of by two `reviewers` or more (`shared`), and their `alpha`.

    `judged` were said something of by anybody, `accepted` stand as the machine read them; `precision` lies between
    `low` and `high` with a confidence of 95 in 100. None where there is nothing to tell it from.
    """

    kind: str
    shared: int
    reviewers: int
    alpha: float | None
    judged: int
    accepted: int
    precision: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """Agreement by kind, all kinds together first."""

    rows: tuple[AgreementRow, ...]


def agreement_page(shelf: Shelf) -> AgreementPage:
    """The agreement of reviewers and the machine's precision. What the machine missed is no part of either."""
    read = [each for each in book(shelf).cases if each.case.machine is not None and not each.case.again]
    rows = [_row(ALL, read)]
    rows += [_row(kind, of) for kind in REVIEWED if (of := [each for each in read if each.case.kind == kind])]
    return AgreementPage(tuple(rows))


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal values; each unit has the values that its observers gave.

    1 is perfect agreement, 0 what chance would give. None where nothing is paired or no value differs from another.
    K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania (2011).
    """
    together: Counter[tuple[Hashable, Hashable]] = Counter()
    seen: Counter[Hashable] = Counter()
    coincidences: dict[tuple[Hashable, Hashable], float] = defaultdict(float)
    for values in units:
        if len(values) < 2:
            continue
        seen.update(values)
        together.clear()
        together.update(permutations(values, 2))
        for pair, count in together.items():
            coincidences[pair] += count / (len(values) - 1)
    n = seen.total()
    expected = sum(seen[c] * seen[k] for c, k in permutations(seen, 2))
    if not expected:
        return None
    observed = sum(count for (c, k), count in coincidences.items() if c != k)
    return 1 - (n - 1) * observed / expected


def wilson(right: int, of: int) -> tuple[float, float]:
    """Between what shares the true one lies, where `right` of `of` were right (E. B. Wilson, 1927). `of` is not 0."""
    share, spread = right / of, Z * Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def _row(kind: str, of: Sequence[ReviewedCase]) -> AgreementRow:
    first = [_first_words(each.case.all_words) for each in of]
    shared = [words for words in first if len(words) > 1]
    judged, accepted = len(of), sum(each.case.words[-1].what == "accept" for each in of)
    low, high = wilson(accepted, judged) if judged else (None, None)
    people = len({w.reviewer for words in shared for w in words})
    told = alpha([[w.what for w in words] for words in shared])
    return AgreementRow(
        kind, len(shared), people, told, judged, accepted, accepted / judged if judged else None, low, high
    )


def _first_words(words: Sequence[Review]) -> list[Review]:
    """The first word of each reviewer, before he could mind what others say."""
    return list({w.reviewer: w for w in reversed(words)}.values())
