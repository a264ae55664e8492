"""The codes of the patient file: closed lists of words, each with its meaning."""

from enum import StrEnum


class Product(StrEnum):
    """Brand of natalizumab (R-BR-1)."""

    TYSABRI = "tysabri"
    TYRUKO = "tyruko"


class Route(StrEnum):
    """How a dose is given."""

    SC = "sc"
    IV = "iv"


class Setting(StrEnum):
    """Where a dose is given."""

    UNIT = "unit"
    HOME = "home"
    OUTSIDE = "outside"


AWAY = frozenset({Setting.HOME, Setting.OUTSIDE})
"""Where a dose is given away from the unit, of the patient's own supply (R-HOME-9)."""


class DoseStatus(StrEnum):
    """What became of a dose."""

    GIVEN = "given"
    INCOMPLETE = "incomplete"
    MISSED = "missed"


class Reaction(StrEnum):
    """Reaction to a dose (R-OBS-3); ``INFUSION`` is any infusion or injection reaction."""

    NONE = "none"
    LOCAL = "local"
    INFUSION = "infusion"
    HYPERSENSITIVITY = "hypersensitivity"
    ANAPHYLAXIS = "anaphylaxis"


class Reporter(StrEnum):
    """Who reported a dose (R-HOME-7, R-HOME-9)."""

    UNIT = "unit"
    PATIENT = "patient"
    CARER = "carer"


class Assay(StrEnum):
    """Laboratory method of a JCV antibody test; series of different assays are never joined (R-PML-5)."""

    STRATIFY = "stratify"
    IMMUNOWELL = "immunowell"
    OTHER = "other"


class Answer(StrEnum):
    """Answer of a test."""

    NEGATIVE = "negative"
    INDETERMINATE = "indeterminate"
    POSITIVE = "positive"


class ResultKind(StrEnum):
    """Kind of a test or control."""

    JCV = "jcv"
    BLOODS = "bloods"
    NAB = "nab"
    MRI = "mri"
    EDSS = "edss"
    SERUM = "serum"
    IGRA = "igra"
    HBV = "hbv"
    HCV = "hcv"
    HIV = "hiv"


class HoldKind(StrEnum):
    """Why coming doses are held until a doctor lifts it."""

    PML_SUSPICION = "pml_suspicion"
    INFECTION = "infection"
    PREGNANCY = "pregnancy"
    MALIGNANCY = "malignancy"
    OTHER = "other"


class EventKind(StrEnum):
    """What happened between two clinical controls (R-MON-2, R-MON-5)."""

    RELAPSE = "relapse"
    SUSPECTED_FAILURE = "suspected_failure"
    SIDE_EFFECT = "side_effect"
    INFECTION = "infection"


class DecisionKind(StrEnum):
    """What a doctor has decided on."""

    NAB_CONFIRMED = "nab_confirmed"


class IntervalReason(StrEnum):
    """Coded reason for a longer interval (R-INT-7)."""

    JCV_LOW_TITRE = "jcv_low_titre"
    HIGH_SERUM = "high_serum"
    PREGNANCY = "pregnancy"
    EARLIER_IMMUNOSUPPRESSION = "earlier_immunosuppression"
    COMORBIDITY = "comorbidity"
    OTHER = "other"


class StopReason(StrEnum):
    """Coded reason for stopping (R-STOP-1)."""

    PREGNANCY = "pregnancy"
    JCV_POSITIVE = "jcv_positive"
    SIDE_EFFECT = "side_effect"
    TREATMENT_FAILURE = "treatment_failure"
    NAB_CONFIRMED = "nab_confirmed"
    PATIENT_WISH = "patient_wish"
    MOVED = "moved"
    OTHER = "other"


class AppointmentKind(StrEnum):
    """What a booked time is for."""

    DOSE = "dose"
    TRAINING = "training"
    BLOODS = "bloods"
    JCV = "jcv"
    NAB = "nab"
    MRI = "mri"
    EDSS = "edss"


class AppointmentStatus(StrEnum):
    """Whether a booked time still stands."""

    BOOKED = "booked"
    CANCELLED = "cancelled"


class ExposureKind(StrEnum):
    """Treatment that makes a JCV antibody test unreliable for a while (R-MON-3)."""

    PLASMA_EXCHANGE = "plasma_exchange"
    IVIG = "ivig"


class Language(StrEnum):
    """Language of what is handed to the patient."""

    NB = "nb"
    EN = "en"
