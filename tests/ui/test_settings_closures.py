"""Closed days in the settings: the coming year with its reasons, closing and opening single days and spans."""

from dataclasses import replace
from datetime import date

import pytest
from builders import d
from nurses import Nurse
from PySide6.QtWidgets import QApplication

from infusionplanner.application.unit import change_unit
from infusionplanner.domain.unit import Unit
from infusionplanner_ui.pages.settings.closures import ClosureKind, ClosuresSection, Special, specials


@pytest.fixture
def section(nurse: Nurse) -> ClosuresSection:
    page = nurse.desktop.frame.show_page("settings", "closures")
    found = page.findChild(ClosuresSection)
    assert isinstance(found, ClosuresSection)
    nurse.settle()
    return found


def _unit(nurse: Nurse) -> Unit:
    return nurse.desktop.ward.desk.unit()


def _rows(section: ClosuresSection) -> list[str]:
    return [" | ".join(cell.spoken for cell in row.cells if cell.spoken) for row in section.table.rows.rows]


def test_the_special_days_of_a_year_are_holidays_on_open_weekdays_yearly_and_own_ones() -> None:
    unit = Unit(
        closed=frozenset({d("2026-11-20"), d("2026-11-27"), d("2029-01-08")}),
        open=frozenset({d("2026-12-24"), d("2026-11-28")}),
        closed_yearly=frozenset({(12, 24), (12, 23)}),
    )
    found = list(specials(unit, d("2026-11-23")))
    assert found[:6] == [
        Special(d("2026-11-27"), ClosureKind.CLOSED),
        Special(d("2026-11-28"), ClosureKind.OPEN),
        Special(d("2026-12-23"), ClosureKind.YEARLY),
        Special(d("2026-12-24"), ClosureKind.OPEN),
        Special(d("2026-12-25"), ClosureKind.HOLIDAY, "christmas_day"),
        Special(d("2027-01-01"), ClosureKind.HOLIDAY, "new_year"),
    ]
    assert found[-1] == Special(d("2029-01-08"), ClosureKind.CLOSED)
    saturdays = [row.on for row in found if row.on.isoweekday() > 5 and row.kind is not ClosureKind.OPEN]
    assert saturdays == []


def test_each_day_is_listed_with_why(section: ClosuresSection) -> None:
    rows = _rows(section)
    assert rows[0] == "to. 24. desember 2026 | Julaften, hvert år"
    assert rows[1] == "fr. 25. desember 2026 | 1. juledag, helligdag"
    assert "ma. 17. mai 2027 | 2. pinsedag og 17. mai, helligdag" in rows


def test_a_span_is_closed_by_keyboard_and_its_visits_are_told(nurse: Nurse, section: ClosuresSection) -> None:
    section.wish.setFocus()
    section.first.setFocus()
    nurse.write("21.12")
    assert section.warning.text() == "8 timer er bestilt disse dagene. De blir stående til de flyttes."
    nurse.press("Tab")
    nurse.write("28.12")
    assert section.warning.isVisible()
    nurse.press("Enter")
    assert _unit(nurse).closed == {d("2026-12-21"), d("2026-12-22"), d("2026-12-23"), d("2026-12-28")}
    assert _rows(section)[0] == "ma. 21. desember 2026 | Stengt | ▲ 8 å flytte"
    assert section.first.text() == ""
    assert QApplication.focusWidget() is section.table
    nurse.press("Ctrl+Z")
    assert _unit(nurse).closed == frozenset()


def test_a_day_without_its_year_is_the_coming_one_and_is_read_out(section: ClosuresSection) -> None:
    section.first.setText("5.1")
    section.last.setText("06.01")
    assert section.read.text() == "tirsdag 5. januar 2027 – onsdag 6. januar 2027"
    assert section.days() == (date(2027, 1, 5), date(2027, 1, 6))


def test_a_closed_day_is_opened_again_by_delete(nurse: Nurse, section: ClosuresSection) -> None:
    section.first.setText("30.11")
    section.add_button.click()
    nurse.settle()
    assert section.chosen == Special(d("2026-11-30"), ClosureKind.CLOSED)
    assert section.drop_button.text() == "Åpne igjen"
    nurse.press("Delete")
    assert _unit(nurse).closed == frozenset()


