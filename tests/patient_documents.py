"""Documents of patients: the example of the format's description, and ways to spoil it."""

import copy
import json
import re
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

EXAMPLE_FILE = Path(__file__).parent / "export" / "patient.json"
EXAMPLE: dict[str, Any] = json.loads(EXAMPLE_FILE.read_text(encoding="utf-8"))
GONE = object()

BOTH_DATES = "write year-month-day, such as 2026-11-23"
A_DAY_EACH = "keep one dose a day, or correct the date"

BAD_FIELDS: list[tuple[str, object, str]] = [
    # unknown and missing keys
    ("phnoe", "1", 'phnoe is not a field of this format; write "phone" if that was meant, or take it out.'),
    ("course.regimens[0].from_", "2026-01-05", 'from_ is not a field of this format; write "from" if that was meant'),
    ("course.doses[0].zzz", 1, "zzz is not a field of this format; take it out; known are on, time, ended, route, "),
    ("results[0].konklusjon\n", 1, r"results[0].konklusjon\n is not a field of this format; take it out; known are "),
    ("k" * 1_000_000, 1, f"{'k' * 40}… is not a field of this format; "),
    ("id", GONE, "id is missing; add it."),
    ("course", GONE, 'course is missing; add "course": {} when nothing is known of the treatment.'),
    ("course.doses[0].on", GONE, "course.doses[0].on is missing; add it."),
    ("course.regimens[0].from", GONE, "course.regimens[0].from is missing; add it."),
    # versions
    ("format", GONE, 'format is missing; add "format": "infusionplanner.patient/1" if this is a patient file.'),
    (
        "format",
        "infusionplanner.patient/2",
        "but this program reads infusionplanner.patient/1; update the program, or write the file again in that",
    ),
    ("format", "infusionplanner.plan/1", "but this program reads infusionplanner.patient/1; choose a patient file."),
    ("format", 1, "format is 1, but this program reads infusionplanner.patient/1; choose a patient file."),
    # kinds
    ("course", [], "course is a list, not an object; write it as fields in braces."),
    ("course.doses", {}, "course.doses is an object, not a list; write it in brackets, [] when there is nothing."),
    ("course.doses", None, "course.doses is null, not a list; write it in brackets, [] when there is nothing."),
    ("course.doses[0]", "x", 'course.doses[0] is "x", not an object; write it as fields in braces.'),
    ("course.doses[0].mg", "300", 'mg is "300", not a whole number; write a whole number from 1 to 2000 without quot'),
    (
        "course.doses[0].mg",
        True,
        "mg is true, not a whole number; write a whole number from 1 to 2000 without quotation",
    ),
    ("course.doses[0].mg", 150.5, "mg is 150.5, not a whole number; write a whole number from 1 to 2000."),
    ("course.earlier_doses.sc", "1", 'course.earlier_doses.sc is "1", not a whole number; '),
    ("course.prior_immunosuppression", 0, "is 0, not yes or no; write true or false without quotation marks."),
    ("course.prior_immunosuppression", "no", 'is "no", not yes or no; write true or false without quotation marks.'),
    ("name", "Ingrid", 'name is "Ingrid", not an object; write it as fields in braces.'),
    ("name.given", 1, "name.given is 1, not a text; write it in quotation marks."),
    (
        "course.doses[0].batches[0]",
        None,
        "course.doses[0].batches[0] is null, not a text; write it in quotation marks.",
    ),
    ("results[0].index", "0.12", 'results[0].index is "0.12", not a number; write a number from 0 to 100 without quot'),
    # words
    (
        "course.product",
        "aspirin",
        'product is "aspirin", which is not known here; write one of tysabri, tyruko or null.',
    ),
    ("course.doses[0].route", "SC", 'route is "SC", which is not known here; write one of sc, iv or null.'),
    ("course.doses[0].route", ["sc"], "route is a list, which is not known here; write one of sc, iv or null."),
    (
        "course.holds[0].kind",
        None,
        "is null, which is not known here; write one of pml_suspicion, infection, pregnancy, ",
    ),
    ("results[0].kind", "jvc", 'results[0].kind is "jvc", which is not known here; write one of jcv, bloods, nab, mri'),
    # days and times
    ("birth_date", "1991-02-30", f'birth_date is "1991-02-30", a day that does not exist; {BOTH_DATES}.'),
    ("birth_date", "02.05.1991", f'birth_date is "02.05.1991", not a date; {BOTH_DATES}.'),
    ("birth_date", "19910502", f'birth_date is "19910502", not a date; {BOTH_DATES}.'),
    ("birth_date", "1991-W18-4", f'birth_date is "1991-W18-4", not a date; {BOTH_DATES}.'),
    ("birth_date", "1991-05-02T00:00", f'birth_date is "1991-05-02T00:00", not a date; {BOTH_DATES}.'),
    ("birth_date", 19910502, f"birth_date is 19910502, not a date; {BOTH_DATES}, in quotation marks."),
    ("birth_date", "0991-05-02", "birth_date is 0991-05-02, outside the years 1900 to 2200; correct the year."),
    ("birth_date", "2201-01-01", "birth_date is 2201-01-01, outside the years 1900 to 2200; correct the year."),
    ("course.doses[0].time", "24:00", 'is "24:00", not a time of day; write hours and minutes, such as 09:15.'),
    ("course.doses[0].time", "9:15", 'is "9:15", not a time of day; write hours and minutes, such as 09:15.'),
    ("course.doses[0].time", 915, "is 915, not a time of day; write hours and minutes, such as 09:15."),
    ("pregnancies[0].gestational_age", "5", 'is "5", not a gestational age; write weeks 0 to 43 and days 0 to 6, such'),
    ("pregnancies[0].gestational_age", "44+0", 'gestational_age is "44+0", not a gestational age; write weeks 0 to 43'),
    (
        "pregnancies[0].gestational_age",
        "5+7",
        'gestational_age is "5+7", not a gestational age; write weeks 0 to 43 an',
    ),
    ("pregnancies[0].gestational_age", 5, "gestational_age is 5, not a gestational age; write weeks 0 to 43 and days"),
    # amounts
    ("course.doses[0].mg", 0, "mg is 0, outside what is possible; write a whole number from 1 to 2000."),
    ("course.doses[0].mg", 3000, "mg is 3000, outside what is possible; write a whole number from 1 to 2000."),
    ("course.doses[0].mg", 10**5000, "is a number too long to show, outside what is possible; write a whole number f"),
    ("course.dispensings[0].doses", -3, "doses is -3, outside what is possible; write a whole number from 1 to 1000."),
    ("course.stock_counts[0].syringes", -1, "is -1, outside what is possible; write a whole number from 0 to 1000."),
    ("course.earlier_doses.iv", -1, "iv is -1, outside what is possible; write a whole number from 0 to 1000."),
    ("course.regimens[0].interval_days", 6, "is 6, outside what is possible; write a whole number from 7 to 365."),
    ("course.regimens[0].interval_days", 366, "is 366, outside what is possible; write a whole number from 7 to 365."),
    (
        "results[0].index",
        float("nan"),
        "results[0].index is NaN, outside what is possible; write a number from 0 to 100.",
    ),
    (
        "results[0].index",
        float("inf"),
        "is a number too long to show, outside what is possible; write a number from 0 to",
    ),
    (
        "results[4].value",
        10.5,
        "results[4].value is 10.5, but EDSS goes from 0 to 10 in halves, without 0.5; correct it.",
    ),
    ("results[5].value", -1, "results[5].value is -1, outside what is possible; write a number from 0 to 1000000."),
    # texts
    ("id", "", "id is an empty text; write 1 to 100 characters."),
    ("id", "  ", "id is an empty text; write 1 to 100 characters."),
    ("id", "a/b", 'id holds "/"; write letters, digits, hyphens and dots.'),
    ("id", "a\\b", 'id holds "\\"; write letters, digits, hyphens and dots.'),
    ("id", "..", 'id is ".."; write letters, digits, hyphens and dots.'),
    ("id", "a" * 101, "id is a text of 101 characters, longer than 100; shorten it."),
    ("name.given", "a" * 1_000_000, "name.given is a text of 1000000 characters, longer than 500; shorten it."),
    ("notes", "a" * 20_001, "notes is a text of 20001 characters, longer than 20000; shorten it."),
    ("notes", None, "notes is null, not a text; write it in quotation marks."),
    ("notes", "a\nb\tc\x00", "notes holds the control character U+0000 at place 6; take it out."),
    ("phone", "12\n34", "phone holds the control character U+000A at place 3; take it out."),
    ("name.family", "a\x85", "name.family holds the control character U+0085 at place 2; take it out."),
    ("name.family", "\ud800", "name.family holds the control character U+D800 at place 1; take it out."),
    ("course.product", "\ud800\u202e", r'course.product is "\ud800\u202e", which is not known here; write one of '),
    # contradictions
    ("course.doses[1].on", "2026-01-05", f"is 2026-01-05, as is the dose before it; {A_DAY_EACH}."),
    (
        "course.doses[1].on",
        "2026-01-04",
        "course.doses[1].on is 2026-01-04, before the dose above it (2026-01-05); list the doses in order of date.",
    ),
    ("course.doses[0].ended", "10:04", "ended is 10:04, before the dose began (10:05); correct one of the two times."),
    (
        "birth_date",
        "2026-01-06",
        "birth_date is 2026-01-06, after the first dose (2026-01-05); correct one of the two d",
    ),
    (
        "results[3].index",
        0.5,
        "results[3].index does not belong to a result of kind mri, but to jcv; take it out, or correct the kind.",
    ),
    (
        "results[0].value",
        2,
        "results[0].value does not belong to a result of kind jcv, but to edss, serum; take it out",
    ),
]


