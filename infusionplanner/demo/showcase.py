"""The patients that every demo unit begins with: the board of today and of this week, and one of every kind."""

from datetime import time

from infusionplanner.application.records import VisitState
from infusionplanner.demo import twists
from infusionplanner.demo.case import DemoCase, Known, Seat
from infusionplanner.domain.patient import (
    Answer,
    AppointmentKind,
    Assay,
    ExposureKind,
    HoldKind,
    IntervalReason,
    Language,
    Reaction,
    ResultKind,
    Route,
    StopReason,
)

SC = Route.SC
DONE, ARRIVED = VisitState.DONE, VisitState.ARRIVED
STARTED, OBSERVING = VisitState.STARTED, VisitState.OBSERVING
SIX_WEEKS_FROM = 28


def _he(family: str, given: str, age: int) -> Known:
    return Known(family, given, age, woman=False)


def _she(family: str, given: str, age: int) -> Known:
    return Known(family, given, age, woman=True)


ATTENTION = (
    DemoCase(
        who=_she("Moen", "Ingrid", 35),
        route=SC,
        number=4,
        seat=Seat(time(9, 15), "Stol 2", OBSERVING, started=time(9, 30), took=2),
    ),
    DemoCase(who=_she("Nordli", "Siri", 29), number=17, last=63),
    DemoCase(who=_he("Hansen", "Ola", 46), number=22, seat=Seat(time(10), "Stol 4"), jcv=(0.62, 1.2, 1.8)),
    DemoCase(
        who=_she("Berg", "Anne", 38),
        route=SC,
        number=13,
        last=7,
        home_from=8,
        language=Language.EN,
        note="Bor 2 t unna. Vil ha tekst på engelsk i kalenderen.",
        twists=(twists.expiring(346),),
    ),
    DemoCase(who=_he("Lie", "Jonas", 27), number=6, seat=Seat(time(12, 30), "Stol 1"), twists=(twists.no_bloods,)),
)
"""The patient on the panel of today, and the four at the top of what needs attention."""

TODAY = (
    DemoCase(who=_he("Aas", "Per", 52), number=31, seat=Seat(time(8), "Stol 1", DONE)),
    DemoCase(who=_she("Sæther", "Liv", 24), number=2, seat=Seat(time(10), "Stol 1", ARRIVED)),
    DemoCase(who=_he("Vik", "Tor", 41), route=SC, number=12, seat=Seat(time(8, 15), "Stol 2", DONE)),
    DemoCase(who=_she("Dahl", "Eva", 48), number=38, seat=Seat(time(11), "Stol 2"), extended_from=SIX_WEEKS_FROM),
    DemoCase(who=_she("Hauge", "Nina", 44), number=44, seat=Seat(time(13), "Stol 2"), extended_from=SIX_WEEKS_FROM),
    DemoCase(who=_he("Strand", "Emil", 22), number=1, seat=Seat(time(8), "Stol 3", OBSERVING, started=time(8, 12))),
    DemoCase(who=_she("Ødegård", "Åse", 57), number=27, seat=Seat(time(10, 45), "Stol 3")),
    DemoCase(who=_he("Holm", "Geir", 39), number=9, seat=Seat(time(8), "Stol 4", DONE)),
    DemoCase(who=_she("Myhre", "Kaja", 33), number=3, seat=Seat(time(9), "Seng 5", STARTED), note="rullestol"),
    DemoCase(who=_she("Eide", "Sunniva", 31), route=SC, number=15, seat=Seat(time(8, 30), "Injeksjon", DONE)),
    DemoCase(who=_he("Bakke", "Øystein", 36), route=SC, number=10, seat=Seat(time(9, 15), "Injeksjon", DONE)),
    DemoCase(
        who=_she("Ruud", "Mia", 26),
        route=SC,
        number=6,
        last=14,
        seat=Seat(time(12), "Injeksjon", kind=AppointmentKind.TRAINING),
        note="opplæring i egeninjeksjon",
    ),
)
"""The rest of the board of today."""

