"""Hypothesis strategies of plans and answers of every shape, without sense."""

from collections.abc import Mapping
from datetime import date

from hypothesis import strategies as st
from strategies import DOSE_COUNTS, IDS, INTERVALS, TEXTS, maybe, some

from infusionplanner.domain.finding import Fact, Finding, Level, Scope
from infusionplanner.domain.result import (
    CheckAnswer,
    Condition,
    ConditionState,
    Home,
    Monitoring,
    MonitoringStatus,
    Observation,
    ObservationStatus,
    Plan,
    PlannedDose,
    Pml,
    Rebound,
    ReboundLevel,
    Supply,
    Surveillance,
    Tier,
    Transition,
    Verdict,
)

RULES = st.sampled_from(("R-INT-3", "R-HOME-1", "R-PML-7", "R-CHK-1"))
WORDS = st.sampled_from(("prescription.renew", "doses", "jcv", "interval.early"))
ANY_DAY = st.dates(date(1900, 1, 1), date(2201, 12, 31))
NUMBERS = st.integers(0, 100)
FACTS: st.SearchStrategy[Mapping[str, Fact]] = st.dictionaries(
    WORDS,
    st.one_of(TEXTS, st.integers(), st.floats(0, 100), st.booleans(), ANY_DAY, st.none(), some(TEXTS)),
    max_size=3,
)
FINDINGS = st.builds(Finding, RULES, st.sampled_from(Level), WORDS, maybe(ANY_DAY), FACTS, st.sampled_from(Scope))
PLANNED_DOSES = st.builds(
    PlannedDose,
    number=st.integers(1, 200),
    alternatives=some(ANY_DAY, most=2),
    interval_days=INTERVALS,
    observation=maybe(st.builds(Observation, st.sampled_from(ObservationStatus), NUMBERS, NUMBERS, NUMBERS, RULES)),
    rule=RULES,
    **dict.fromkeys(("due", "proposed", "earliest", "latest"), ANY_DAY),
)
CONDITIONS = st.builds(
    Condition, RULES, WORDS, st.sampled_from(ConditionState), maybe(NUMBERS), maybe(NUMBERS), maybe(ANY_DAY)
)
MONITORING = st.builds(
    Monitoring,
    WORDS,
    ANY_DAY,
    st.sampled_from(MonitoringStatus),
    maybe(ANY_DAY),
    maybe(ANY_DAY),
    maybe(ANY_DAY),
    maybe(st.integers(1, 200)),
    maybe(ANY_DAY),
    RULES,
)
PMLS = st.builds(
    Pml,
    maybe(st.sampled_from((0.1, 2.0, 10.0))),
    maybe(WORDS),
    maybe(WORDS),
    maybe(st.integers(1, 100)),
    st.booleans(),
    st.sampled_from(Tier),
    maybe(FINDINGS),
)
SUPPLIES = st.builds(
    Supply,
    *(NUMBERS, NUMBERS),
    *[maybe(ANY_DAY)] * 5,
    NUMBERS,
    *[maybe(ANY_DAY)] * 2,
)
PLANS = st.builds(
    Plan,
    patient=IDS,
    as_of=ANY_DAY,
    protocol=st.just("natalizumab/2026.1"),
    doses_completed=NUMBERS,
    next_dose=maybe(PLANNED_DOSES),
    doses=some(PLANNED_DOSES),
    home=maybe(st.builds(Home, st.booleans(), st.booleans(), maybe(ANY_DAY), some(CONDITIONS))),
    supply=maybe(SUPPLIES),
    monitoring=some(MONITORING),
    pml=maybe(PMLS),
    rebound=maybe(st.builds(Rebound, ANY_DAY, NUMBERS, st.sampled_from(ReboundLevel), ANY_DAY, ANY_DAY)),
    transition=maybe(st.builds(Transition, TEXTS, maybe(DOSE_COUNTS), maybe(ANY_DAY), maybe(ANY_DAY), RULES)),
    surveillance=maybe(st.builds(Surveillance, ANY_DAY, some(ANY_DAY), RULES)),
    findings=some(FINDINGS),
)
"""Plans of every shape, without sense."""

ANSWERS = st.builds(CheckAnswer, st.sampled_from(Verdict), ANY_DAY, maybe(NUMBERS), some(FINDINGS))
"""Answers of ``check`` of every shape, without sense."""
