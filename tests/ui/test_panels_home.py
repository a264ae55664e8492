"""The panels of training, prescription, dispensing and stock."""

from panel_acts import TODAY, OpenPanel, do

from infusionplanner.application.records import RenewalState
from infusionplanner_ui.panels.home.at_home import DiscardPanel, StockPanel, TrainingPanel
from infusionplanner_ui.panels.home.prescription import DispensingPanel, PrescriptionPanel, WithdrawPanel
from infusionplanner_ui.panels.home.renewal import RenewalPanel
from infusionplanner_ui.shell.ward import Ward


def test_training_stock_and_discarded_doses(demo_ward: Ward, open_panel: OpenPanel) -> None:
    training = open_panel(TrainingPanel, "Gaup")
    assert isinstance(training, TrainingPanel)
    assert training.by.value() == "A. Dahl"
    assert "Kan få hjemmebehandling." in training.said
    do(training)
    stock = open_panel(StockPanel, "Berg")
    assert isinstance(stock, StockPanel)
    stock.syringes.set_value("3")
    assert any("oddetall" in sentence for sentence in stock.said)
    do(stock)
    discard = open_panel(DiscardPanel, "Bakken")
    assert isinstance(discard, DiscardPanel)
    discard.doses.set_value("1")
    discard.reason.set_value("Over 24 timer i romtemperatur")
    do(discard)
    assert demo_ward.patient(discard.who).course.discarded[-1].doses == 1


def test_prescription_dispensing_and_withdrawal(demo_ward: Ward, open_panel: OpenPanel) -> None:
    issued = open_panel(PrescriptionPanel, "Berg")
    assert isinstance(issued, PrescriptionPanel)
    assert issued.doses.whole() == 13
    issued.doses.set_value("12")
    assert "Det trengs 13 doser til og med 22.11.2027; denne resepten gir 12." in issued.said
    do(issued)
    dispensed = open_panel(DispensingPanel, "Berg")
    assert isinstance(dispensed, DispensingPanel)
    assert dispensed.doses.whole() == 3
    assert dispensed.said[0].startswith("Holder til og med ")
    do(dispensed)
    withdrawn = open_panel(WithdrawPanel, "Berg")
    assert isinstance(withdrawn, WithdrawPanel)
    do(withdrawn)
    assert demo_ward.patient(withdrawn.who).course.prescriptions[-1].withdrawn_on == TODAY


def test_a_renewal_goes_on_from_where_it_stands(open_panel: OpenPanel) -> None:
    taken: list[str] = []
    for step in RenewalState:
        renewal = open_panel(RenewalPanel, "Berg")
        assert isinstance(renewal, RenewalPanel)
        assert renewal.step.value() == step
        assert list(renewal.said[1:]) == (taken or ["Ingen har gjort noe ennå."])
        do(renewal)
        taken.append(f"{renewal.step.box.currentText()} 23.11.2026 (AD)")
    assert taken == [
        "Legen er spurt 23.11.2026 (AD)",
        "Signert 23.11.2026 (AD)",
        "På apoteket 23.11.2026 (AD)",
        "Hentet 23.11.2026 (AD)",
    ]
    again = open_panel(RenewalPanel, "Berg")
    assert isinstance(again, RenewalPanel)
    assert again.said[0].startswith("Trengs innen ")
    assert again.step.value() == RenewalState.ASKED


def test_a_prescription_counts_as_signed_and_a_dispensing_as_collected(open_panel: OpenPanel) -> None:
    do(open_panel(RenewalPanel, "Berg"))
    do(open_panel(PrescriptionPanel, "Berg"))
    renewal = open_panel(RenewalPanel, "Berg")
    assert renewal.said[-2:] == ("Legen er spurt 23.11.2026 (AD)", "Signert 23.11.2026")
    do(open_panel(DispensingPanel, "Berg"))
    assert open_panel(RenewalPanel, "Berg").said[-1] == "Hentet 23.11.2026"
