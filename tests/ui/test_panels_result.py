"""The panel of a result: each kind has its fields, and a correction keeps what it does not ask for."""

from dataclasses import replace
from datetime import date

from panel_acts import TODAY, OpenPanel, do, who

from infusionplanner.application.acts.results import register_result
from infusionplanner.domain.patient import Answer, Assay, Result, ResultKind
from infusionplanner_ui.panels.result import ResultPanel
from infusionplanner_ui.shell.ward import Ward


def test_the_answer_must_be_chosen(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(ResultPanel, "Fjeld")
    assert isinstance(panel, ResultPanel)
    assert panel.kind.value() == ResultKind.JCV
    assert not panel.is_ready
    panel.answer.set_value(Answer.POSITIVE)
    panel.answer.edited.emit()
    panel.index.set_value("0,9")
    assert panel.said[0].startswith("PML-risiko: ")
    do(panel)
    result = demo_ward.patient(panel.who).results[-1]
    assert (result.answer, result.index, result.assay) == (Answer.POSITIVE, 0.9, Assay.STRATIFY)


def test_each_kind_shows_its_own_fields(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(ResultPanel, "Berg", ResultKind.BLOODS)
    assert isinstance(panel, ResultPanel)
    assert panel.seen.isVisible()
    assert not panel.answer.isVisible()
    panel.kind.set_value(ResultKind.SERUM)
    panel.number.set_value("21,5")
    panel.unit.set_value("mg/L")
    assert panel.unit.isVisible()
    panel.kind.set_value(ResultKind.EDSS)
    assert panel.error_text == "21,5 er ingen EDSS: Skalaen går fra 0 til 10 i halve trinn, og 0,5 finnes ikke."
    panel.number.set_value("0,5")
    assert panel.error_text == "0,5 er ingen EDSS: Skalaen går fra 0 til 10 i halve trinn, og 0,5 finnes ikke."
    panel.number.set_value("2,5")
    do(panel)
    result = demo_ward.patient(panel.who).results[-1]
    assert (result.kind, result.value, result.unit) == (ResultKind.EDSS, 2.5, None)


def test_bloods_are_corrected_and_taken_out(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(ResultPanel, "Berg", ResultKind.BLOODS)
    assert isinstance(panel, ResultPanel)
    panel.seen.box.setChecked(False)
    do(panel)
    patient = panel.who
    fact = demo_ward.desk.record(patient).ids["results"][-1]
    again = open_panel(ResultPanel, "Berg", None, fact)
    assert isinstance(again, ResultPanel)
    again.seen.box.setChecked(True)
    do(again)
    assert demo_ward.patient(patient).results[-1].seen_on == TODAY
    number = len(demo_ward.patient(patient).results)
    last = open_panel(ResultPanel, "Berg", None, fact)
    assert last.other_way is not None
    last.other_way.click()
    assert demo_ward.operations.wait()
    assert len(demo_ward.patient(patient).results) == number - 1


def test_a_correction_invents_no_method_and_no_answer(demo_ward: Ward, open_panel: OpenPanel) -> None:
    patient = who(demo_ward, "Berg")
    bare = Result(ResultKind.JCV, date(2026, 11, 2), seen_on=date(2026, 11, 3), index=0.3)
    demo_ward.act(lambda desk: register_result(desk, patient, bare))
    assert demo_ward.operations.wait()
    fact = demo_ward.desk.record(patient).ids["results"][-1]
    panel = open_panel(ResultPanel, "Berg", None, fact)
    assert isinstance(panel, ResultPanel)
    panel.on.set_value("01.11.2026")
    do(panel)
    assert demo_ward.patient(patient).results[-1] == replace(bare, on=date(2026, 11, 1))
