"""The way to treatment at home on one panel: every condition and step with its date, what is missing, and from when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.acts.home_steps import note_home_step
from infusionplanner.application.records import HomeStep
from infusionplanner.application.views.way_home import home_path_of
from infusionplanner.domain.result import ConditionState
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.tones import condition_tone
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import DateField, ListField, TextField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner.application.views.way_home import HomePath, PathStep
    from infusionplanner.catalogue.wording import Wording
    from infusionplanner_ui.shell.ward import Ward

translate = QCoreApplication.translate

_TRAINED = frozenset({HomeStep.SHOWN, HomeStep.OWN_INJECTION})


class WayHomePanel(ActPanel):
    """Shows how far a patient has come, and notes what no other panel records: what was shown, and what was agreed."""

    act = Act.WAY_HOME
    tells_early = True

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self.path: HomePath | None = ward.at_desk(home_path_of, patient)
        self.step = ListField([])
        self._set_options()
        self.step.set_value(self._first_missing())
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.note = TextField()
        self.tell_here()
        self.add(self.step, lambda: self.tr("Note a step"))
        self.add(self.note, self._asks)
        self.add(self.on, lambda: self.tr("On"), required=True)
        self.finish(self._record)

    def _set_options(self) -> None:
        self.step.set_options([(step.value, _step_name(step.value)) for step in HomeStep])

    def _first_missing(self) -> str:
        missing = () if self.path is None else self.path.missing
        return next((step.value for step in HomeStep if step.value in missing), HomeStep.SHOWN.value)

    def _asks(self) -> str:
        """Return what the line of text is for."""
        pharmacy = self.step.value() == HomeStep.PHARMACY_AGREED
        return self.tr("Which pharmacy") if pharmacy else self.tr("What was shown or done")

    def arrange(self) -> None:
        """Ask for what belongs to the step."""
        for label, words, field in self._fields:
            if field is self.note:
                label.setText(words())
                field.set_name(words())

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        super().retranslate()

    def consequences(self) -> Sequence[Said]:
        """Return the conditions and the steps, what is missing, and the first dose at home."""
        return () if self.path is None else path_lines(self.path, self.ward.wording)

    def _record(self) -> Callable[[Desk], Done]:
        step = HomeStep(self.step.value())
        return partial(note_home_step, patient=self.who, step=step, on=self.on.day(), text=self.note.value())


def steps_missing(path: HomePath | None, wording: Wording) -> list[Said]:
    """Return the steps of the training that nobody has noted, each as a warning."""
    steps = () if path is None else path.steps
    missing = (step for step in steps if step.key in _TRAINED and step.state is not ConditionState.MET)
    return [Said(_line(step, wording), Tone.WARN, step.rule) for step in missing]


def path_lines(path: HomePath, wording: Wording) -> list[Said]:
    """Return a way home in lines: from when, then each condition and step, met or missing."""
    said = [_from_when(path)]
    if path.first_sc_in_unit:
        words = translate("WayHome", "The first subcutaneous dose is given in the unit.")
        said.append(Said(words, Tone.WARN, "R-HOME-3"))
    said += [Said(_line(step, wording), condition_tone(step.state), step.rule) for step in path.steps]
    if path.first_home_dose is not None:
        words = translate("WayHome", "First dose at home: {day}, if the plan is followed")
        said.append(Said(words.format(day=text.date(path.first_home_dose)), Tone.INFO))
    return said


def _from_when(path: HomePath) -> Said:
    if path.eligible:
        return Said(translate("WayHome", "The conditions are met."), Tone.OK, "R-HOME-5", "strong")
    if path.eligible_from is not None:
        words = translate("WayHome", "Becomes eligible on {day}, if the plan is followed.")
        return Said(words.format(day=text.date(path.eligible_from)), Tone.INFO, "R-HOME-5", "strong")
    if path.count_reached_on is not None:
        words = translate("WayHome", "Has enough doses on {day}. The day depends on what else is missing.")
        return Said(words.format(day=text.date(path.count_reached_on)), Tone.WARN, "R-HOME-5", "strong")
    words = translate("WayHome", "Cannot be dated before what is missing is done.")
    return Said(words, Tone.WARN, "R-HOME-5", "strong")


def _line(step: PathStep, wording: Wording) -> str:
    """Return one step: ``Opplæring · 23.11.2026 · AD · vist: sprøyter``; what is not met says so."""
    name = _step_name(step.key) or wording.condition(step.key, step.state)
    figure = "" if step.state is ConditionState.MET else wording.figure(step.have, step.need)
    since = "" if step.on is None else text.date(step.on)
    if since and step.state is not ConditionState.MET:
        since = translate("WayHome", "since {day}").format(day=since)
    noted = (step.note.who, step.note.text) if step.note is not None else ()
    unknown = step.state is ConditionState.UNKNOWN and not figure
    state = wording.code("condition_state", step.state) if unknown else ""
    if step.state is ConditionState.NOT_MET and _step_name(step.key):
        state = translate("WayHome", "missing")
    return text.join(name, figure or since, *noted, state)


def _step_name(key: str) -> str:
    """Return what a step is called that is no condition of the rules; empty for those."""
    return {
        "shown": translate("WayHome", "Shown how to inject"),
        "own_injection": translate("WayHome", "First self-injection in the unit"),
        "prescription": translate("WayHome", "H-prescription with doses left"),
        "pharmacy_agreed": translate("WayHome", "Agreed with the pharmacy"),
        "ordered": translate("WayHome", "Home treatment ordered"),
    }.get(key, "")
