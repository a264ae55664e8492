"""The patient's own plan on paper: the next doses, the pharmacy, the controls, when to call, and the calendar."""

from datetime import date

from infusionplanner.application.records import PatientId
from infusionplanner.application.sheets.names import labels
from infusionplanner.application.sheets.values import (
    DAYS_IN_WEEK,
    Block,
    Bullets,
    Fields,
    Heading,
    ListSheet,
    Names,
    PageBreak,
    Paper,
    Paragraph,
    SheetCell,
    SheetColumn,
    SheetTable,
    SheetWard,
    SideBySide,
    Simple,
    Telephone,
    Title,
    plain,
)
from infusionplanner.application.sheets.wording import SheetWords, words
from infusionplanner.domain.away.supply import ask_by, collect_by
from infusionplanner.domain.patient import (
    AWAY,
    Appointment,
    AppointmentKind,
    AppointmentStatus,
    Language,
    Patient,
)
from infusionplanner.domain.protocol import Protocol, SupplyRules
from infusionplanner.domain.result import Monitoring, MonitoringStatus, Plan, PlannedDose, Supply
from infusionplanner.domain.unit import Unit

DOSES_SHOWN = 6
"""How many coming doses the patient's sheet shows."""


def patient_sheet(
    patient_id: PatientId,
    ward: SheetWard,
    *,
    names: Names = Names.FULL,
    language: Language | None = None,
) -> ListSheet:
    """Return the plan that a patient takes home, in the patient's language unless another is asked for.

    Neither drug nor diagnosis is named. Page one holds the dates and whom to call, page two the calendar.
    """
    patient, plan = ward.patients[patient_id], ward.plans[patient_id]
    said = words(language or patient.language or Language.NB)
    call, rules = _whom_to_call(ward.unit, said), ward.protocol_of(patient).supply
    if plan.doses:
        blocks: list[Block] = [
            *_doses(patient, plan, said),
            *_dates(plan, rules, said),
            SideBySide(_when_ill(said), call),
        ]
        if any(dose.setting in AWAY for dose in plan.doses):
            blocks += [Title(said("patient.home_title")), Bullets(_home_advice(ward.protocol_of(patient), said))]
        blocks += [PageBreak(), *_calendar(said)]
    else:
        blocks = [Paragraph(said("patient.no_doses"), strong=True), *_dates(plan, rules, said)]
        blocks.append(SideBySide(_without_doses(said), call))
    return ListSheet(_heading(patient, plan, ward.unit, names, said), Paper.PORTRAIT, tuple(blocks), large_print=True)


def _heading(patient: Patient, plan: Plan, unit: Unit, names: Names, said: SheetWords) -> Heading:
    (who,) = labels([patient], names).values()
    return Heading(
        title=said("patient.title"),
        subtitle=who,
        unit=plain(unit.name),
        summary=said("patient.as_of", day=said.formats.date(plan.as_of)),
        discard=said("patient.discard"),
        legend="",
        language=said.language,
    )


def _doses(patient: Patient, plan: Plan, said: SheetWords) -> tuple[Block, ...]:
    columns = (
        SheetColumn(said("patient.dose"), 8),
        SheetColumn(said("patient.date"), 31),
        SheetColumn(said("patient.where"), 21),
        SheetColumn(said("patient.taken"), 20, ruled=True),
        SheetColumn(said("patient.batch"), 20, ruled=True),
    )
    rows = tuple(_dose_row(dose, patient, said) for dose in plan.doses[:DOSES_SHOWN])
    table = SheetTable(columns, rows)
    if plan.next_dose is not None and plan.next_dose.blocked:
        return (Paragraph(said("patient.blocked"), strong=True), table)
    return table, Paragraph(said("patient.moves"))


def _dose_row(dose: PlannedDose, patient: Patient, said: SheetWords) -> tuple[SheetCell, ...]:
    return (
        SheetCell(str(dose.number), strong=True),
        SheetCell(said.formats.long_day(dose.day), strong=True),
        SheetCell(_where(dose, patient, said)),
        SheetCell(),
        SheetCell(),
    )


def _where(dose: PlannedDose, patient: Patient, said: SheetWords) -> str:
    if dose.setting in AWAY:
        return said(f"patient.at_{dose.setting}")
    booked = next((kept for kept in patient.course.appointments if _is_dose_on(kept, dose.day)), None)
    if booked is None:
        return said("patient.at_unit")
    if booked.time is None:
        return said("patient.at_unit_booked")
    return said("patient.at_unit_at", time=said.formats.clock(booked.time))


def _is_dose_on(appointment: Appointment, day: date) -> bool:
    booked = appointment.status is AppointmentStatus.BOOKED
    return booked and appointment.kind is AppointmentKind.DOSE and appointment.on == day


