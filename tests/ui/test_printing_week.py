"""The week on paper: what it says, how many pages it takes, and that nothing is cut that must be read whole."""

from datetime import timedelta
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_text import lines, pages
from pypdf import PdfReader
from PySide6.QtGui import QPdfWriter
from sheet_builders import FOOTER, MONDAY

from infusionplanner.application.sheets.values import Heading, Paper, SheetDay, VisitRow
from infusionplanner.application.sheets.week import WeekSheet
from infusionplanner.domain.patient import Language
from infusionplanner_ui.printing.canvas import Ruler
from infusionplanner_ui.printing.headless import ensure_application, sheet_pdf
from infusionplanner_ui.printing.marks import BOX, BOX_GAP
from infusionplanner_ui.printing.page import PageSpace
from infusionplanner_ui.printing.week_layout import DAY_HEAD, GAP, TIME_WIDTH, WeekPaper, lay_out

HEADING = Heading(
    "Ukeplan · uke 48",
    "23.–29. november 2026",
    "MS-infusjonsenheten",
    "24 timer · 7 OBS",
    "Makuleres etter uke 48.",
    "OBS = full observasjonstid, 1 time etter dosen",
    Language.NB,
)
READY = ("legeavklaring", "blodprøver", "JCV", "NAb", "MR bestilt", "EDSS", "hjemmeopplæring", "H-resept")
LABELS = ("ma. 23.", "ti. 24.", "on. 25.", "to. 26.", "fr. 27.")
SPACE = PageSpace(Paper.LANDSCAPE)


def week(*days: list[VisitRow], closures: tuple[str | None, ...] = (None,) * 5) -> WeekSheet:
    """Return a week of five days with these visits."""
    rows = [*days, *([[]] * 5)][:5]
    filled = zip(range(5), LABELS, closures, rows, strict=True)
    kept = tuple(SheetDay(MONDAY + timedelta(n), label, closed, tuple(day)) for n, label, closed, day in filled)
    return WeekSheet(HEADING, kept, "OBS", "forts.")


def visit(number: int, **fields: object) -> VisitRow:
    """Return a visit whose name tells its number; every third is observed and needs bloods."""
    observed = number % 3 == 0
    who = fields.pop("who", f"Etternavn, Nr{number}")
    usual: dict[str, object] = {"observed": observed, "ready": ("blodprøver",) if observed else ()}
    time = f"{8 + number % 7:02}.{number % 4 * 15:02}"
    return VisitRow(time, who, f"dose {number} · s.c.", **{**usual, **fields})  # type: ignore[arg-type] # told by key


def spread(number: int) -> WeekSheet:
    """Return a week with so many visits, dealt out to five days."""
    return week(*([visit(n) for n in range(number) if n % 5 == day] for day in range(5)))


@pytest.fixture(scope="module")
def ruler(tmp_path_factory: pytest.TempPathFactory) -> Ruler:
    ensure_application()
    return Ruler(QPdfWriter(str(tmp_path_factory.mktemp("ruler") / "page.pdf")))


def laid(sheet: WeekSheet, ruler: Ruler) -> tuple[WeekPaper, ...]:
    return lay_out(sheet, ruler, SPACE.width, SPACE.height)


def test_a_week_says_who_comes_when_for_what() -> None:
    rows = [
        VisitRow("08.00", "Aas, Per", "dose 31 · i.v."),
        VisitRow("09.30", "Sæther, Liv", "dose 2 · i.v.", True, ("blodprøver",)),
    ]
    (page,) = pages(sheet_pdf(week(rows), FOOTER))
    assert page.splitlines() == [
        "24 timer · 7 OBS",
        "MS-infusjonsenheten",
        "Ukeplan · uke 48",
        "23.–29. november 2026",
        "ma. 23.",
        "2",
        "08.00",
        "Aas, Per",
        "dose 31 · i.v.",
        "09.30",
        "Sæther, Liv",
        "OBS",
        "dose 2 · i.v.",
        "blodprøver",
        "Notat",
        *(word for label in LABELS[1:] for word in (label, "0", "Notat")),
        "Side 1 av 1",
        "Inneholder helseopplysninger. Makuleres etter uke 48.",
        (
            "OBS = full observasjonstid, 1 time etter dosen · "
            "skrevet ut 22.11.2026 kl. 23.05 av A. Dahl · MS-infusjonsenheten"
        ),
    ]