WEEK = (
    DemoCase(who=_she("Ek", "Stine", 34), number=24, seat=Seat(time(8, 30), "Stol 1", ahead=1)),
    DemoCase(who=_he("Foss", "Rolf", 61), number=15, seat=Seat(time(9), "Stol 2", ahead=1)),
    DemoCase(who=_she("Nes", "Unni", 28), number=1, seat=Seat(time(10), "Stol 3", ahead=1)),
    DemoCase(
        who=_he("By", "Arne", 55), number=51, seat=Seat(time(12), "Stol 1", ahead=1), extended_from=SIX_WEEKS_FROM
    ),
    DemoCase(
        who=_he("Tveit", "Odd", 43),
        route=SC,
        number=7,
        seat=Seat(time(8), "Injeksjon", ahead=2),
        note="hjemmeopplæring",
    ),
    DemoCase(who=_she("Bø", "Ida", 25), number=6, seat=Seat(time(9, 30), "Stol 2", ahead=2)),
    DemoCase(who=_she("Ås", "Berit", 50), number=33, seat=Seat(time(11), "Stol 1", ahead=2)),
    DemoCase(who=_he("Lund", "Pål", 30), number=3, seat=Seat(time(8, 30), "Stol 1", ahead=3)),
    DemoCase(who=_she("Vold", "Rita", 45), number=20, seat=Seat(time(9), "Stol 2", ahead=3)),
    DemoCase(
        who=_he("Krog", "Jan", 58), number=62, seat=Seat(time(11), "Stol 3", ahead=3), extended_from=SIX_WEEKS_FROM
    ),
    DemoCase(who=_she("Hagen", "May", 37), route=SC, number=11, seat=Seat(time(13), "Injeksjon", ahead=3)),
    DemoCase(who=_he("Sand", "Leif", 40), number=5, seat=Seat(time(8), "Stol 1", ahead=4)),
    DemoCase(who=_she("Moe", "Turid", 53), number=14, seat=Seat(time(9), "Stol 2", ahead=4), jcv=(0.55, 0.61)),
    DemoCase(
        who=_he("Rise", "Dag", 47), number=40, seat=Seat(time(10, 30), "Stol 3", ahead=4), extended_from=SIX_WEEKS_FROM
    ),
)
"""The days after today."""

LATE = (
    DemoCase(who=_he("Kvalheim", "Torstein", 35), number=29, last=59, twists=(twists.booked(1),)),
    DemoCase(who=_she("Wójcik", "Agnieszka", 32), number=11, last=75, note="Har byttet telefon. Brev sendt."),
)

PREGNANT = (
    DemoCase(
        who=_she("Gaup", "Elle Márjá", 31),
        number=19,
        last=20,
        steps=(42, 42),
        twists=(twists.pregnant(100, 6, planned=True),),
    ),
    DemoCase(
        who=_she("Nguyen", "Thi Mai Anh", 28),
        route=SC,
        number=14,
        last=11,
        twists=(twists.pregnant(4, 5, planned=False),),
    ),
    DemoCase(
        who=_she("Håland", "Synnøve", 33),
        number=20,
        last=52,
        steps=(42, 42, 42, 42),
        twists=(twists.born(8), twists.booked(2)),
    ),
)

REACTIONS = (
    DemoCase(who=_she("Storvik", "Maren", 42), number=16, twists=(twists.reaction(14, Reaction.INFUSION, lifted=200),)),
    DemoCase(who=_he("Malik", "Imran", 38), number=9, twists=(twists.reaction(3, Reaction.INFUSION),)),
    DemoCase(
        who=_she("Lønning", "Frida", 26),
        number=2,
        last=40,
        twists=(
            twists.reaction(1, Reaction.ANAPHYLAXIS),
            twists.stopped(0, StopReason.SIDE_EFFECT, "rituximab", 28),
        ),
    ),
    DemoCase(who=_he("Thorsen", "Mats", 49), number=18, steps=(35, 28, 28, 28), twists=(twists.incomplete(4),)),
)

HELD = (
    DemoCase(
        who=_he("Valle", "Kåre", 51),
        number=34,
        last=21,
        jcv=(0.7, 0.8),
        twists=(twists.held(HoldKind.PML_SUSPICION, 2),),
    ),
    DemoCase(who=_she("Warsame", "Hodan", 30), number=8, last=31, twists=(twists.sent_home(3),)),
)

STARTING = (
    DemoCase(
        who=_she("Grønli", "Tuva", 23),
        number=0,
        twists=(twists.gate_lacks(ResultKind.HIV, ResultKind.IGRA, informed=False),),
    ),
    DemoCase(who=_he("Zając", "Łukasz", 37), number=0, language=Language.EN, twists=(twists.referred,)),
    DemoCase(
        who=_he("Tran", "Minh", 41),
        number=1,
        seat=Seat(time(10, 30), "Stol 4", ahead=2),
        twists=(twists.answered(ResultKind.IGRA, Answer.POSITIVE),),
    ),
)

MOVED_HERE = (
    DemoCase(who=_he("Iversen", "Håvard", 45), number=14, elsewhere=9),
    DemoCase(who=_she("Hussain", "Saima", 34), number=9, elsewhere=4, documented=False, language=Language.EN),
)

ENDING = (
    DemoCase(who=_she("Skaar", "Emma", 27), number=3, twists=(twists.bridging(3),)),
    DemoCase(
        who=_he("Opsahl", "Terje", 54),
        number=36,
        last=22,
        jcv=(0.9, 1.6, 2.1),
        twists=(twists.stopped(8, StopReason.JCV_POSITIVE, "rituximab"),),
    ),
    DemoCase(
        who=_she("Rønning", "Vigdis", 46),
        number=25,
        last=60,
        twists=(twists.stopped(10, StopReason.TREATMENT_FAILURE, "rituximab", 28),),
    ),
    DemoCase(who=_he("Mæland", "Stian", 33), number=20, last=47, twists=(twists.stopped(20, StopReason.PATIENT_WISH),)),
    DemoCase(
        who=_she("Fossum", "Laila", 59),
        number=45,
        last=110,
        jcv=(1.4, 1.9),
        extended_from=SIX_WEEKS_FROM,
        twists=(twists.stopped(12, StopReason.JCV_POSITIVE, "rituximab", 28), twists.scanned(20)),
    ),
    DemoCase(
        who=_he("Utsi", "Nils Mihkkal", 40),
        number=30,
        last=150,
        twists=(twists.stopped(15, StopReason.MOVED, "natalizumab", 28),),
    ),
)