def _dates(plan: Plan, rules: SupplyRules | None, said: SheetWords) -> tuple[Block, ...]:
    pharmacy = () if plan.supply is None or rules is None else _pharmacy(plan.supply, rules, plan.as_of, said)
    controls = tuple((said(f"controls.{row.kind}"), _control(row, plan.as_of, said)) for row in _by_due(plan))
    left: tuple[Simple, ...] = (Title(said("patient.pharmacy_title")), Fields(pharmacy))
    right: tuple[Simple, ...] = (Title(said("patient.controls_title")), Fields(controls))
    if pharmacy and controls:
        return (SideBySide(left, right),)
    return left if pharmacy else right if controls else ()


def _pharmacy(supply: Supply, rules: SupplyRules, as_of: date, said: SheetWords) -> tuple[tuple[str, str], ...]:
    """R-RX-9 Return the dates of the pharmacy, each leaving room; one that cannot be met any more says to call us."""

    def met(day: date | None) -> str:
        return said("pharmacy.call_us") if day is None else said.formats.date(day)

    rows = [("stock", said.counted("pharmacy.doses", supply.doses_at_home))]
    if supply.order_by is not None:
        rows.append(("order_by", met(supply.order_by if supply.order_by >= as_of else None)))
    if supply.earliest_dispensing is not None:
        rows.append(("not_before", said.formats.date(supply.earliest_dispensing)))
    if supply.next_dispensing_by is not None:
        rows.append(("collect_by", met(collect_by(supply.next_dispensing_by, as_of))))
    if supply.renew_by is not None:
        rows.append(("renew_by", met(ask_by(supply, as_of, rules))))
    return tuple((said(f"pharmacy.{key}"), words) for key, words in rows)


def _by_due(plan: Plan) -> list[Monitoring]:
    return sorted(plan.monitoring, key=lambda row: (row.on_visit or max(row.due, row.not_before or row.due), row.kind))


def _control(row: Monitoring, as_of: date, said: SheetWords) -> str:
    if row.on_visit is not None:
        return said("controls.on_visit", day=said.formats.date(row.on_visit))
    if row.not_before is not None and row.not_before > row.due:
        return said("controls.not_before", day=said.formats.date(row.not_before))
    if row.status in {MonitoringStatus.OVERDUE, MonitoringStatus.UNKNOWN} or row.due <= as_of:
        return said("controls.now")
    if row.window_from is not None and row.window_from > as_of:
        return said("controls.between", first=said.formats.date(row.window_from), last=said.formats.date(row.due))
    return said("controls.by", day=said.formats.date(row.due))


def _when_ill(said: SheetWords) -> tuple[Simple, ...]:
    return (
        Title(said("patient.ill_title")),
        Paragraph(said("patient.ill_first")),
        Bullets(said.items("patient.ill")),
    )


def _without_doses(said: SheetWords) -> tuple[Simple, ...]:
    return Title(said("patient.without_title")), Bullets(said.items("patient.without"))


def _whom_to_call(unit: Unit, said: SheetWords) -> tuple[Simple, ...]:
    times = {"first": said.formats.clock(unit.opens), "last": said.formats.clock(unit.closes)}
    hours = said("patient.hours", days=_weekdays(unit.open_weekdays, said), **times)
    return (
        Title(said("patient.call_title")),
        Telephone(plain(unit.name) or said("patient.the_unit"), plain(unit.phone), hours),
        Bullets(said.items("patient.call")),
    )


def _weekdays(days: frozenset[int], said: SheetWords) -> str:
    names = [said.formats.weekdays[day - 1] for day in sorted(days)]
    unbroken = len(days) > 1 and max(days) - min(days) == len(days) - 1
    return f"{names[0]}–{names[-1]}" if unbroken else ", ".join(names)


def _home_advice(protocol: Protocol, said: SheetWords) -> tuple[str, ...]:
    advice = said.items("patient.home")
    if protocol.home is None:
        return advice
    numbers = {
        "minutes": protocol.home.second_syringe_minutes,
        "hours": protocol.home.room_temperature_hours,
        "weeks": protocol.interval.rebound_warn_days // DAYS_IN_WEEK,
    }
    return said.items("patient.home_numbers", **numbers) + advice


def _calendar(said: SheetWords) -> tuple[Block, ...]:
    parts: list[Block] = [Title(said("calendar.title")), Paragraph(said("calendar.what"))]
    for phone in ("iphone", "android", "outlook"):
        parts.append(Title(said(f"calendar.{phone}_title")))
        how: tuple[Simple, ...] = (Paragraph(said("calendar.how")), Bullets(said.items(f"calendar.{phone}_how")))
        limits: tuple[Simple, ...] = (Paragraph(said("calendar.not")), Bullets(said.items(f"calendar.{phone}_not")))
        parts.append(SideBySide(how, limits))
    return (*parts, Title(said("calendar.all_title")), Bullets(said.items("calendar.all")))
