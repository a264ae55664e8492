"""The unit file: read, refused with line and way out, written and read again."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infusionplanner.catalogue.errors import UnitFileError
from infusionplanner.catalogue.unit_file import load_unit, write_unit
from infusionplanner.catalogue.wording import wording
from infusionplanner.domain.unit import Place, PlaceKind, Unit

Write = Callable[[str], Path]

FULL = """\
name = "MS-infusjonsenheten"
phone = "55 00 00 00"
open_weekdays = [1, 2, 3, 4]
hours = { from = "07:30", to = "15:00" }
closed_yearly = ["12-24", "12-31", "02-29"]
closed = ["2026-07-13", 2026-07-14]
open = ["2026-12-24"]
[parameters]
"observation_first_doses.iv" = 12
"jcv_index_low" = 0.8
"nab_months" = [6, 12]
"switch.treatment" = "ocrelizumab"
[[places]]
name = "Stol 1"
[[places]]
name = "Injeksjon"
kind = "injection"
"""

UNIT = Unit(
    name="MS-infusjonsenheten",
    phone="55 00 00 00",
    open_weekdays=frozenset({1, 2, 3, 4}),
    opens=time(7, 30),
    closes=time(15, 0),
    closed_yearly=frozenset({(12, 24), (12, 31), (2, 29)}),
    closed=frozenset({date(2026, 7, 13), date(2026, 7, 14)}),
    open=frozenset({date(2026, 12, 24)}),
    parameters={
        "observation_first_doses.iv": 12,
        "jcv_index_low": 0.8,
        "nab_months": (6, 12),
        "switch.treatment": "ocrelizumab",
    },
    places=(Place("Stol 1", PlaceKind.CHAIR), Place("Injeksjon", PlaceKind.INJECTION)),
)

WRITTEN = """\
name = "MS-infusjonsenheten"
phone = "55 00 00 00"
open_weekdays = [1, 2, 3, 4]
hours = { from = "07:30", to = "15:00" }
closed_yearly = ["02-29", "12-24", "12-31"]
closed = ["2026-07-13", "2026-07-14"]
open = ["2026-12-24"]

[parameters]
"jcv_index_low" = 0.8
"nab_months" = [6, 12]
"observation_first_doses.iv" = 12
"switch.treatment" = "ocrelizumab"

[[places]]
name = "Stol 1"
kind = "chair"

