"""How patients are named on one sheet: initials, full names, or codes that say nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256

from infusionplanner.application.names import full_name
from infusionplanner.application.records import PatientId
from infusionplanner.application.sheets.values import Names, plain
from infusionplanner.domain.patient import Patient, PersonName

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O and U, which are misread
_CODE_LENGTH = 4
_LONGEST_CODE = 25


def labels(patients: Iterable[Patient], names: Names) -> Mapping[PatientId, str]:
    """Return what each patient is called on one sheet, unique on it.

    Two people of one full name are told apart by the year of birth, or else by their code. Initials grow by as
    few letters as will do (``IM`` to ``IMo``), the family name's first. Who has no name on record goes by the code.
    """
    people = {PatientId(patient.id): patient for patient in patients}
    codes = _codes(people)
    if names is Names.CODE:
        return codes
    known = {who: patient.name for who, patient in people.items() if patient.name is not None}
    called = _full_names(known, people) if names is Names.FULL else _initials(known)
    named = {who: called.get(who) or code for who, code in codes.items()}
    shared = {label for label, holders in _by_label(named).items() if len(holders) > 1}
    return {who: f"{label} {codes[who]}" if label in shared else label for who, label in named.items()}


def _by_label(named: Mapping[PatientId, str]) -> Mapping[str, tuple[PatientId, ...]]:
    holders: defaultdict[str, list[PatientId]] = defaultdict(list)
    for who, label in named.items():
        holders[label].append(who)
    return {label: tuple(group) for label, group in holders.items()}


def _codes(people: Iterable[PatientId]) -> Mapping[PatientId, str]:
    digests = {who: _digest(who) for who in people}
    lengths = range(_CODE_LENGTH, _LONGEST_CODE + 1)
    length = next((n for n in lengths if len({code[:n] for code in digests.values()}) == len(digests)), _LONGEST_CODE)
    short = _by_label({who: code[:_CODE_LENGTH] for who, code in digests.items()})
    clash = {who for group in short.values() if len(group) > 1 for who in group}
    return {who: code[: length if who in clash else _CODE_LENGTH] for who, code in digests.items()}


@lru_cache(maxsize=4096)
def _digest(patient: PatientId) -> str:
    number = int.from_bytes(sha256(patient.encode()).digest())
    return "".join(_ALPHABET[(number >> 5 * place) % 32] for place in range(_LONGEST_CODE))


def _full_names(known: Mapping[PatientId, PersonName], people: Mapping[PatientId, Patient]) -> Mapping[PatientId, str]:
    named = {who: plain(full_name(name)) for who, name in known.items()}
    for name, group in _by_label(named).items():
        born = {who: _year_of_birth(people[who]) for who in group}
        if name and len(group) > 1 and len(set(born.values()) - {None}) == len(group):
            named |= {who: f"{name} ({year})" for who, year in born.items()}
    return named


def _year_of_birth(patient: Patient) -> int | None:
    return None if patient.birth_date is None else patient.birth_date.year


def _initials(known: Mapping[PatientId, PersonName]) -> Mapping[PatientId, str]:
    chosen: dict[PatientId, str] = {}
    for group in _by_label({who: _letters(name, 1, 1) for who, name in known.items()}).values():
        chosen |= _told_apart({who: known[who] for who in group})
    return chosen


def _told_apart(group: Mapping[PatientId, PersonName]) -> Mapping[PatientId, str]:
    longest = max(len(_only_letters(part)) for name in group.values() for part in (name.given, name.family))
    short = {who: _letters(name, 1, 1) for who, name in group.items()}
    for total in range(2, 2 * longest + 1):
        for given in range(1, total):
            tried = {who: _letters(name, given, total - given) for who, name in group.items()}
            if len(set(tried.values())) == len(group):
                return tried
    return short


def _letters(name: PersonName, given: int, family: int) -> str:
    parts = (_only_letters(name.given)[:given], _only_letters(name.family)[:family])
    return "".join(part[:1].upper() + part[1:].lower() for part in parts)


def _only_letters(text: str) -> str:
    return "".join(mark for mark in text if mark.isalpha())