CONTROLS = (
    DemoCase(who=_he("Fjeld", "Asbjørn", 44), number=21, twists=(twists.overdue(ResultKind.JCV, 12),)),
    DemoCase(
        who=_she("Prestegård", "Oddny", 56), number=34, extended_from=28, twists=(twists.overdue(ResultKind.MRI, 20),)
    ),
    DemoCase(who=_she("Sunde", "Vilde", 29), number=9, twists=(twists.nab_positive(25),)),
    DemoCase(who=_he("Ramberg", "Espen", 36), number=17, twists=(twists.nab_positive(70, 14),)),
    DemoCase(who=_she("Kjær", "Monica", 47), number=23, twists=(twists.exposed(ExposureKind.IVIG, 80),)),
    DemoCase(who=_he("Brekke", "Sverre", 60), number=39, extended_from=28, jcv=(0.31,)),
    DemoCase(
        who=_she("Christensen-Hjelmeland Vestergaard", "Ann-Kristin Margrethe", 49),
        number=41,
        extended_from=28,
        jcv=(0.7, 0.9),
    ),
    DemoCase(who=_he("Østby", "Åge", 52), number=36, extended_from=28, jcv=(0.95, 1.2)),
    DemoCase(who=_she("Nowak", "Joanna", 39), number=28, jcv=(0.5, 0.6), prior=None),
    DemoCase(who=_he("Ytterdal", "Bård", 55), number=32, extended_from=28, jcv=(0.8,), prior=True),
    DemoCase(who=_she("Innvær", "Ågot", 43), number=18, prior=True, twists=(twists.serum(14.2, "mg/L"),)),
    DemoCase(who=_she("Tømmerås", "Øydis", 51), number=27, tyruko_from=1, jcv=(0.45, 0.5), assay=Assay.IMMUNOWELL),
    DemoCase(who=_he("Aune", "Vegard", 32), number=13, tyruko_from=9),
    DemoCase(who=_she("Karlsen", "Hedda", 21), number=19, restarted_at=16),
)

AT_HOME = (
    DemoCase(who=_he("Søvik", "Kristian", 34), route=SC, number=16, last=32, home_from=8),
    DemoCase(who=_she("Bakken", "Camilla", 41), route=SC, number=21, last=29, home_from=9),
    DemoCase(
        who=_she("Hætta", "Inga Ristiinná", 37), route=SC, number=18, last=12, home_from=8, twists=(twists.miscounted,)
    ),
    DemoCase(
        who=_he("Sandvik", "Gaute", 45), route=SC, number=8, last=16, home_from=7, twists=(twists.prescribed(12),)
    ),
    DemoCase(who=_she("Løken", "Silje", 30), route=SC, number=23, last=9, home_from=10, twists=(twists.discarded(6),)),
    DemoCase(who=_she("Kleppe", "Trine", 48), route=SC, number=14, last=5, home_from=7),
    DemoCase(
        who=_he("Stensrud", "Jørgen", 50),
        route=SC,
        number=33,
        last=18,
        home_from=9,
        extended_from=28,
        jcv=(0.5, 0.55),
        reason=IntervalReason.JCV_LOW_TITRE,
    ),
    DemoCase(who=_she("Refsnes", "Kjersti", 35), route=SC, number=20, last=15, sc_from=11, home_from=14),
    DemoCase(who=_she("Bjørklund", "Ragnhild", 44), route=SC, number=17, last=10, home_from=8),
    DemoCase(who=_he("Chaudhry", "Usman", 31), route=SC, number=12, last=21, home_from=7),
    DemoCase(who=_she("Somby", "Máret", 55), route=SC, number=38, last=3, home_from=12),
    DemoCase(who=_he("Hellesund", "Ole-Martin", 28), route=SC, number=9, last=24, home_from=7),
    DemoCase(who=_she("Pham", "Ngoc", 42), route=SC, number=29, last=17, home_from=10, language=Language.EN),
    DemoCase(who=_she("Sørlie-Haugerud", "Inger Marie", 62), route=SC, number=35, last=26, home_from=8),
    DemoCase(who=_he("Vatne", "Sondre", 25), route=SC, number=7, last=6, home_from=7),
)

SHOWCASE: tuple[DemoCase, ...] = (
    *ATTENTION,
    *TODAY,
    *LATE,
    *PREGNANT,
    *REACTIONS,
    *HELD,
    *STARTING,
    *MOVED_HERE,
    *ENDING,
    *CONTROLS,
    *AT_HOME,
    *WEEK,
)
"""All of them, in the order in which a smaller unit leaves them out."""