[[places]]
name = "Injeksjon"
kind = "injection"
"""


def test_a_whole_unit_is_read(write: Write) -> None:
    assert load_unit(write(FULL)) == UNIT


def test_an_empty_file_is_the_unit_as_it_is_by_default(write: Write) -> None:
    assert load_unit(write("")) == Unit()


def test_a_file_may_hold_nothing_but_parameters(write: Write) -> None:
    unit = load_unit(write('[parameters]\n"observation_first_doses.iv" = 12\n'))
    assert unit == Unit(parameters={"observation_first_doses.iv": 12})


def test_a_unit_is_written_as_it_is_read(write: Write) -> None:
    assert write_unit(UNIT) == WRITTEN
    assert load_unit(write(WRITTEN)) == UNIT


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('nmae = "x"', ", line 1: nmae: is not known here. Did you mean name?"),
        ("name = 1", ', line 1: name: has to be a text in quotes, as in name = "…".'),
        ("open_weekdays = [1, 8]", ", line 1: open_weekdays[1]: 8 is not a weekday. Use 1 (Monday) to 7 (Sunday)."),
        ("open_weekdays = [true]", ", line 1: open_weekdays[0]: True is not a weekday. Use 1 (Monday) to 7 (Sunday)."),
        (
            'open_weekdays = ["ma"]',
            ", line 1: open_weekdays[0]: 'ma' is not a weekday. Use 1 (Monday) to 7 (Sunday).",
        ),
        ("open_weekdays = []", ", line 1: open_weekdays: has to name at least one weekday, 1 (Monday) to 7 (Sunday)."),
        ("open_weekdays = 5", ", line 1: open_weekdays: has to be a list, as in open_weekdays = […]."),
        ('hours = { from = "08:00" }', ", line 1: hours: to is missing. Add to = … here."),
        ('hours = { from = "15:00", to = "15:00" }', ", line 1: hours.to: has to be later than from."),
        (
            'hours = { from = "8", to = "15:00" }',
            ", line 1: hours.from: '8' is not a time of day. Write it as in from = \"08:00\".",
        ),
        (
            'hours = { from = "08:00", to = "24:00" }',
            ", line 1: hours.to: '24:00' is not a time of day. Write it as in to = \"08:00\".",
        ),
        (
            'closed = ["2026-02-30"]',
            ", line 1: closed[0]: '2026-02-30' is not a date. Write it as in closed = [\"2026-07-13\"].",
        ),
        (
            'open = ["20260713"]',
            ", line 1: open[0]: '20260713' is not a date. Write it as in open = [\"2026-07-13\"].",
        ),
        (
            'closed_yearly = ["12-24", "24-12"]',
            ", line 1: closed_yearly[1]: '24-12' is not a day of the year. Write it as in closed_yearly = [\"12-24\"].",
        ),
        (
            "closed_yearly = [1224]",
            ', line 1: closed_yearly[0]: 1224 is not a day of the year. Write it as in closed_yearly = ["12-24"].',
        ),
        (
            "[parameters]\nswitch.after_days = 28",
            ', line 1: parameters.switch: write the whole key in quotes: "switch.after_days" = …',
        ),
        (
            "[parameters.window_days]",
            ', line 1: parameters.window_days: write the whole key in quotes: "window_days.…" = …',
        ),
        (
            "[parameters]\nwindow_days = true",
            ", line 2: parameters.window_days: has to be a number, a text, or a list of whole numbers.",
        ),
        (
            "[parameters]\nwindow_days = inf",
            ", line 2: parameters.window_days: has to be a number, a text, or a list of whole numbers.",
        ),
        (
            "[parameters]\nnab_months = [6, true]",
            ", line 2: parameters.nab_months: has to be a number, a text, or a list of whole numbers.",
        ),
        ("parameters = 3", ", line 1: parameters: has to be a table, as in [parameters]."),
        ('[[places]]\nkind = "bed"', ", line 1: places[0]: name is missing. Add name = … here."),
        (
            '[[places]]\nname = "A"\nkind = "sofa"',
            ", line 3: places[0].kind: 'sofa' is not known. Known are bed, chair, injection.",
        ),
        (
            '[[places]]\nname = "A"\n[[places]]\nname = "A"',
            ", line 4: places[1].name: 'A' stands twice. Give every place its own name.",
        ),
        ("name =", ": is not TOML: Invalid value (at end of document)."),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_the_way_out(write: Write, text: str, message: str) -> None:
    path = write(text)
    with pytest.raises(UnitFileError) as caught:
        load_unit(path)
    assert str(caught.value) == f"{path}{message}"


def test_a_moment_is_not_a_date(write: Write) -> None:
    with pytest.raises(UnitFileError, match=r"open\[0\]: datetime\.datetime\(2026, 7, 13, 8, 0\) is not a date"):
        load_unit(write("open = [2026-07-13T08:00:00]"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnitFileError, match=r"absent\.toml: cannot be read"):
        load_unit(tmp_path / "absent.toml")


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
places = st.builds(Place, texts.filter(str.strip), st.sampled_from(PlaceKind))
units = st.builds(
    Unit,
    name=texts,
    phone=texts,
    open_weekdays=st.frozensets(st.integers(1, 7), min_size=1),
    opens=st.builds(time, st.integers(0, 11), st.integers(0, 59)),
    closes=st.builds(time, st.integers(12, 23), st.integers(0, 59)),
    closed_yearly=st.frozensets(days.map(lambda day: (day.month, day.day)), max_size=4),
    closed=st.frozensets(days, max_size=4),
    open=st.frozensets(days, max_size=4),
    parameters=st.dictionaries(
        texts,
        st.integers(-(2**60), 2**60)
        | st.floats(allow_nan=False, allow_infinity=False)
        | texts
        | st.lists(st.integers(0, 100)).map(tuple),
        max_size=4,
    ),
    places=st.lists(
        st.builds(Place, texts.filter(str.strip), st.sampled_from(PlaceKind)),
        max_size=4,
        unique_by=lambda row: row.name,
    ).map(tuple),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(unit=units)
def test_any_unit_comes_back_as_it_was_written(write: Write, unit: Unit) -> None:
    assert load_unit(write(write_unit(unit))) == unit


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("telefon = 1", ", linje 1: telefon: er ikke kjent her. Kjente er closed, closed_yearly, hours, "),
        ("phnoe = 1", ", linje 1: phnoe: er ikke kjent her. Mente du phone?"),
        ("open_weekdays = [8]", ", linje 1: open_weekdays[0]: 8 er ingen ukedag. Bruk 1 (mandag) til 7 (søndag)."),
        ("open_weekdays = []", ", linje 1: open_weekdays: må ha minst én ukedag, 1 (mandag) til 7 (søndag)."),
        (
            "closed = ['i dag']",
            ", linje 1: closed[0]: 'i dag' er ingen dato. Skriv den som i closed = [\"2026-07-13\"].",
        ),
        ("places = 3", ", linje 1: places: må være en liste, som i places = […]."),
        ("name =", ": er ikke TOML (Invalid value (at end of document)). Rett det der, eller hent filen på nytt."),
    ],
)
def test_what_is_wrong_with_a_unit_file_is_told_in_bokmal(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "enhet.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnitFileError) as caught:
        load_unit(path)
    assert wording("nb").error(caught.value).startswith(f"{path}{said}")
