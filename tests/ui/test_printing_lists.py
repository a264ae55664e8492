"""List sheets on paper: tables over pages, titles that stay with their text, boxes, lines to write on, the code."""

from pathlib import Path

import pytest
import segno
from pdf_text import lines, pages
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from sheet_builders import FOOTER

from infusionplanner.application.sheets.values import (
    Block,
    Bullets,
    Fields,
    Heading,
    ListSheet,
    PageBreak,
    Paper,
    Paragraph,
    SheetCell,
    SheetColumn,
    SheetTable,
    SideBySide,
    Telephone,
    Title,
)
from infusionplanner.domain.patient import Language
from infusionplanner_ui.printing import qr
from infusionplanner_ui.printing.document import draw
from infusionplanner_ui.printing.headless import sheet_pdf

HEADING = Heading(
    "Ringeliste", "mandag 23. november 2026", "Enheten", "3 pasienter", "Makuleres etter bruk.", "", Language.NB
)
FOOT = [
    "Inneholder helseopplysninger. Makuleres etter bruk.",
    "skrevet ut 22.11.2026 kl. 23.05 av A. Dahl · MS-infusjonsenheten",
]


def sheet(*blocks: Block, paper: Paper = Paper.PORTRAIT, large: bool = False) -> bytes:
    return sheet_pdf(ListSheet(HEADING, paper, blocks, large), FOOTER)


def said(*blocks: Block) -> list[str]:
    """Return the lines between head and foot of a single page."""
    found = lines(sheet(*blocks))
    assert found[:4] == ["3 pasienter", "Enheten", "Ringeliste", "mandag 23. november 2026"]
    assert found[-3:] == ["Side 1 av 1", *FOOT]
    return found[4:-3]


def rows(number: int) -> tuple[tuple[SheetCell, ...], ...]:
    return tuple((SheetCell(f"Pasient {n}", "900 11 222", strong=True), SheetCell(ticks=("",))) for n in range(number))


COLUMNS = (SheetColumn("Pasient", 70), SheetColumn("Svarte", 30))


def test_a_table_says_titles_and_cells() -> None:
    table = SheetTable(
        (*COLUMNS, SheetColumn("Merknad", 30, ruled=True)),
        (
            (
                SheetCell("Moen, Ingrid", "900 11 222", "OBS", strong=True),
                SheetCell(ticks=("blodprøver", "JCV")),
                SheetCell(),
            ),
            (SheetCell("Aas, Per"), SheetCell("12"), SheetCell(detail="rullestol")),
        ),
    )
    assert said(table) == [
        "Pasient",
        "Svarte",
        "Merknad",
        "Moen, Ingrid",
        "OBS",
        "900 11 222",
        "blodprøver",
        "JCV",
        "Aas, Per",
        "12",
        "rullestol",
    ]


def test_a_table_without_rows_says_so() -> None:
    assert said(SheetTable(COLUMNS, (), empty="Alle hjemmedoser er meldt inn.")) == [
        "Pasient",
        "Svarte",
        "Alle hjemmedoser er meldt inn.",
    ]


def test_a_long_table_repeats_its_titles_and_divides_no_row() -> None:
    found = pages(sheet(SheetTable(COLUMNS, rows(40))))
    assert len(found) == 2
    for page in found:
        body = page.splitlines()[4:-3]
        assert body[:2] == ["Pasient", "Svarte"]
        assert [line.startswith("Pasient ") for line in body[2:]] == [True, False] * ((len(body) - 2) // 2)
    assert [line for page in found for line in page.splitlines() if line.startswith("Pasient ")] == [
        f"Pasient {n}" for n in range(40)
    ]
    assert "Side 2 av 2" in found[1]


def test_a_long_cell_is_broken_and_cut_after_four_lines() -> None:
    found = said(SheetTable(COLUMNS, ((SheetCell("Ytterligere " * 60), SheetCell("1")),)))
    assert len([line for line in found if line.startswith("Ytterligere")]) == 4
    assert found[-2].endswith("…")


def test_a_title_is_never_alone_at_the_foot_of_a_page() -> None:
    for number in range(28, 34):
        found = pages(sheet(SheetTable(COLUMNS, rows(number)), Title("Avtalt"), Paragraph("Ring igjen i morgen.")))
        holding = [page for page in found if "Avtalt" in page]
        assert len(holding) == 1
        assert "Ring igjen i morgen." in holding[0]


def test_a_title_at_the_very_end_is_still_there() -> None:
    assert said(Title("Avtalt")) == ["Avtalt"]


def test_text_points_and_fields() -> None:
    assert said(
        Paragraph("Ring oss først.", strong=True),
        Bullets(("har feber", "er gravid")),
        Fields((("Bestill innen", "04.01.2027"), ("Sykepleier", ""))),
        Fields(()),
    ) == ["Ring oss først.", "•", "har feber", "•", "er gravid", "Bestill innen", "04.01.2027", "Sykepleier"]


def test_two_columns_stay_together() -> None:
    both = SideBySide((Title("Apotek"), Bullets(("Bestill",) * 6)), (Title("Kontroller"), Bullets(("Blodprøver",) * 3)))
    found = pages(sheet(SheetTable(COLUMNS, rows(20)), both))
    assert [page.count("Bestill") for page in found] == [0, 6]
    assert [page.count("Blodprøver") for page in found] == [0, 3]


def test_a_page_break_begins_a_page() -> None:
    found = pages(sheet(Paragraph("Side en"), PageBreak(), Paragraph("Side to")))
    assert ["Side en" in page for page in found] == [True, False]
    assert ["Side to" in page for page in found] == [False, True]


def test_large_print_takes_more_room() -> None:
    table = SheetTable(COLUMNS, rows(19))
    assert (len(pages(sheet(table))), len(pages(sheet(table, large=True)))) == (1, 2)


def test_landscape_holds_fewer_rows() -> None:
    assert len(pages(sheet(SheetTable(COLUMNS, rows(19)), paper=Paper.LANDSCAPE))) == 2


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("22 33 44 55", "tel:22334455"),
        ("+47 22 33 44 55", "tel:+4722334455"),
        (" (+47) 22 33", "tel:472233"),
        ("22334455;ext=1", "tel:223344551"),
        ("", ""),
        ("ring sentralbordet", ""),
    ],
)
def test_the_code_holds_the_number_and_nothing_else(number: str, expected: str) -> None:
    assert qr.telephone_link(number) == expected


