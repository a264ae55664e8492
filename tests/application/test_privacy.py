"""How much leaves the ward unless somebody chooses otherwise."""

from desks import Bench

from infusionplanner.application.calendar.values import ContentLevel
from infusionplanner.application.settings import (
    CALENDAR_LEVEL,
    calendar_level,
    change_calendar_level,
    change_paper_names,
    paper_names,
)
from infusionplanner.application.sheets.values import Names
from infusionplanner.application.unit import change_setting


def test_the_least_is_told_until_the_unit_says_otherwise(bench: Bench) -> None:
    assert calendar_level(bench.desk) is ContentLevel.NEUTRAL
    assert paper_names(bench.desk) is Names.INITIALS


def test_a_change_is_kept(bench: Bench) -> None:
    change_calendar_level(bench.desk, ContentLevel.PLAIN)
    change_paper_names(bench.desk, Names.CODE)
    assert calendar_level(bench.desk) is ContentLevel.PLAIN
    assert paper_names(bench.desk) is Names.CODE


def test_a_code_of_another_version_counts_as_not_set(bench: Bench) -> None:
    for strange in ("loud", 3, None, ["full"]):
        change_setting(bench.desk, CALENDAR_LEVEL, strange)
        assert calendar_level(bench.desk) is ContentLevel.NEUTRAL
