"""Handing out one patient's calendar: what it holds is chosen and remembered, changes are told, all is withdrawn."""

from datetime import time
from pathlib import Path

import pytest
from icalendar import Calendar
from panel_acts import OpenPanel, do, who

from infusionplanner.application.acts.health_events import open_hold
from infusionplanner.application.calendar.hand_out import remembered_choice
from infusionplanner.application.calendar.values import PATIENT_KINDS, ContentLevel, EventKind, ExportScope
from infusionplanner.domain.patient import HoldKind, Language
from infusionplanner_ui.panels.output.calendar_out import CalendarPanel
from infusionplanner_ui.shell.ward import Ward


def opened(open_panel: OpenPanel, family: str, folder: Path) -> CalendarPanel:
    panel = open_panel(CalendarPanel, family)
    assert isinstance(panel, CalendarPanel)
    panel.folder = folder
    return panel


def test_every_kind_can_be_switched_off(open_panel: OpenPanel, tmp_path: Path) -> None:
    panel = opened(open_panel, "Søvik", tmp_path)
    assert frozenset(kind for kinds in panel.kinds for kind in kinds) == PATIENT_KINDS
    assert not panel.home_time.isVisibleTo(panel)
    panel._holds.click()
    assert panel.home_time.isVisibleTo(panel)
    for switch in panel.kinds.values():
        switch.box.setChecked(False)
    assert panel.error_text == "Velg minst én type avtale."
    assert not panel.is_ready


def test_what_is_chosen_is_remembered(demo_ward: Ward, open_panel: OpenPanel, tmp_path: Path) -> None:
    panel = opened(open_panel, "Berg", tmp_path)
    panel.level.set_value(ContentLevel.PLAIN)
    panel.language.set_value(Language.EN)
    panel.kinds[EventKind.MRI,].box.setChecked(False)
    panel.kinds[EventKind.EDSS, EventKind.CONTROL].box.setChecked(False)
    panel.home_time.set_value("0730")
    assert panel._holds.text() == "9 av 11 typer avtaler · hjemmedoser kl. 07.30"
    do(panel)
    choice = remembered_choice(demo_ward.desk, panel.who)
    assert choice.options.kinds == PATIENT_KINDS - {EventKind.MRI, EventKind.EDSS, EventKind.CONTROL}
    assert (choice.options.home_time, choice.content.level) == (time(7, 30), ContentLevel.PLAIN)
    again = opened(open_panel, "Berg", tmp_path)
    assert not again.kinds[EventKind.MRI,].value()
    assert (again.level.value(), again.language.value()) == (ContentLevel.PLAIN, Language.EN)
    assert again.home_time.time() == time(7, 30)


def test_what_is_left_out_is_said_with_the_reason(demo_ward: Ward, open_panel: OpenPanel, tmp_path: Path) -> None:
    patient = who(demo_ward, "Berg")
    demo_ward.act(lambda desk: open_hold(desk, patient, HoldKind.INFECTION))
    assert demo_ward.operations.wait()
    panel = opened(open_panel, "Berg", tmp_path)
    held = [said for said in panel.said if said.startswith("Ikke i kalenderen: Doser hjemme, ")]
    assert held[0].endswith("(venter på legeavklaring)")
    assert any(said.startswith("og ") for said in panel.said)
    do(panel)
    assert panel.handed is not None
    assert held[0] in panel.said
    assert any(said.startswith("Avlyst: Behandling hjemme, ") for said in panel.said)


def test_everything_that_was_handed_out_is_withdrawn(open_panel: OpenPanel, tmp_path: Path) -> None:
    panel = opened(open_panel, "Søvik", tmp_path)
    panel.scope.set_value(ExportScope.WITHDRAWAL)
    assert not panel._holds.isVisibleTo(panel)
    assert panel.said[0].endswith("kommende avtaler vises som avlyst på pasientens telefon.")
    do(panel)
    (file,) = tmp_path.glob("avlyst*.ics")
    events = Calendar.from_ical(file.read_bytes()).events
    assert {str(event["STATUS"]) for event in events} == {"CANCELLED"}
    assert panel.said[0].startswith(f"{len(events)} avtaler") or panel.said[0].startswith("1 fil")
    empty = opened(open_panel, "Moen", tmp_path)
    empty.scope.set_value(ExportScope.WITHDRAWAL)
    assert empty.said == ("Ingen kommende avtaler er utlevert: det er ingenting å trekke tilbake.",)


def test_a_folder_that_cannot_be_written_is_said(open_panel: OpenPanel, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    panel = opened(open_panel, "Berg", tmp_path / "file")
    panel.accepted.emit()
    assert panel.ward.operations.wait()
    assert panel.error_text == "file kunne ikke lagres. Velg en mappe du kan skrive i, med plass igjen."


@pytest.mark.parametrize("scope", [ExportScope.WHOLE, ExportScope.SINGLE])
def test_one_file_or_one_for_each_event(open_panel: OpenPanel, tmp_path: Path, scope: ExportScope) -> None:
    panel = opened(open_panel, "Moen", tmp_path)
    panel.scope.set_value(scope)
    do(panel)
    files = list(tmp_path.glob("*.ics"))
    assert (len(files) == 1) is (scope is ExportScope.WHOLE)
    assert not any("Moen" in path.name for path in files)
