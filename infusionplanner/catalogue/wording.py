"""Findings, rules and codes as sentences and words, in bokmål or English, with dates and figures as Norway writes them.

The sentences stand in ``resources/.../wording/findings.CODE.toml`` and ``errors.CODE.toml``, those of the rules in the
protocol file. A further language is a further pair of files; what it lacks is said in bokmål. Nothing here raises on
what it is given: an unknown key or code shows as itself, a missing fact as "ukjent", so that a finding can always be
read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date as calendar_date
from datetime import time as clock_time
from functools import cache
from typing import Any

from infusionplanner.application.errors import ImportProblem, PlannerError, key_of
from infusionplanner.catalogue.errors import UnknownLanguageError
from infusionplanner.catalogue.template import fill
from infusionplanner.domain.finding import Finding
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import ConditionState
from infusionplanner.domain.unit import HOLIDAY_NAMES
from infusionplanner.text import wordings
from infusionplanner.text.formats import Formats, formats


@dataclass(frozen=True)
class Wording:
    """The words of one language. ``findings`` go by finding key, ``codes`` by group and code."""

    language: str
    format: Mapping[str, str]
    measures: Mapping[str, tuple[str, str]]
    findings: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]]

    @property
    def formats(self) -> Formats:
        """How dates, times and figures are written."""
        return formats(self.language)

    def finding(self, finding: Finding) -> str:
        """Return the sentence of a finding."""
        template = self.findings.get(finding.key)
        if template is None:
            return f"{finding.rule}: {finding.key}"
        facts = {"due": finding.due, **finding.facts}
        known = {name for name, fact in facts.items() if fact not in (None, "", ())}
        return _sentence(fill(template, known.__contains__, lambda name, form: self._fact(facts.get(name), form)))

    def error(self, error: PlannerError, *, iso: bool = False) -> str:
        """Return what went wrong and what to do; with ``iso`` days are written as ISO does, for logs and scripts.

        An error without words here says itself what it has to say.
        """
        words, codes = _errors(self.language)
        keys = (error.key, *map(key_of, type(error).__mro__[:-2]))
        template = next((words[key] for key in keys if key in words), None)
        if error.message or template is None:
            return error.message or error.key
        facts = error.facts
        known = {name for name, fact in facts.items() if fact not in (None, "", ())}

        def show(name: str, form: str) -> str:
            value = facts.get(name)
            return codes[form].get(str(value), str(value)) if form in codes else self._told(value, form, iso=iso)

        return fill(template, known.__contains__, show).strip()

    def problem(self, problem: ImportProblem) -> str:
        """Return what is wrong with one patient of an import, with the patient and the field in the file."""
        sentence = problem.sentence if problem.error is None else self.error(problem.error)
        field = "" if problem.error is None else problem.error.facts.get("field", "")
        where = f" ({field})" if field and str(field) not in sentence else ""
        return f"{self.label('plan', 'patient')} {problem.index + 1} ({problem.patient}): {sentence}{where}"

    def _told(self, value: object, form: str, *, iso: bool) -> str:
        """Return a fact of an error: one of its own kinds, or as a finding has it."""
        if isinstance(value, tuple) and value and isinstance(value[0], Finding | ImportProblem):
            said = [self.finding(row) if isinstance(row, Finding) else self.problem(row) for row in value]
            return "\n".join(said) if isinstance(value[0], ImportProblem) else " ".join(said)
        if isinstance(value, PlannerError):
            return self.error(value, iso=iso)
        if isinstance(value, calendar_date) and iso and form != "clock":
            return value.isoformat()
        ways: dict[str, Callable[[Any], str]] = {
            "clock": self.formats.clock,
            "day": self.formats.day_short,
            "quoted": repr,
        }
        return ways[form](value) if form in ways else self._fact(value, form)

    def topic(self, key: str) -> str:
        """Return what a finding key is about, for a badge or a filter: "H-resept"."""
        return self.code("topic", key.partition(".")[0])

    def rule(self, protocol: Protocol, rule_id: str) -> str:
        """Return the sentence of a rule, with the numbers that apply in this unit; the id of a rule it lacks."""
        rule = protocol.rules.get(rule_id)
        if rule is None:
            return rule_id
        sentence = rule.text.in_language(self.language)
        return _sentence(fill(sentence, lambda _: True, lambda key, form: self._parameter(protocol, key, form)))

    def reason(self, protocol: Protocol, group: str, code: str) -> str:
        """Return the words of a coded reason: ``group`` is interval, stop, not_given or late."""
        found = (row.text.in_language(self.language) for row in protocol.reasons.get(group, ()) if row.key == code)
        return next(found, str(code))

    def code(self, group: str, code: str) -> str:
        """Return the word of a code as it stands inside a sentence: ``code("reaction", "local")``."""
        return self.codes.get(group, {}).get(code, str(code))

    def label(self, group: str, code: str) -> str:
        """Return the word of a code with a capital letter, for a heading or a list."""
        return _sentence(self.code(group, code))

    def condition(self, key: str, state: ConditionState) -> str:
        """Return a condition as it stands: "Godkjent opplæring"; one that is not met: "Åpen stopp"."""
        return self.label("condition_open" if state is ConditionState.NOT_MET else "condition", key)

    def figure(self, have: int | None, need: int | None) -> str:
        """Return how many there are and how many it takes, "16 (minst 6)"; nothing when none are counted."""
        return "" if need is None else self.format["at_least"].format(have=self.shown(have), need=need)

    def quantity(self, value: object, unit: str) -> str:
        """Return a value with its unit in the right form: "1 dag", "28 dager", "dose 1, 2, 3 og 6"."""
        if isinstance(value, str):
            return self.code(unit, value)
        if value is None or unit not in self.measures:
            return self.shown(value)
        one, many = self.measures[unit]
        shown = self.formats.index(value) if unit == "index" and isinstance(value, float) else self.shown(value)
        return (one if value == 1 else many).replace("{n}", shown)

    def shown(self, value: object) -> str:
        """Return a fact in words: a date, a time, a number, yes or no, a list; "ukjent" for None."""
        if value is None:
            return self.format["unknown"]
        if isinstance(value, bool):
            return self.format["yes" if value else "no"]
        if isinstance(value, calendar_date):
            return self.formats.date(value)
        if isinstance(value, clock_time):
            return self.formats.clock(value)
        if isinstance(value, int | float):
            return self.formats.number(value)
        return self.joined(tuple(map(self.shown, value))) if isinstance(value, tuple) else str(value)

    def joined(self, words: tuple[str, ...]) -> str:
        """Return a list in words: "1, 2 og 3"."""
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {self.format['and']} {words[-1]}"

    def _fact(self, value: object, form: str) -> str:
        if form not in self.codes:
            return self.quantity(value, form)
        if isinstance(value, tuple):
            return self.joined(tuple(self.code(form, entry) for entry in value))
        return self.shown(value) if value is None else self.code(form, str(value))

    def _parameter(self, protocol: Protocol, key: str, form: str) -> str:
        """Return a parameter for a rule's sentence: with its unit, alone (``n``), or its first and last (``span``)."""
        parameter = protocol.parameters.get(key)
        if parameter is None:
            return self.shown(None)
        if form == "span" and isinstance(parameter.value, tuple):
            return f"{parameter.value[0]}–{parameter.value[-1]}"
        return self.shown(parameter.value) if form else self.quantity(parameter.value, parameter.unit)


@cache
def _errors(language: str) -> tuple[Mapping[str, str], Mapping[str, Mapping[str, str]]]:
    """Return the sentences of errors by key, and the words of their codes; read when something has gone wrong."""
    source = wordings.texts("errors", language)
    return source["errors"], source["codes"]


@cache
def wording(language: str) -> Wording:
    """Return the words of a language by its code. Raises ``UnknownLanguageError``."""
    if language not in wordings.languages():
        raise UnknownLanguageError(language, wordings.languages())
    source = wordings.texts("findings", str(language))
    codes = source["codes"]
    holidays = {key: names.get(language, names["nb"]) for key, names in HOLIDAY_NAMES.items()}
    return Wording(
        language=str(language),
        format=source["format"],
        measures={unit: (one, many) for unit, (one, many) in source["measures"].items()},
        findings=_flat(source["findings"]),
        codes=codes | {"closure": holidays | codes["closure"]},
    )


def _flat(topics: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the texts by their whole key: ``interval.too_soon``."""
    return {f"{topic}.{name}": text for topic, texts in topics.items() for name, text in texts.items()}


def _sentence(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]
