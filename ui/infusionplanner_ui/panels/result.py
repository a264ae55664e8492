"""A test or control: its day and its answer, with what the rules make of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.results import (
    correct_result,
    register_result,
    remove_result,
)
from infusionplanner.application.entries import result_can_be
from infusionplanner.application.errors import InvalidActError
from infusionplanner.domain.patient import Answer, Assay, Patient, Result, ResultKind
from infusionplanner.domain.plan import plan
from infusionplanner.domain.result import MonitoringStatus, Plan
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.models.patient_words import PatientWords
from infusionplanner_ui.models.tones import tone_of
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import (
    CheckField,
    ChoiceField,
    DateField,
    Field,
    ListField,
    NumberField,
    TextField,
)
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.words import text
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, FactId, PatientId
    from infusionplanner_ui.shell.ward import Ward

_ANSWERED = frozenset({ResultKind.JCV, ResultKind.NAB, ResultKind.IGRA, ResultKind.HBV, ResultKind.HCV, ResultKind.HIV})
_VALUED = frozenset({ResultKind.EDSS, ResultKind.SERUM})
_LATE = (MonitoringStatus.OVERDUE, MonitoringStatus.UNKNOWN, MonitoringStatus.DUE)
_HIGHEST_INDEX = 20.0


class ResultPanel(ActPanel):
    """Registers a result, or corrects one that is registered. What is most overdue is chosen to begin with."""

    def __init__(
        self, ward: Ward, patient: PatientId, kind: ResultKind | None = None, fact: FactId | None = None
    ) -> None:
        super().__init__(ward, patient)
        self._fact = fact
        self.act = Act.RESULT if fact is None else Act.RESULT_CORRECTION
        self._before = self._registered(fact)
        first = self._before.kind if self._before else kind or most_wanted(ward.plan(patient)) or ResultKind.JCV
        self.kind = ListField([])
        self.kind.set_options(choices.coded(ward.wording, "result", ResultKind))
        self.kind.set_value(first)
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.assay = ListField(self._assays(), self._usual_assay())
        self.answer = ChoiceField(choices.coded(ward.wording, "answer", Answer))
        self.index = NumberField(0, _HIGHEST_INDEX)
        self.number = NumberField(0, 1_000_000)
        self.unit = TextField("mg/L")
        self.seen = CheckField(value=True)
        self.add(self.kind, lambda: self.tr("Test or control"))
        self.add(self.on, lambda: self.tr("Taken on"), required=True)
        self.add(self.answer, lambda: self.tr("Answer"))
        self.add_pair(
            (self.index, lambda: self.tr("Index (if given)")), (self.assay, lambda: self.tr("Laboratory method"))
        )
        self.add_pair((self.number, lambda: self.tr("Value")), (self.unit, lambda: self.tr("Unit of the value")))
        self.add(self.seen, lambda: "")
        self.answer.unset()
        if fact is not None:
            self.add_other_way(self._take_out)
        self._fill_in()
        self.answer.typed.connect(self._index_typed)
        self.finish(self._record)

    def first(self) -> Field | None:
        """Begin where something is to be answered: the day and the kind are proposed."""
        chosen = self._chosen()
        if chosen in _ANSWERED:
            return self.answer
        return self.number if chosen in _VALUED else self.on

    def retranslate(self) -> None:
        """Set every text."""
        self.seen.set_words(self.tr("Answer seen today"))
        self.name_other_way(self.tr("Take out this result"), "trash-2")
        self.kind.set_options(choices.coded(self.ward.wording, "result", ResultKind))
        self.answer.set_options(choices.coded(self.ward.wording, "answer", Answer))
        self.assay.set_options(self._assays())
        super().retranslate()

    def arrange(self) -> None:
        """Show what belongs to the kind."""
        chosen = self._chosen()
        is_jcv = chosen is ResultKind.JCV
        self.show_field(self.answer, chosen in _ANSWERED)
        self.answer.required = chosen in _ANSWERED and (self._before is None or self._before.answer is not None)
        self.show_field(self.assay, is_jcv)
        self.show_field(self.index, is_jcv)
        self.show_field(self.number, chosen in _VALUED)
        self.number.required = chosen in _VALUED
        self.show_field(self.unit, chosen is ResultKind.SERUM)
        self.show_field(self.seen, chosen is ResultKind.BLOODS)

    def fault(self) -> str:
        """Say why a result cannot be."""
        try:
            result_can_be(self._result())
        except InvalidActError as error:
            return sentence(error)
        return ""

    def consequences(self) -> Sequence[Said]:
        """Return what the plan says that it did not say before, and the PML estimate after a JCV answer."""
        before, after = self.ward.plan(self.who), self._plan_with(self._result())
        known = {(finding.rule, finding.key) for finding in before.findings}
        new = [row for row in after.findings if (row.rule, row.key) not in known]
        said = [Said(self.ward.wording.finding(row), tone_of(row), row.rule) for row in new]
        if self._chosen() is ResultKind.JCV:
            words = PatientWords(self.ward.wording, str)
            risk = self.tr("PML risk: {figure}").format(figure=words.risk(after.pml))
            said.insert(0, Said(risk, rule="R-PML-1", kind="strong"))
        following = next((row for row in after.monitoring if row.kind == self._chosen()), None)
        if following is not None:
            due = self.tr("Next time by {day}").format(day=text.day(following.due, year=True))
            said.append(Said(due, rule=following.rule))
        return said

    # what is filled in

    def _chosen(self) -> ResultKind:
        return ResultKind(self.kind.value() or ResultKind.JCV)

    def _assays(self) -> choices.Options:
        """Return the laboratory methods, and unknown where nobody knew."""
        known = choices.coded(self.ward.wording, "assay", Assay)
        unknown = self._before is not None and self._before.kind is ResultKind.JCV and self._before.assay is None
        return [("", self.tr("Unknown")), *known] if unknown else known

    def _usual_assay(self) -> Assay:
        product = self.protocol.product(self.patient.course.product)
        return product.assay if product is not None else Assay.STRATIFY

    def _registered(self, fact: FactId | None) -> Result | None:
        if fact is None:
            return None
        record = self.ward.file(self.who).record
        return dict(zip(record.ids["results"], record.patient.results, strict=True)).get(fact)

    def _fill_in(self) -> None:
        known = self._before
        if known is None:
            return
        self.on.set_day(known.on)
        self.assay.set_value(known.assay or "")
        if known.answer is not None:
            self.answer.set_value(known.answer)
        self.index.set_number(known.index)
        self.number.set_number(known.value)
        self.unit.set_value(known.unit or "")
        self.seen.box.setChecked(known.seen_on is not None)

    def _index_typed(self, figure: str) -> None:
        """Take a figure typed at the answer as the beginning of the index."""
        if not self.index.isHidden():
            self.index.edit.setFocus()
            self.index.edit.setText(figure)

    def _result(self) -> Result:
        chosen, on = self._chosen(), self.on.day() or self.today
        result = Result(chosen, on)
        if chosen in _ANSWERED and self.answer.value():
            result = replace(result, answer=Answer(self.answer.value()))
        if chosen is ResultKind.JCV:
            assay = Assay(self.assay.value()) if self.assay.value() else None
            result = replace(result, assay=assay, index=self.index.number())
        if chosen in _VALUED:
            result = replace(result, value=self.number.number())
        if chosen is ResultKind.SERUM:
            result = replace(result, unit=self.unit.value() or None)
        seen = self._before.seen_on if self._before is not None else None
        if chosen is ResultKind.BLOODS:
            seen = (seen or self.today) if self.seen.value() else None
        return replace(result, seen_on=seen)

    def _plan_with(self, result: Result) -> Plan:
        patient: Patient = self.patient
        others = tuple(row for row in patient.results if row is not self._before and row != self._before)
        known = replace(patient, results=(*others, result))
        return plan(known, self.protocol, self.ward.unit, self.today)

    def _record(self) -> Callable[[Desk], Done]:
        patient, result = self.who, self._result()
        if self._fact is None:
            return lambda desk: register_result(desk, patient, result)
        return partial(correct_result, patient=patient, fact=self._fact, result=result)

    def _take_out(self) -> None:
        patient, fact = self.who, self._fact
        assert fact is not None  # noqa: S101 - the button is there for a registered result only
        self.perform(lambda desk: remove_result(desk, patient, fact))


def most_wanted(known: Plan) -> ResultKind | None:
    """Return the kind of result to ask for: the first that the start list lacks, else what has been due longest."""
    for finding in known.findings:
        lacks = finding.facts.get("missing")
        if finding.key == "gate.open" and isinstance(lacks, tuple):
            tests = [ResultKind(key) for key in map(str, lacks) if key in tuple(ResultKind)]
            if tests:
                return tests[0]
    late = [row for row in known.monitoring if row.status in _LATE]
    first = min(late, key=lambda row: row.due, default=None)
    return ResultKind(first.kind) if first is not None else None
