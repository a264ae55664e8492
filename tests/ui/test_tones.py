"""The same finding looks alike everywhere."""

from datetime import date

import pytest

from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.result import ConditionState, MonitoringStatus
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.tones import condition_tone, control_tone, tone_among, tone_of

TODAY, YESTERDAY = date(2026, 11, 23), date(2026, 11, 22)


@pytest.mark.parametrize(
    ("level", "due", "tone"),
    [
        (Level.STOP, None, Tone.STOP),
        (Level.WARN, TODAY, Tone.WARN),
        (Level.TASK, YESTERDAY, Tone.WARN),
        (Level.TASK, TODAY, Tone.INFO),
        (Level.TASK, None, Tone.INFO),
        (Level.INFO, YESTERDAY, Tone.NEUTRAL),
    ],
)
def test_a_task_that_is_late_looks_like_a_warning(level: Level, due: date | None, tone: Tone) -> None:
    assert tone_of(Finding("R-MON-3", level, "jcv.due", due), TODAY) is tone


def test_what_an_act_would_lead_to_is_not_late() -> None:
    assert tone_of(Finding("R-MON-3", Level.TASK, "jcv.due", YESTERDAY)) is Tone.INFO


def test_a_renewal_is_late_after_the_day_on_which_it_is_needed() -> None:
    told = Finding("R-RX-5", Level.TASK, "prescription.renew", YESTERDAY, {"renew_by": date(2026, 12, 22)})
    assert tone_of(told, TODAY) is Tone.INFO
    assert tone_of(told, date(2026, 12, 23)) is Tone.WARN


def test_the_first_key_that_is_there_gives_the_tone() -> None:
    found = [
        Finding("R-RX-4", Level.TASK, "supply.order", TODAY),
        Finding("R-RX-4", Level.WARN, "supply.missing", TODAY),
    ]
    assert tone_among(found, ("supply.missing", "supply.order"), TODAY, otherwise=Tone.OK) is Tone.WARN
    assert tone_among(found, ("supply.order",), TODAY, otherwise=Tone.OK) is Tone.INFO
    assert tone_among(found, ("stock.odd",), TODAY, otherwise=Tone.OK) is Tone.OK


def test_a_control_has_the_tone_of_what_the_rules_say_of_it() -> None:
    found = [
        Finding("R-MON-3", Level.TASK, "jcv.overdue", YESTERDAY),
        Finding("R-MON-6", Level.TASK, "mri.window_open", TODAY),
    ]
    assert control_tone(found, "jcv", MonitoringStatus.OVERDUE, TODAY) is Tone.WARN
    assert control_tone(found, "mri", MonitoringStatus.OK, TODAY) is Tone.INFO
    assert control_tone(found, "edss", MonitoringStatus.OK, TODAY) is Tone.NEUTRAL


def test_a_condition_that_is_not_met_warns() -> None:
    assert [condition_tone(state) for state in ConditionState] == [
        {ConditionState.MET: Tone.OK, ConditionState.NOT_MET: Tone.WARN, ConditionState.UNKNOWN: Tone.NEUTRAL}[state]
        for state in ConditionState
    ]