@pytest.mark.parametrize(
    ("visits", "expected"), [(0, 1), (1, 1), (24, 1), (60, 1), (61, 2), (120, 2), (140, 3), (280, 5)]
)
def test_sixty_visits_share_one_page_and_more_take_more(visits: int, expected: int) -> None:
    found = pages(sheet_pdf(spread(visits), FOOTER))
    assert len(found) == expected
    assert [f"Side {n} av {expected}" in page for n, page in enumerate(found, 1)] == [True] * expected
    names = [line for page in found for line in page.splitlines() if line.startswith("Etternavn")]
    assert sorted(names) == sorted(f"Etternavn, Nr{n}" for n in range(visits))


def test_sixty_visits_on_one_day_share_one_page() -> None:
    found = pages(sheet_pdf(week([], [visit(n, ready=READY[:3]) for n in range(60)]), FOOTER))
    assert len(found) == 1
    assert found[0].count("hjemmeopplæring") == 0
    assert found[0].count("legeavklaring") == 60


def test_days_are_kept_whole() -> None:
    found = pages(sheet_pdf(spread(140), FOOTER))
    assert [[label for label in LABELS if label in page] for page in found] == [
        ["ma. 23."],
        ["ti. 24.", "on. 25."],
        ["to. 26.", "fr. 27."],
    ]


def test_a_day_longer_than_a_page_goes_on_and_the_others_stay_whole() -> None:
    found = pages(sheet_pdf(week([visit(1)], [], [visit(n) for n in range(300)], [visit(2)]), FOOTER))
    heads = [[line for line in page.splitlines() if line[:7] in LABELS] for page in found]
    assert heads[0] == ["ma. 23.", "ti. 24."]
    assert heads[1] == ["on. 25."]
    assert heads[2] == ["on. 25. forts."]
    assert heads[-1] == ["to. 26.", "fr. 27."]
    assert sum(page.count("Etternavn") for page in found) == 302


def test_closed_days_are_named() -> None:
    closures = (None, None, None, "Julaften", "1. juledag")
    found = lines(sheet_pdf(week([visit(1)], [], [], [visit(2)], closures=closures), FOOTER))
    assert found[found.index("to. 26.") : found.index("Side 1 av 1")] == [
        "to. 26.",
        "1",
        "Julaften",
        "10.30",
        "Etternavn, Nr2",
        "dose 2 · s.c.",
        "fr. 27.",
        "1. juledag",
    ]


@pytest.mark.parametrize("visits", [0, 24, 60])
def test_each_open_day_has_room_for_a_note(visits: int) -> None:
    (page,) = pages(sheet_pdf(spread(visits), FOOTER))
    assert page.splitlines().count("Notat") == 5


def test_no_note_is_squeezed_in_below_a_full_column_or_a_closed_day() -> None:
    full = week([visit(n, ready=()) for n in range(16)], [], [], [], [], closures=(None, None, None, None, "Stengt"))
    found = lines(sheet_pdf(full, FOOTER))
    assert found.count("Notat") == 3
    assert found[found.index("ti. 24.") - 1] == "dose 15 · s.c."


def test_long_names_take_two_lines_and_are_cut_after_them() -> None:
    names = ["Wilhelmsen-Rødberget, Anne-Margrethe", "Krog, Jan", "x" * 500]
    found = lines(sheet_pdf(week([visit(n + 3, who=name) for n, name in enumerate(names)]), FOOTER))
    at = found.index("Wilhelmsen-Rødberget,")
    assert found[at + 1 : at + 3] == ["Anne-Margrethe", "OBS"]
    assert [line[-1] for line in found if line.startswith("xxx")] == ["x", "…"]


