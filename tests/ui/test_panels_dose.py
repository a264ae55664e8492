"""The panel of a dose: stops and warnings are answered, and what is recorded is what was filled in."""

from dataclasses import replace
from datetime import date, time

from panel_acts import TODAY, OpenPanel, do, fill, keys, who

from infusionplanner.application.acts.doses import correct_dose
from infusionplanner.application.acts.orders import transfer_in
from infusionplanner.domain.patient import Dose, DoseStatus, EarlierDoses, Reaction, Reporter, Route, Setting
from infusionplanner_ui.panels.dose import ELSEWHERE, DosePanel
from infusionplanner_ui.panels.dose_correction import DoseCorrectionPanel
from infusionplanner_ui.shell.ward import Ward


def test_a_dose_too_soon_needs_a_doctor(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(DosePanel, "Berg")
    assert isinstance(panel, DosePanel)
    panel.where.set_value(Setting.UNIT)
    assert keys(panel)[0] == ["interval.too_soon"]
    assert panel.said[0] == "7 dager siden dosen 16.11.2026"
    assert not panel.is_ready
    box = panel.findings
    assert box.missing() == "Hver stopp må ha legens navn, klokkeslett og begrunnelse."
    for tick in (*box._cleared.values(), *box._seen.values()):
        tick.setChecked(True)
    box.doctor.set_value("K. Lunde")
    assert not panel.is_ready
    box.reason.set_value("Avtalt på telefon")
    box.at.set_value("99.99")
    assert not panel.is_ready
    box.at.set_value("09.30")
    do(panel)
    with demo_ward.desk.store.reading() as reading:
        (clearance,) = reading.clearances(panel.who)
    assert (clearance.rule, clearance.by, clearance.reason) == ("R-INT-3", "K. Lunde", "Avtalt på telefon")
    assert clearance.at.time() == time(9, 30)
    assert demo_ward.patient(panel.who).course.doses[-1].on == TODAY


def test_a_late_dose_is_given_its_reason(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(DosePanel, "Nordli")
    assert isinstance(panel, DosePanel)
    assert panel.late.isVisible()
    assert not panel.is_ready
    panel.late.set_value("patient_ill")
    fill(panel)
    do(panel)
    with demo_ward.desk.store.reading() as reading:
        seen = {(row.key, row.reason) for row in reading.acknowledgements(panel.who)}
    assert ("interval.late", "patient_ill") in seen


def test_a_home_dose_is_reported_by_the_patient(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(DosePanel, "Bakken")
    assert isinstance(panel, DosePanel)
    assert panel.where.value() == Setting.HOME
    assert panel.batch.value() == ""
    assert panel.route.isHidden()
    for tick in panel.findings._seen.values():
        tick.setChecked(True)
    if panel.findings._cleared:
        for tick in panel.findings._cleared.values():
            tick.setChecked(True)
        panel.findings.doctor.set_value("T. Ahmed")
        panel.findings.reason.set_value("Svart muntlig")
    do(panel)
    dose = demo_ward.patient(panel.who).course.doses[-1]
    assert (dose.setting, dose.route, dose.reported_by) == (Setting.HOME, Route.SC, Reporter.PATIENT)


def test_a_dose_at_another_hospital_is_not_refused(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(DosePanel, "Berg")
    assert isinstance(panel, DosePanel)
    panel.where.set_value(ELSEWHERE)
    assert keys(panel) == ([], [])
    assert not panel.is_ready
    panel.place.set_value("Haukeland")
    panel.on.set_value("20.11.2026")
    assert "En dokumentert dose ved et annet sykehus teller." in panel.said
    do(panel)
    assert demo_ward.patient(panel.who).course.doses[-1].on == date(2026, 11, 20)
    with demo_ward.desk.store.reading() as reading:
        newest = max(reading.dose_details(panel.who).values(), key=lambda row: row.dose)
    assert (newest.hospital, newest.source) == ("Haukeland", "Haukeland")


def test_the_batch_of_the_last_dose_is_marked_and_does_not_go_to_another_place(open_panel: OpenPanel) -> None:
    panel = open_panel(DosePanel, "Nordli")
    assert isinstance(panel, DosePanel)
    batch = panel.batch.value()
    marked = f"Batch {batch} er hentet fra forrige dose i enheten. Sammenlign med denne pakningen."
    assert batch
    assert marked in panel.said
    panel.batch.set_value("XY1234")
    assert marked not in panel.said
    panel.batch.set_value(batch)
    panel.where.set_value(ELSEWHERE)
    assert (panel.batch.value(), panel.expires.day()) == ("", None)
    assert marked not in panel.said


def test_missed_and_incomplete_doses(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(DosePanel, "Hauge")
    assert isinstance(panel, DosePanel)
    panel.status.set_value(DoseStatus.INCOMPLETE)
    panel.mg.set_value("150")
    assert "Den teller ikke som dose. Legen bestemmer neste dato." in panel.said
    assert (panel.dose().status, panel.dose().mg) == (DoseStatus.INCOMPLETE, 150)
    panel.status.set_value(DoseStatus.MISSED)
    assert panel.product.isHidden()
    do(panel)
    dose = demo_ward.patient(panel.who).course.doses[-1]
    assert (dose.on, dose.status, dose.mg) == (TODAY, DoseStatus.MISSED, None)


def test_two_doses_on_a_day_are_refused_in_words(open_panel: OpenPanel) -> None:
    panel = open_panel(DosePanel, "Aas")
    assert isinstance(panel, DosePanel)
    assert any(dose.on == TODAY for dose in panel.patient.course.doses)
    for tick in (*panel.findings._cleared.values(), *panel.findings._seen.values()):
        tick.setChecked(True)
    panel.findings.doctor.set_value("K. Lunde")
    panel.findings.reason.set_value("x")
    panel.accepted.emit()
    assert panel.ward.operations.wait()
    assert panel.error_text == "Det er allerede registrert en dose ma. 23.11. Rett den i stedet."


def test_what_nobody_knew_stays_unknown_in_a_correction(demo_ward: Ward, open_panel: OpenPanel) -> None:
    patient = who(demo_ward, "Tran")
    bare = Dose(date(2026, 11, 2), status=DoseStatus.GIVEN)
    demo_ward.act(lambda desk: transfer_in(desk, patient, EarlierDoses(source="x"), (bare,)))
    assert demo_ward.operations.wait()
    fact = demo_ward.desk.record(patient).ids["doses"][0]
    panel = open_panel(DoseCorrectionPanel, "Tran", fact)
    assert isinstance(panel, DoseCorrectionPanel)
    assert panel.dose() == bare
    panel.reaction.set_value(Reaction.NONE)
    do(panel)
    assert demo_ward.patient(patient).course.doses == (
        Dose(date(2026, 11, 2), status=DoseStatus.GIVEN, reaction=Reaction.NONE),
    )


def test_a_correction_does_not_put_back_what_another_pc_has_changed_since_the_panel_was_opened(
    demo_ward: Ward, open_panel: OpenPanel
) -> None:
    patient = who(demo_ward, "Berg")
    fact, known = demo_ward.desk.record(patient).ids["doses"][-1], demo_ward.patient(patient).course.doses[-1]
    mine = open_panel(DoseCorrectionPanel, "Berg", fact)
    correct_dose(demo_ward.desk.signed("MS"), patient, fact, replace(known, reaction=Reaction.LOCAL))
    assert isinstance(mine, DoseCorrectionPanel)
    mine.batch.set_value("XX1")
    mine.accepted.emit()
    assert demo_ward.operations.wait()
    (stored,) = [dose for dose in demo_ward.desk.patient(patient).course.doses if dose.on == known.on]
    assert (stored.reaction, stored.batches) == (Reaction.LOCAL, ("XX1",))
    late = open_panel(DoseCorrectionPanel, "Berg", fact)
    assert isinstance(late, DoseCorrectionPanel)
    correct_dose(demo_ward.desk.signed("MS"), patient, fact, replace(stored, batches=("YY2",)))
    late.batch.set_value("ZZ3")
    late.accepted.emit()
    assert demo_ward.operations.wait()
    assert late.error_text.splitlines()[1:] == ["Dose, batch: nå YY2; ditt ZZ3"]
    assert demo_ward.desk.patient(patient).course.doses[-1].batches == ("YY2",)