def test_a_holiday_is_kept_open_and_closed_again(nurse: Nurse, section: ClosuresSection) -> None:
    section.table.setFocus()
    assert section.drop_button.text() == "Hold åpent"
    nurse.press("Enter")
    assert _unit(nurse).open == {d("2026-12-24")}
    assert _rows(section)[0] == "to. 24. desember 2026 | ✓ Åpent, Julaften"
    assert section.drop_button.text() == "Steng igjen"
    section.drop_button.click()
    nurse.settle()
    assert _unit(nurse).open == frozenset()


def test_a_saturday_is_opened_and_a_closed_day_in_the_span_with_it(nurse: Nurse, section: ClosuresSection) -> None:
    section.first.setText("27.11")
    section.add_button.click()
    nurse.settle()
    section.wish.select(ClosureKind.OPEN)
    section.first.setText("26.11")
    section.last.setText("28.11")
    assert section.days() == (d("2026-11-27"), d("2026-11-28"))
    assert not section.warning.isVisible()
    section.store()
    nurse.settle()
    unit = _unit(nurse)
    assert (unit.closed, unit.open) == (frozenset[date](), frozenset({d("2026-11-28")}))


def test_an_opened_holiday_is_closed_from_the_fields(nurse: Nurse, section: ClosuresSection) -> None:
    section.turn()
    nurse.settle()
    section.first.setText("24.12")
    section.store()
    nurse.settle()
    unit = _unit(nurse)
    assert (unit.closed, unit.open) == (frozenset(), frozenset())


@pytest.mark.parametrize(
    ("first", "last", "wish", "fault"),
    [
        ("", "", ClosureKind.CLOSED, ""),
        ("31.2", "", ClosureKind.CLOSED, "Skriv dagen som 23.12.2026."),
        ("24.11", "x", ClosureKind.CLOSED, "Skriv dagen som 23.12.2026."),
        ("20.11.2026", "", ClosureKind.CLOSED, "Denne dagen er passert."),
        ("24.11", "23.11", ClosureKind.CLOSED, "Den siste dagen er før den første."),
        ("24.11", "24.11.2027", ClosureKind.CLOSED, "Høyst 120 dager om gangen."),
        ("28.11", "29.11", ClosureKind.CLOSED, "Allerede stengt."),
        ("24.11", "", ClosureKind.OPEN, "Allerede åpent."),
    ],
)
def test_days_that_cannot_be_are_told(
    section: ClosuresSection, first: str, last: str, wish: ClosureKind, fault: str
) -> None:
    section.wish.select(wish)
    section.first.setText(first)
    section.last.setText(last)
    assert section.error.sentence == fault
    assert not section.add_button.isEnabled()
    section.store()


def test_esc_empties_the_fields(nurse: Nurse, section: ClosuresSection) -> None:
    section.first.setFocus()
    nurse.write("24.11")
    nurse.press("Escape")
    assert section.first.text() == ""
    assert QApplication.focusWidget() is section.table


def test_after_midnight_days_are_read_from_the_new_day(nurse: Nurse, section: ClosuresSection) -> None:
    nurse.wait(minutes=24 * 60 * 40)
    nurse.desktop.ward.read_again()
    nurse.settle()
    section.first.setText("4.1")
    assert section.first.value == date(2027, 1, 4)
    assert _rows(section)[0].startswith("to. 25. mars 2027")


def test_days_that_another_pc_has_closed_meanwhile_are_not_opened_again(nurse: Nurse, section: ClosuresSection) -> None:
    desk = nurse.desktop.ward.desk
    change_unit(desk.signed("MS"), replace(_unit(nurse), closed=frozenset({d("2026-12-01")})))
    section.wish.setFocus()
    section.first.setText("02.12.2026")
    section.first.setFocus()
    nurse.press("Enter")
    nurse.settle()
    assert section.error.sentence.startswith("MS har endret det samme i mellomtiden")
    assert _unit(nurse).closed == {d("2026-12-01")}
