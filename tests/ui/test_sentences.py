"""What went wrong, in words: every error of the program that a nurse can meet has a sentence in bokmål."""

import inspect
from datetime import date, datetime, time
from pathlib import Path

import pytest

from infusionplanner.application import errors, handout_errors, store_errors, unit
from infusionplanner.application.acts import patients as people
from infusionplanner.application.acts import safety
from infusionplanner.application.views import renewal as supply_chain
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.export import ics_errors
from infusionplanner_ui.printing import document, headless
from infusionplanner_ui.words.sentences import _WORDS, sentence

DAY = date(2026, 12, 24)
AT = time(9, 15)
STOP = Finding("R-CHK-1", Level.STOP, "hold.infection")
WARNING = Finding("R-MON-1", Level.WARN, "bloods.missing")
FILE = Path("unit.db")
COPY = Path("backup") / "unit.2026-12-23.db"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (errors.UnitClosedError(DAY, "christmas_eve"), "Enheten er stengt to. 24.12. Velg en åpen dag."),
        (errors.OutsideHoursError(AT, 90, time(8), time(10)), "90 min fra 09.15 får ikke plass innenfor 08.00–10.00."),
        (errors.VisitInPastError(DAY, DAY), "to. 24.12 er passert. Velg i dag eller senere."),
        (
            errors.PlaceTakenError("Stol 1", DAY, AT),
            "Stol 1 er opptatt to. 24.12 kl. 09.15. Velg en annen plass eller et annet klokkeslett.",
        ),
        (
            errors.NoFreePlaceError(DAY, None),
            "Ingen egnet plass er ledig to. 24.12. Velg et annet klokkeslett eller en annen dag.",
        ),
        (unit.PlaceInUseError("Stol 1", DAY), "Stol 1 har en time to. 24.12. Flytt de kommende timene først."),
        (errors.DuplicateDoseError(DAY), "Det er allerede registrert en dose to. 24.12. Rett den i stedet."),
        (errors.DoseInFutureError(DAY, DAY), "to. 24.12 har ikke vært ennå. Registrer det når det er gjort."),
        (
            errors.TimeInFutureError(datetime(2026, 12, 24, 9, 15), datetime(2026, 12, 24, 9)),
            "09.15 er senere enn nå (09.00). Rett klokkeslettet.",
        ),
        (
            errors.ObservationRunningError(datetime(2026, 12, 24, 9, 15)),
            "Observasjonen varer til 09.15. Skriv hvorfor pasienten går tidligere.",
        ),
        (
            errors.TextTooLongError("note", 900, 500),
            "Teksten har 900 tegn; høyst 500 kan lagres. Gjør den kortere.",
        ),
        (errors.RefusedError(DAY, [STOP], []), "En regel stopper denne dosen: En lege må avklare den først."),
        (
            errors.RefusedError(DAY, [], [WARNING]),
            "Det er en advarsel som ingen har sett ennå. Merk den som sett først.",
        ),
        (errors.NothingToUndoError(), "Det er ingenting å angre i dag."),
        (store_errors.StoreFullError(FILE), "Disken er full. Ingenting ble lagret; frigjør plass og prøv igjen."),
        (
            store_errors.StoreDamagedError(FILE, COPY),
            (
                "Databasen unit.db er skadet. Slutt å arbeide i den. Lukk programmet på alle PC-er, gi unit.db og "
                f"tilhørende -wal- og -shm-filer nye navn, og kopier {COPY} til unit.db."
            ),
        ),
        (
            store_errors.StoreDamagedError(FILE, None),
            (
                "Databasen unit.db er skadet. Slutt å arbeide i den. "
                "Be om kopien som er lagret et annet sted, eller velg en annen fil."
            ),
        ),
        (
            store_errors.StoreEmptyError(FILE, None),
            (
                "Databasen unit.db er tom, kanskje en mislykket kopi. "
                "Be om kopien som er lagret et annet sted, eller velg en annen fil."
            ),
        ),
        (
            store_errors.StoreLeftoverError(FILE, Path("unit.db-wal")),
            (
                "Databasen finnes ikke, men unit.db-wal ligger igjen etter en. "
                "Legg databasen tilbake, eller flytt den filen."
            ),
        ),
        (ValueError("what the program says"), "what the program says"),
        (ValueError(), "Dette gikk ikke."),
    ],
)
def test_an_error_is_told_in_bokmal(error: Exception, said: str) -> None:
    assert sentence(error) == said


@pytest.mark.usefixtures("qapp")
def test_an_import_names_what_is_wrong_first() -> None:
    problems = [errors.Problem(0, "a", "The date is wrong."), errors.Problem(3, "b", "So is this.")]
    assert sentence(errors.ImportRefusedError(problems)) == (
        "Ingenting ble lest inn: 2 å rette. Den første: Patient 1 (a): The date is wrong."
    )


def test_every_error_of_the_program_has_words() -> None:
    known = (errors, people, safety, store_errors, handout_errors, supply_chain, unit, ics_errors, headless, document)
    kinds = [kind for module in known for _, kind in inspect.getmembers(module, inspect.isclass)]
    bases = {errors.PlannerError, errors.InvalidActError, errors.StorageError}
    ours = {kind for kind in kinds if issubclass(kind, errors.PlannerError)} - bases
    assert [kind.__name__ for kind in ours if not any(base.__name__ in _WORDS for base in kind.__mro__)] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", sorted(_WORDS))
def test_every_sentence_is_translated(name: str) -> None:
    """Find the words of an error whose fields do not matter."""
    if _WORDS[name].__name__ == "<lambda>":
        assert _WORDS[name](None) != ""
