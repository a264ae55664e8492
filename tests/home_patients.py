"""A patient at home who wants for nothing, on Monday 23 November 2026: 12 doses, the next one due on 14 December."""

from dataclasses import replace
from typing import Any

from builders import HOME, UNIT, bloods, d, jcv, patient, regimen, result, series
from desks import Bench

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.records import PatientId
from infusionplanner.domain.patient import Dispensing, Patient, PersonName, Prescription, Reporter, Training

DUE = d("2026-12-14")
"""When dose 13 is due."""

IN_UNIT = series("2026-01-12", 6)
AT_HOME = series("2026-06-29", 6, setting=HOME, reported_by=Reporter.PATIENT)
CONTROLS = (
    bloods("2026-10-05"),
    jcv("2026-10-05"),
    result("nab", "2026-10-05"),
    result("mri", "2026-10-05"),
    result("edss", "2026-10-05", value=2.0),
)


def at_home(**fields: Any) -> Patient:
    """Return the patient, with other fields of the builder as told."""
    usual: dict[str, Any] = {
        "doses": (*IN_UNIT, *AT_HOME),
        "regimens": (regimen("2026-01-12", setting=UNIT), regimen("2026-06-29", setting=HOME)),
        "results": CONTROLS,
        "prior_immunosuppression": False,
        "training": (Training(d("2026-06-01"), "A. Dahl"),),
        "prescriptions": (Prescription(d("2026-06-01"), 13),),
        "dispensings": (Dispensing(d("2026-06-15"), 3), Dispensing(d("2026-09-07"), 3), Dispensing(d("2026-11-20"), 3)),
        **fields,
    }
    made = patient(usual.pop("doses"), **usual)
    return replace(made, id="ola", name=PersonName("Ola", "Prøve"), national_id="15870199999", phone="400 00 001")


def put_at_home(bench: Bench, who: str = "ola", **fields: Any) -> PatientId:
    """Store the patient under an id."""
    made = replace(at_home(**fields), id=who)
    if who != "ola":
        made = replace(made, name=PersonName(who.capitalize(), "Prøve"), national_id=None)
    with bench.desk.act(ActKind.ADD_PATIENT, PatientId(who)) as work:
        return work.add_patient(made)
