"""Closed days in the settings: the coming year with its reasons, closing and opening single days and spans."""

from dataclasses import replace
from datetime import date

import pytest
from builders import d
from nurses import Nurse
from PySide6.QtWidgets import QApplication

from infusionplanner.application.unit import change_unit
from infusionplanner.domain.unit import Unit
from infusionplanner_ui.pages.settings.closures import ClosureForm, ClosureKind, ClosuresSection, Special, specials


@pytest.fixture
def section(nurse: Nurse) -> ClosuresSection:
    page = nurse.desktop.frame.show_page("settings", "closures")
    found = page.findChild(ClosuresSection)
    assert isinstance(found, ClosuresSection)
    nurse.settle()
    return found


def _form(section: ClosuresSection) -> ClosureForm:
    assert isinstance(section.form, ClosureForm)
    return section.form


def _save(nurse: Nurse, section: ClosuresSection) -> None:
    section.form.accepted.emit()
    nurse.settle()


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
    _form(section).first_day.edit.setFocus()
    nurse.write("21.12")
    assert section.form.said == ("8 timer er bestilt disse dagene. De blir stående til de flyttes.",)
    nurse.press("Tab")
    nurse.write("28.12")
    assert len(section.form.said) == 1
    nurse.press("Enter")
    assert _unit(nurse).closed == {d("2026-12-21"), d("2026-12-22"), d("2026-12-23"), d("2026-12-28")}
    assert _rows(section)[0] == "ma. 21. desember 2026 | Stengt | ▲ 8 å flytte"
    assert _form(section).first_day.value() == ""
    assert QApplication.focusWidget() is section.table
    nurse.press("Ctrl+Z")
    assert _unit(nurse).closed == frozenset()


def test_days_that_another_pc_has_closed_meanwhile_are_not_opened_again(nurse: Nurse, section: ClosuresSection) -> None:
    desk = nurse.desktop.ward.desk
    _form(section).first_day.set_value("02.12.2026")
    change_unit(desk.signed("MS"), replace(_unit(nurse), closed=frozenset({d("2026-12-01")})))
    _save(nurse, section)
    assert section.form.error_text.startswith("MS har endret det samme i mellomtiden")
    assert _unit(nurse).closed == {d("2026-12-01")}
    nurse.desktop.ward.read_again()
    nurse.settle()
    _save(nurse, section)
    assert _unit(nurse).closed == {d("2026-12-01"), d("2026-12-02")}


def test_a_closed_day_is_opened_again_by_delete(nurse: Nurse, section: ClosuresSection) -> None:
    _form(section).first_day.set_value("30.11")
    _save(nurse, section)
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
    _form(section).first_day.set_value("27.11")
    _save(nurse, section)
    form = _form(section)
    form.becomes.set_value(ClosureKind.OPEN)
    form.first_day.set_value("26.11")
    form.last_day.set_value("28.11")
    assert form.days() == (d("2026-11-27"), d("2026-11-28"))
    assert form.said == ()
    _save(nurse, section)
    unit = _unit(nurse)
    assert (unit.closed, unit.open) == (frozenset[date](), frozenset({d("2026-11-28")}))


def test_an_opened_holiday_is_closed_from_the_fields(nurse: Nurse, section: ClosuresSection) -> None:
    section.turn()
    nurse.settle()
    _form(section).first_day.set_value("24.12")
    _save(nurse, section)
    unit = _unit(nurse)
    assert (unit.closed, unit.open) == (frozenset(), frozenset())


@pytest.mark.parametrize(
    ("first", "last", "wish", "fault"),
    [
        ("", "", ClosureKind.CLOSED, ""),
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
    form = _form(section)
    form.becomes.set_value(wish)
    form.first_day.set_value(first)
    form.last_day.set_value(last)
    assert form.error_text == fault
    assert not form.is_ready


@pytest.mark.parametrize(("first", "last"), [("31.2", ""), ("24.11", "x")])
def test_days_that_are_none_are_told_below_the_field(section: ClosuresSection, first: str, last: str) -> None:
    form = _form(section)
    form.first_day.set_value(first)
    form.last_day.set_value(last)
    assert [form.first_day.fault(), form.last_day.fault()].count("Skriv dagen som 23.11.2026.") == 1
    assert not form.is_ready


def test_nothing_is_closed_before_a_day_is_named(nurse: Nurse, section: ClosuresSection) -> None:
    assert section.form.missing_text == "Mangler: Fra"
    _save(nurse, section)
    assert _unit(nurse).closed == frozenset()


def test_esc_empties_the_fields(nurse: Nurse, section: ClosuresSection) -> None:
    _form(section).first_day.edit.setFocus()
    nurse.write("24.11")
    nurse.press("Escape")
    assert _form(section).first_day.value() == ""
    assert QApplication.focusWidget() is section.table


def test_after_midnight_days_are_read_from_the_new_day(nurse: Nurse, section: ClosuresSection) -> None:
    nurse.wait(minutes=24 * 60 * 40)
    nurse.desktop.ward.read_again()
    nurse.settle()
    _form(section).first_day.set_value("4.1")
    assert _form(section).first_day.day() == date(2027, 1, 4)
    assert _rows(section)[0].startswith("to. 25. mars 2027")
