"""The panels of doses elsewhere, the start list and the person."""

from datetime import date

from panel_acts import OpenPanel, do

from infusionplanner_ui.panels.person import PersonPanel
from infusionplanner_ui.panels.start import GatePanel
from infusionplanner_ui.panels.transfer import TransferPanel
from infusionplanner_ui.shell.ward import Ward


def test_doses_elsewhere_without_a_source_do_not_count(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(TransferPanel, "Tran")
    assert isinstance(panel, TransferPanel)
    assert not panel.is_ready
    panel.sc.set_value("4")
    assert "Uten kilde teller ikke disse dosene." in panel.said
    panel.first_on.set_value("01.10.2026")
    panel.last_on.set_value("01.06.2026")
    assert panel.error_text == "Den første dosen ligger etter den siste."
    panel.first_on.set_value("01.03.2026")
    panel.last_on.set_value("01.11.2026")
    do(panel)
    assert demo_ward.plan(panel.who).doses_completed == 0


def test_days_are_read_and_their_faults_told(open_panel: OpenPanel) -> None:
    panel = open_panel(TransferPanel, "Berg")
    assert isinstance(panel, TransferPanel)
    for typed, fault in (
        ("01.01.2025 abc", "abc er ikke en dato. Skriv 23.11.2026."),
        ("24.11.2026", "24.11.2026 har ikke vært ennå."),
        ("01.01.2025, 01.01.2025", "En dato står to ganger."),
    ):
        panel.days.edit.setPlainText(typed)
        assert panel.days.fault() == fault
    panel.days.edit.setPlainText("16.11.2026")
    assert panel.error_text == "En dose 16.11.2026 er allerede registrert."


def test_the_start_list_shows_what_is_open(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(GatePanel, "Grønli")
    assert isinstance(panel, GatePanel)
    assert len(panel.said) == len(panel.protocol.gate)
    panel.informed.set_value("20.11.2026")
    do(panel)
    assert demo_ward.patient(panel.who).course.gate.informed == date(2026, 11, 20)


def test_a_person_is_edited(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(PersonPanel, "Berg")
    assert isinstance(panel, PersonPanel)
    panel.person.phone.set_value("400 99 999")
    panel.person.notes.edit.setPlainText("<b>Ring</b>; «etter» kl. 12")
    panel.person.prior.set_value("yes")
    do(panel)
    patient = demo_ward.patient(panel.who)
    assert (patient.phone, patient.notes) == ("400 99 999", "<b>Ring</b>; «etter» kl. 12")
    assert patient.course.prior_immunosuppression is True
    panel.person.family.set_value("")
    assert not panel.is_ready
