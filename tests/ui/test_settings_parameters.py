"""Parameters in the settings: each with its origin, its rules and who changed it; own values with their bounds."""

import pytest
from nurses import Nurse
from PySide6.QtWidgets import QApplication, QLineEdit

from infusionplanner.application.unit import override_parameter
from infusionplanner_ui.pages.settings.parameter import ParameterForm
from infusionplanner_ui.pages.settings.parameters import OWN, ParametersSection
from infusionplanner_ui.pages.settings.values import parsed, typed
from infusionplanner_ui.panels.form.fields import ListField, TextField


@pytest.fixture
def section(nurse: Nurse) -> ParametersSection:
    page = nurse.desktop.frame.show_page("settings", "parameters")
    found = page.findChild(ParametersSection)
    assert isinstance(found, ParametersSection)
    nurse.settle()
    found.table.setFocus()
    return found


def _form(section: ParametersSection) -> ParameterForm:
    assert isinstance(section.form, ParameterForm)
    return section.form


def _line(section: ParametersSection) -> QLineEdit:
    field = _form(section).field
    assert isinstance(field, TextField)
    return field.edit


def _save(nurse: Nurse, section: ParametersSection) -> None:
    section.form.accepted.emit()
    nurse.settle()


def _own(nurse: Nurse) -> dict[str, object]:
    return dict(nurse.desktop.ward.desk.unit().parameters)


def _row(section: ParametersSection, key: str) -> tuple[str, ...]:
    row = next(row for row in section.table.rows.rows if row.key == key)
    return tuple(cell.spoken for cell in row.cells)


def _rules(section: ParametersSection) -> str:
    return " ".join(section.detail.rules)


def test_every_parameter_of_the_protocol_is_listed_with_its_origin_and_rules(section: ParametersSection) -> None:
    parameters = section.protocol.parameters
    assert [row.key for row in section.table.rows.rows] == list(parameters)
    expected = (
        "Doseintervall",
        "Vindu før og etter forfall",
        "5 dager",
        "–",
        "Publisert kilde",
        "R-INT-3, R-INT-4",
        "",
    )
    assert _row(section, "window_days") == expected


def test_an_own_value_is_set_by_keyboard_and_told_with_who_and_when(nurse: Nurse, section: ParametersSection) -> None:
    section.table.mark("window_days")
    nurse.press("Enter")
    assert QApplication.focusWidget() is _line(section)
    assert "Inntil 5 dager før eller etter" in _rules(section)
    nurse.write("4")
    nurse.press("Enter")
    assert _own(nurse) == {"window_days": 4}
    assert _row(section, "window_days")[2:5] == ("5 dager", "4 dager", "Publisert kilde")
    assert _row(section, "window_days")[6] == "A. Dahl · 23.11.2026"
    assert section.detail.state.text() == "Satt av A. Dahl · 23.11.2026. Protokollen har 5 dager."
    assert "Inntil 4 dager før eller etter" in _rules(section)
    assert QApplication.focusWidget() is section.table
    assert nurse.desktop.ward.protocol(nurse.id_of("Moen")).interval.window_days == 4
    nurse.press("Delete")
    assert _own(nurse) == {}
    assert section.form.other_way is None
    nurse.press("Ctrl+Z")
    assert _own(nurse) == {"window_days": 4}


@pytest.mark.parametrize(
    ("key", "entered", "fault"),
    [
        ("window_days", "fem", "Skriv et helt tall."),
        ("window_days", "4,5", "Skriv et helt tall."),
        ("window_days", "", "Skriv et helt tall."),
        ("window_days", "4001", "Bruk 0 til 4000."),
        ("interval_standard_days", "0", "Bruk 1 til 4000."),
        ("interval_minimum_days", "29", "Kan ikke være over «Standardintervall», som er 28."),
        ("interval_standard_days", "20", "Kan ikke være under «Korteste intervall uten legeavklaring», som er 21."),
        ("jcv_index_low", "1,6", "Kan ikke være over «JCV-indeks, øvre grense», som er 1,5."),
        ("jcv_index_low", "lav", "Skriv et tall, som 0,9."),
        ("bloods_before_doses", "3, 2", "Skriv hele tall i stigende rekkefølge, så mange som protokollen har."),
        ("bloods_before_doses", "to", "Skriv hele tall med komma mellom, som 3, 6."),
        ("mri_rebaseline_months", "3", "Skriv hele tall i stigende rekkefølge, så mange som protokollen har."),
    ],
)
def test_a_value_that_cannot_be_is_told_while_it_is_typed(
    nurse: Nurse, section: ParametersSection, key: str, entered: str, fault: str
) -> None:
    section.table.mark(key)
    _line(section).setText(entered)
    assert section.form.error_text == fault
    assert not section.form.is_ready
    _save(nurse, section)
    assert _own(nurse) == {}


def test_order_is_judged_by_the_units_own_values(nurse: Nurse, section: ParametersSection) -> None:
    nurse.desktop.ward.act(lambda desk: override_parameter(desk, "interval_extended_days", 35))
    nurse.settle()
    section.table.mark("interval_standard_days")
    _line(section).setText("40")
    assert section.form.error_text == "Kan ikke være over «Utvidet doseintervall», som er 35."