def test_a_note_takes_two_lines_at_most() -> None:
    note = "Ønsker plass ved vinduet og kommer med drosje, ring når hun er ferdig, og si fra til mannen hennes"
    found = lines(sheet_pdf(week([visit(1, note=note)]), FOOTER))
    at = found.index("dose 1 · s.c.")
    assert found[at + 1] == "Ønsker plass ved vinduet og"
    assert found[at + 2].startswith("kommer med drosje")
    assert found[at + 2].endswith("…")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("infliksimab fi ffi fl ffl", "infliksimab fi ffi fl ffl"),
        ("Nguyễn Łukasz Þórður", "Nguyễn Łukasz Þórður"),
        ("<b>Kari</b> &amp; =cmd()", "<b>Kari</b> &amp; =cmd()"),
        ("Kari \U000e0041", "Kari □"),
        ("👩\u200d⚕\ufe0f", None),
    ],
)
def test_names_are_searchable_as_they_were_typed(name: str, expected: str | None) -> None:
    found = lines(sheet_pdf(week([visit(1, who=name)]), FOOTER))
    line = found[found.index("09.15") + 1]
    assert line == (expected or line)
    assert "\u200d" not in line


def test_nothing_is_see_through() -> None:
    reader: Any = PdfReader(BytesIO(sheet_pdf(week([visit(3)], closures=(None, "Stengt", None, None, None)), FOOTER)))
    states = [state.get_object() for page in reader.pages for state in page["/Resources"]["/ExtGState"].values()]
    assert {(state["/ca"], state["/CA"], state["/SMask"]) for state in states} == {(1, 1, "/None")}
    assert (reader.metadata.title, reader.metadata.creator) == ("Ukeplan · uke 48", "InfusionPlanner")


def test_the_page_is_a4_on_its_side() -> None:
    page = PdfReader(BytesIO(sheet_pdf(week(), FOOTER))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)


_ROWS = st.builds(
    VisitRow,
    st.just("08.00"),
    st.text("Ab æ-", min_size=1, max_size=40).map(lambda text: " ".join(text.split()) or "A"),
    st.sampled_from(["dose 4 · s.c.", "dose 62 · i.v. 6u", "dose – · vei – · ikke gitt", "kontroll med EDSS"]),
    st.booleans(),
    st.lists(st.sampled_from(READY), max_size=3, unique=True).map(tuple),
    st.sampled_from(["", "rullestol"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.lists(st.lists(_ROWS, max_size=60), min_size=5, max_size=5))
def test_every_visit_stands_once_inside_the_page_and_uncut(ruler: Ruler, days: list[list[VisitRow]]) -> None:
    sheet = week(*days)
    found = laid(sheet, ruler)
    assert len(found) == 1 or sheet.visits > 60
    stands = [entry.row for page in found for day in page.days for column in day.columns for entry in column]
    assert stands == [row for day in days for row in day]
    for page in found:
        columns = [column for day in page.days for column in day.columns]
        wide = len(columns) * (page.column_width + GAP) - GAP
        assert wide * page.zoom <= SPACE.width + 0.01
        for column in columns:
            assert (DAY_HEAD + sum(entry.height for entry in column)) * page.zoom <= SPACE.height + 0.01
        pieces = [piece for column in columns for entry in column for line in entry.lines for piece in line]
        room = page.column_width - TIME_WIDTH
        assert all(
            piece.x + piece.width + (BOX + BOX_GAP) * piece.box <= room + 0.01 for piece in pieces if piece.whole
        )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=5, max_size=5))
def test_a_day_is_never_divided_while_a_page_can_hold_it(ruler: Ruler, counts: list[int]) -> None:
    found = laid(week(*([visit(n) for n in range(count)] for count in counts)), ruler)
    days = [day.day.day for page in found for day in page.days]
    assert all(earlier < later for earlier, later in pairwise(days))


def test_text_grows_small_only_when_it_must(ruler: Ruler) -> None:
    zooms = [laid(spread(number), ruler)[0].zoom for number in (1, 24, 60)]
    assert zooms == [1.0, 1.0, 1.0]
    (crowded,) = laid(week([visit(n) for n in range(60)]), ruler)
    assert crowded.zoom >= 0.7
