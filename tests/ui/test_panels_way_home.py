"""The way home on one panel: every condition and step with its date, what is missing, and what the ward notes."""

from datetime import date

from panel_acts import TODAY, OpenPanel, do

from infusionplanner.application.records import HomeNote, HomeStep
from infusionplanner_ui.panels.home.at_home import TrainingPanel
from infusionplanner_ui.panels.home.prescription import PrescriptionPanel
from infusionplanner_ui.panels.home.way_home import WayHomePanel
from infusionplanner_ui.shell.ward import Ward


def way_home(open_panel: OpenPanel, family: str = "Moen") -> WayHomePanel:
    panel = open_panel(WayHomePanel, family)
    assert isinstance(panel, WayHomePanel)
    return panel


def test_everything_that_is_missing_stands_there(open_panel: OpenPanel) -> None:
    panel = way_home(open_panel)
    assert panel.said == (
        "Har nok doser 18.01.2027. Dagen avhenger av hva som ellers mangler.",
        "For få fullførte doser · 4 (minst 6)",
        "Preparat til subkutan bruk",
        "Reaksjoner avklart",
        "Ingen åpen stopp",
        "Kontroller gjort i tide",
        "Opplæringen er ikke godkjent",
        "Vist hvordan sprøytene settes · mangler",
        "Første egeninjeksjon i enheten · mangler",
        "H-resept med doser igjen · mangler",
        "Avtalt med apoteket · mangler",
        "Hjemmebehandling ordinert · mangler",
        "Første dose hjemme: 15.02.2027, hvis planen følges",
    )


def test_steps_are_noted_one_after_the_other(demo_ward: Ward, open_panel: OpenPanel) -> None:
    for step, note in (
        (HomeStep.SHOWN, "sprøyter og boks"),
        (HomeStep.OWN_INJECTION, ""),
        (HomeStep.PHARMACY_AGREED, "Apotek 1"),
    ):
        panel = way_home(open_panel)
        assert panel.step.value() == step
        panel.note.set_value(note)
        do(panel)
    with demo_ward.desk.store.reading() as reading:
        notes = reading.home_notes(panel.who)
    assert notes[0] == HomeNote(HomeStep.SHOWN, TODAY, "AD", "sprøyter og boks")
    after = way_home(open_panel)
    assert "Vist hvordan sprøytene settes · 23.11.2026 · AD · sprøyter og boks" in after.said
    assert "Avtalt med apoteket · 23.11.2026 · AD · Apotek 1" in after.said


def test_the_day_is_told_when_only_doses_are_missing(open_panel: OpenPanel) -> None:
    do(open_panel(TrainingPanel, "Moen"))
    do(open_panel(PrescriptionPanel, "Moen"))
    panel = way_home(open_panel)
    assert panel.said[0] == "Oppfyller kravene fra 18.01.2027, hvis planen følges."
    assert "Godkjent opplæring · 23.11.2026" in panel.said
    assert panel.path is not None
    assert panel.path.eligible_from == date(2027, 1, 18)


def test_the_line_of_text_asks_for_what_belongs_to_the_step(open_panel: OpenPanel) -> None:
    panel = way_home(open_panel)
    panel.step.set_value(HomeStep.PHARMACY_AGREED)
    assert panel.note.edit.accessibleName() == "Hvilket apotek"


def test_who_is_at_home_meets_the_conditions(open_panel: OpenPanel) -> None:
    assert way_home(open_panel, "Berg").said[0] == "Kravene er oppfylt."