@pytest.mark.parametrize(
    ("key", "entered", "stored"),
    [
        ("jcv_index_low", "0,8", 0.8),
        ("bloods_before_doses", "1 2 3 4", [1, 2, 3, 4]),
        ("mri_rebaseline_months", "3, 5", [3, 5]),
    ],
)
def test_numbers_lists_and_decimals_are_stored(
    nurse: Nurse, section: ParametersSection, key: str, entered: str, stored: object
) -> None:
    section.table.mark(key)
    _line(section).setText(entered)
    _save(nurse, section)
    assert _own(nurse)[key] in (stored, tuple(stored) if isinstance(stored, list) else stored)
    assert _line(section).text() == typed(tuple(stored) if isinstance(stored, list) else stored)
    assert not section.form.is_ready


def test_a_treatment_is_chosen_from_a_list(nurse: Nurse, section: ParametersSection) -> None:
    section.table.mark("switch.treatment")
    field = _form(section).field
    assert isinstance(field, ListField)
    assert field.box.currentText() == "rituksimab"
    nurse.press("Enter", "Down")
    assert field.value() == "ocrelizumab"
    _save(nurse, section)
    assert _own(nurse) == {"switch.treatment": "ocrelizumab"}


def test_the_protocols_own_value_typed_again_is_no_own_value(nurse: Nurse, section: ParametersSection) -> None:
    section.table.mark("window_days")
    for value in ("4", "5"):
        _line(section).setText(value)
        _save(nurse, section)
    assert _own(nurse) == {}


def test_the_list_is_searched_and_narrowed(nurse: Nurse, section: ParametersSection) -> None:
    section.search.setFocus()
    nurse.write("R-RX-2")
    assert [row.key for row in section.table.rows.rows] == ["dispensing_days"]
    nurse.press("Escape")
    assert len(section.table.rows.rows) == len(section.protocol.parameters)
    section.search.setFocus()
    nurse.write("rebound")
    nurse.press("Down", "Enter")
    assert section.table.key == "rebound_critical_days"
    assert QApplication.focusWidget() is _line(section)
    nurse.press("Escape")
    assert QApplication.focusWidget() is section.table
    section.search.clear()
    section.which.select(OWN)
    section.which.changed.emit(OWN)
    assert section.table.rows.rows == ()
    assert section.detail.title == "Ingenting er valgt"
    assert section.host.panel is None
    section.edit()
    section.reset()


def test_esc_takes_back_what_is_typed(nurse: Nurse, section: ParametersSection) -> None:
    section.table.mark("window_days")
    nurse.press("Enter")
    nurse.write("9")
    nurse.press("Escape")
    assert _line(section).text() == "5"
    assert QApplication.focusWidget() is section.table


def test_what_is_typed_stays_when_somebody_else_acts(nurse: Nurse, section: ParametersSection) -> None:
    section.table.mark("window_days")
    _line(section).setText("3")
    nurse.desktop.ward.act(lambda desk: override_parameter(desk, "control_due_days", 20))
    nurse.settle()
    assert _line(section).text() == "3"


def test_a_search_keeps_the_row_of_a_value_that_is_begun(section: ParametersSection) -> None:
    section.table.mark("window_days")
    _line(section).setText("3")
    section.search.edit.setText("rebound")
    assert next(row.key for row in section.table.rows.rows) == "window_days"
    assert (section.table.key, section.form.about) == ("window_days", "window_days")


def test_a_value_that_somebody_else_has_set_is_not_overwritten(nurse: Nurse, section: ParametersSection) -> None:
    section.table.mark("window_days")
    _line(section).setText("3")
    nurse.desktop.ward.act(lambda desk: override_parameter(desk, "window_days", 4))
    nurse.settle()
    _save(nurse, section)
    assert section.form.error_text.startswith("AD har endret det samme i mellomtiden, kl. 09.50.")
    assert _own(nurse) == {"window_days": 4}


def test_the_protocols_value_is_taken_again_by_the_button(nurse: Nurse, section: ParametersSection) -> None:
    section.table.mark("window_days")
    _line(section).setText("4")
    _save(nurse, section)
    assert section.form.other_way is not None
    assert section.form.other_way.text() == "Bruk protokollens verdi"
    section.form.other_way.click()
    nurse.settle()
    assert _own(nurse) == {}


def test_rules_stand_in_the_table_where_there_is_room(nurse: Nurse, section: ParametersSection) -> None:
    assert section.table.isColumnHidden(5)
    nurse.desktop.frame.resize(1920, 1080)
    nurse.settle()
    assert not section.table.isColumnHidden(5)


def test_in_english_everything_is_english(nurse: Nurse, section: ParametersSection) -> None:
    nurse.desktop.looks.set_language("en")
    nurse.settle()
    expected = ("Interval", "Window before and after the due date", "5 days", "–", "Published source")
    assert _row(section, "window_days")[:5] == expected


@pytest.mark.parametrize(
    ("key", "text"), [("window_days", "5"), ("jcv_index_low", "0,9"), ("bloods_before_doses", "1, 2, 3, 6")]
)
def test_a_value_is_typed_as_it_is_shown(section: ParametersSection, key: str, text: str) -> None:
    parameter = section.protocol.parameters[key]
    assert typed(parameter.value) == text
    assert parsed(parameter, text) == parameter.value
