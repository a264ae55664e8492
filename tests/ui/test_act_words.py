"""Every act that the journal can hold has words: for the toast after it, and in the history of a patient."""

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.journal import FactKind
from infusionplanner.storage.calendars import EXPORT_COLUMNS
from infusionplanner.storage.changes import KINDS
from infusionplanner_ui.application import Application
from infusionplanner_ui.models.patient_history_words import UNSAID, fact_words, field_words
from infusionplanner_ui.words.act_words import act_names

OF_THE_UNIT = {FactKind.UNIT, FactKind.PLACE, FactKind.PARAMETER, FactKind.SETTING, FactKind.USER}


def test_every_act_has_words_in_both_languages(qapp: Application) -> None:
    said = act_names()
    qapp.set_language("en")
    assert set(said) == set(act_names()) == set(ActKind)
    assert [kind for kind, words in act_names().items() if words in {"", said[kind]}] == []


def test_every_change_that_a_patients_history_shows_has_words_in_both_languages(qapp: Application) -> None:
    made = {
        kind: {".".join(path) for path, _ in shape.paths({})} - {"id", "patient", "dose"}
        for kind, shape in KINDS.values()
        if shape is not None and kind not in OF_THE_UNIT
    }
    made[FactKind.CALENDAR_EXPORT] = set(EXPORT_COLUMNS) - {"patient"}
    shown = {field for kind, fields in made.items() for field in fields - UNSAID.get(kind, frozenset())}
    bokmal = [*map(fact_words, made), *map(field_words, sorted(shown))]
    qapp.set_language("en")
    english = [*map(fact_words, made), *map(field_words, sorted(shown))]
    assert all(bokmal)
    assert len(english) == len(bokmal)
    assert len([word for word, other in zip(bokmal, english, strict=True) if word == other]) < 12