def test_the_code_is_drawn_square_by_square() -> None:
    code = segno.make("tel:22334455", error="m", micro=False)
    size = len(code.matrix) + 2 * qr.QUIET
    place = QRectF(10, 20, size, size)
    dark = {
        (int(part.x()) - 10 - qr.QUIET + step, int(part.y()) - 20 - qr.QUIET)
        for part in qr.squares("tel:22334455", place)
        for step in range(int(part.width()))
    }
    assert dark == {(x, y) for y, row in enumerate(code.matrix) for x, bit in enumerate(row) if bit}
    assert all(place.contains(part) and part.height() == 1 for part in qr.squares("tel:22334455", place))


def test_a_telephone_is_named_and_its_code_drawn() -> None:
    telephone = Telephone("Enheten", "22 33 44 55", "08.00–15.30, mandag–fredag")
    assert said(telephone) == ["Enheten", "22 33 44 55", "08.00–15.30, mandag–fredag"]
    without = Telephone("Enheten", "", "08.00–15.30, mandag–fredag")
    assert said(without) == ["Enheten", "08.00–15.30, mandag–fredag"]
    assert len(sheet(telephone)) > len(sheet(without))


def test_a_long_telephone_number_and_the_name_of_the_unit_are_whole() -> None:
    unit = "Infusjonsenheten for nevrologi, Sykehuset ved fjorden"
    telephone = Telephone(unit, "22 33 44 55, vakt 22 33 44 66", "08.00–15.30, mandag–fredag")
    found = " ".join(said(SideBySide((), (telephone,))))
    assert found == f"{unit} 22 33 44 55, vakt 22 33 44 66 08.00–15.30, mandag–fredag"


class SmallPrinter(QPdfWriter):
    """A printer with paper of A5 only, whatever it is asked for."""

    def setPageLayout(self, layout: QPageLayout) -> bool:  # noqa: N802 - Qt's own name
        """Keep the paper that it has."""
        own = QPageLayout(QPageSize(QPageSize.PageSizeId.A5), layout.orientation(), QMarginsF())
        own.setMode(QPageLayout.Mode.FullPageMode)
        return super().setPageLayout(own)


@pytest.mark.parametrize("paper", [Paper.PORTRAIT, Paper.LANDSCAPE])
def test_a_printer_without_a4_gets_the_whole_page_smaller(tmp_path: Path, paper: Paper) -> None:
    file = tmp_path / "small.pdf"
    table = SheetTable(
        (SheetColumn("Pasient", 90), SheetColumn("Svarte", 10)), ((SheetCell("Moen, Ingrid"), SheetCell("ja")),)
    )
    draw(ListSheet(HEADING, paper, (table,)), SmallPrinter(str(file)), FOOTER)
    page = PdfReader(file).pages[0]
    places: list[tuple[float, str]] = []

    def note(text: str, page: list[float], at: list[float], _font: object, _size: object) -> None:
        places.append((page[0] * at[4] + page[2] * at[5] + page[4], text.strip()))

    page.extract_text(visitor_text=note)
    column = next(left for left, text in places if text == "Svarte")
    assert 0.8 * float(page.mediabox.width) < column < 0.95 * float(page.mediabox.width)


def test_a_wide_head_and_foot_are_cut_and_not_laid_over_each_other() -> None:
    wide = Heading("T" * 90, "s" * 90, "U" * 200, "1 pasient", "Makuleres. " * 20, "OBS " * 60, Language.EN)
    found = lines(sheet_pdf(ListSheet(wide, Paper.PORTRAIT, ()), FOOTER))
    assert found[0] == "1 pasient"
    assert found[1].startswith("UUU")
    assert found[1].endswith("…")
    assert found[2].endswith("…")


def test_a_long_name_in_the_head_of_a_signed_page_is_whole() -> None:
    who = "von der Lippe-Konow Østergaard, Anne-Margrethe Fredrikke · født 14.02.1984"
    heading = Heading(
        "Opplæring i hjemmebehandling", who, "MS-infusjonsenheten", "23.11.2026", "Makuleres.", "", Language.NB
    )
    found = lines(sheet_pdf(ListSheet(heading, Paper.PORTRAIT, ()), FOOTER))
    assert found[:4] == ["23.11.2026", "MS-infusjonsenheten", "Opplæring i hjemmebehandling", who]