def changed(path: str, value: object) -> dict[str, Any]:
    """Return the example, with a second dose and one field changed, added or, for ``GONE``, taken out."""
    document = copy.deepcopy(EXAMPLE)
    document["course"]["doses"].append({"on": "2026-02-02"})
    *way, last = re.findall(r"[^.\[\]]+", path)
    place: Any = document
    for part in way:
        place = place[int(part) if isinstance(place, list) else part]
    key = int(last) if isinstance(place, list) else last
    if value is GONE:
        del place[key]
    else:
        place[key] = value
    return document


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(st.characters(), max_size=20),
    st.sampled_from(("2026-02-30", "2026-12-24", "iv", "10:04", "")),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=6,
)


def places(document: object) -> list[tuple[Any, Any]]:
    """Return every container of a document with each of its keys or indexes."""
    found: list[tuple[Any, Any]] = []
    waiting = [document]
    while waiting:
        value = waiting.pop()
        keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
        found.extend((value, key) for key in keys)
        waiting.extend(value[key] for key in keys)  # type: ignore[index] # keys is empty unless it is a container
    return found


@st.composite
def damaged(draw: st.DrawFn, document: dict[str, Any]) -> dict[str, Any]:
    """Return a document with a value changed, taken out, doubled in its list, or added."""
    wrong = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 2))):
        container, key = draw(st.sampled_from(places(wrong)))
        match draw(st.sampled_from(("change", "remove", "double"))):
            case "remove":
                del container[key]
            case "double" if isinstance(container, list):
                container.insert(key, container[key])
            case "double":
                container[draw(st.sampled_from(("from_", "on", "kind", "doses", "x")))] = container[key]
            case _:
                container[key] = draw(JSON)
    return wrong
