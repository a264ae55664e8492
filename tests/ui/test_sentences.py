"""What went wrong, in words: every error of the program that a nurse can meet has a sentence in bokmål."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from infusionplanner.application import errors, store_errors, unit
from infusionplanner.catalogue.errors import CatalogueError
from infusionplanner.catalogue.template import is_well_formed, places
from infusionplanner.catalogue.wording import _errors
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.export import ics_errors
from infusionplanner.export.faults import Fault, PatientFileError
from infusionplanner_ui.words.sentences import sentence

DAY = date(2026, 12, 24)
AT = time(9, 15)
STOP = Finding("R-CHK-1", Level.STOP, "hold.infection", facts={"from": date(2026, 12, 1)})
WARNING = Finding("R-INT-4", Level.WARN, "unit.closed", facts={"day": DAY, "closure": "christmas_eve"})
FILE = Path("unit.db")
BASES = {errors.InvalidActError, errors.StorageError, ics_errors.CalendarError, CatalogueError}
OWN_WORDS = {"Fault", "Flaw", "UsageError", "UnknownSceneError"}
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
        (
            errors.RefusedError(DAY, [STOP], []),
            "En lege må avklare dette først: Infeksjon fra 01.12.2026. Lege må avklare før neste dose.",
        ),
        (
            errors.RefusedError(DAY, [], [WARNING]),
            "Dette må merkes som sett først: Enheten er stengt 24.12.2026: Julaften.",
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
        (
            PatientFileError("ny.json", Fault(("course", "doses", 3, "on"), "missing")),
            "ny.json: course.doses[3].on mangler; legg det til.",
        ),
        (ValueError("what the program says"), "what the program says"),
        (ValueError(), "Dette gikk ikke."),
    ],
)
def test_an_error_is_told_in_bokmal(error: Exception, said: str) -> None:
    assert sentence(error) == said


@pytest.mark.usefixtures("qapp")
def test_an_import_names_all_that_is_wrong() -> None:
    problems = [errors.ImportProblem(0, "a", "The date is wrong."), errors.ImportProblem(3, "b", "So is this.")]
    assert str(problems[1]) == "Patient 4 (b): So is this."
    assert sentence(errors.ImportRefusedError(problems)) == (
        "Ingenting ble lest inn; 2 å rette.\nPasient 1 (a): The date is wrong.\nPasient 4 (b): So is this."
    )


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_error_of_the_program_has_a_sentence_that_names_facts_it_has(language: str) -> None:
    """An error that hands in its own sentence is not looked for, nor a fault of a file, which has one by its kind."""
    words, codes = _errors(language)
    for kind in _kinds(errors.PlannerError):
        if kind.__name__.startswith("_") or kind in BASES or kind.__name__ in OWN_WORDS:
            continue
        keys = [errors.key_of(base) for base in kind.__mro__]
        assert any(key in words or f"{key}_without_copy" in words for key in keys), kind
    for key, sentence_ in words.items():
        assert is_well_formed(sentence_), key
        assert {form for _, form in places(sentence_)} <= {"", "day", "clock", "quoted", *codes}, key


def test_both_languages_know_the_same_errors_and_codes() -> None:
    (nb, nb_codes), (en, en_codes) = _errors("nb"), _errors("en")
    assert nb.keys() == en.keys()
    assert {group: set(words) for group, words in nb_codes.items()} == {
        group: set(words) for group, words in en_codes.items()
    }


def _kinds(kind: type[errors.PlannerError]) -> Iterator[type[errors.PlannerError]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)
