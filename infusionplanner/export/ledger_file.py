"""Calendars without a database: a ledger in the output folder keeps identities and versions from run to run.

The ledger names nobody: a calendar is found by a keyed digest of the patient's id, with a key of the file's own.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from hashlib import blake2b
from pathlib import Path
from secrets import token_hex

from infusionplanner.application.calendar.ledger import Ledger, merge, upcoming, what_changed
from infusionplanner.application.calendar.values import CalendarChange, CalendarContent, EventKind, WantedEvent
from infusionplanner.application.records import CalendarEvent, PatientId
from infusionplanner.export.ics import calendar_bytes, calendar_code, file_name, new_uid, single_files
from infusionplanner.export.ics_errors import LedgerError
from infusionplanner.export.ics_files import replace_file, save_all

LEDGER_NAME = ".infusionplanner-calendars.json"
"""The ledger's file name in the output folder."""

FORMAT = "infusionplanner.calendars/1"
"""What the ledger calls its own form."""


@dataclass(frozen=True)
class LedgerFile:
    """The ledgers of all calendars that were handed out from one folder, by keyed digests of the patients' ids."""

    key: str = field(default_factory=lambda: token_hex(16))
    calendars: Mapping[str, Ledger] = field(default_factory=dict)

    def of(self, patient: PatientId) -> Ledger:
        """Return a patient's events as last handed out; empty when nothing was."""
        return tuple(replace(event, patient=patient) for event in self.calendars.get(self._name(patient), ()))

    def having(self, patient: PatientId, ledger: Ledger) -> "LedgerFile":
        """Return the file with a patient's ledger put in place of the one before."""
        return replace(self, calendars={**self.calendars, self._name(patient): ledger})

    def _name(self, patient: PatientId) -> str:
        return blake2b(patient.encode(errors="surrogatepass"), key=bytes.fromhex(self.key), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class HandedOut:
    """What was written to a folder for one patient: the files, and what is different from the last time."""

    files: tuple[Path, ...]
    events: Ledger
    changes: tuple[CalendarChange, ...]


@dataclass(frozen=True, slots=True)
class CalendarFolder:
    """A folder that calendars are handed out to, with its ledger. ``uids`` gives the identities of new events."""

    path: Path
    uids: Callable[[], str] = new_uid

    def hand_out(
        self,
        patient: PatientId,
        wanted: Sequence[WantedEvent],
        content: CalendarContent,
        now_utc: datetime,
        *,
        single: bool = False,
    ) -> HandedOut:
        """Merge a patient's calendar with what the ledger knows, and save it as one file, or one for each event.

        The ledger is saved first: a version that nobody got does no harm, but without their identities readers show
        events twice.

        Raises:
            LedgerError: the ledger is damaged; nothing was written.
            CalendarError: there is nothing to hand out, it does not read as it was meant, or it cannot be saved.
        """
        ledgers = self.read()
        before = ledgers.of(patient)
        after = merge(before, wanted, now_utc, self.uids, content)
        events = upcoming(after, now_utc)
        whole = calendar_bytes(events, content)
        code = calendar_code(after)
        files = single_files(events, content, code) if single else {file_name(events, content, code): whole}
        if after != before:
            self.write(ledgers.having(patient, after))
        return HandedOut(save_all(self.path, files), events, what_changed(before, after))

    def read(self) -> LedgerFile:
        """Return the folder's ledger, a new one where there is none yet.

        Raises:
            LedgerError: the file cannot be read, is damaged or of another version.
        """
        path = self.path / LEDGER_NAME
        try:
            return _decoded(json.loads(path.read_bytes()))
        except FileNotFoundError:
            return LedgerFile()
        except OSError as error:
            raise LedgerError(path, f"cannot be read ({error.strerror})") from error
        except (ValueError, RecursionError) as error:
            raise LedgerError(path, "is damaged or of another version of the program") from error

    def write(self, ledger: LedgerFile) -> None:
        """Save the folder's ledger.

        Raises:
            SaveError: the folder or the disk does not allow it; the ledger is as it was.
        """
        calendars = {name: [_encoded(event) for event in events] for name, events in ledger.calendars.items()}
        document = {"format": FORMAT, "key": ledger.key, "calendars": calendars}
        replace_file(self.path / LEDGER_NAME, json.dumps(document, ensure_ascii=False, indent=1).encode())


def _encoded(event: CalendarEvent) -> Mapping[str, object]:
    return {
        "slot": event.slot,
        "uid": event.uid,
        "sequence": event.sequence,
        "modified_at": event.modified_at.isoformat(),
        "kind": event.kind,
        "on": event.on.isoformat(),
        "time": event.time.isoformat("minutes"),
        "minutes": event.minutes,
        "withdrawn": event.withdrawn,
        "booked": event.booked,
        "label": event.label,
        "digest": event.digest,
    }


def _decoded(document: object) -> LedgerFile:
    match document:
        case {"format": str(form), "key": str(key), "calendars": dict(calendars), **rest} if (
            form == FORMAT and not rest
        ):
            bytes.fromhex(key)
            return LedgerFile(key, {str(name): _events(rows) for name, rows in calendars.items()})
    raise ValueError(FORMAT)


def _events(rows: object) -> Ledger:
    if not isinstance(rows, list):
        raise ValueError(rows)  # noqa: TRY004 - a damaged file, whatever is wrong in it
    events = tuple(_event(row) for row in rows)
    if len({event.uid for event in events}) < len(events) or len({event.slot for event in events}) < len(events):
        raise ValueError(rows)
    return events


def _event(row: object) -> CalendarEvent:
    match row:
        case {
            "slot": str(slot),
            "uid": str(uid),
            "sequence": int(sequence),
            "modified_at": str(modified_at),
            "kind": str(kind),
            "on": str(on),
            "time": str(at),
            "minutes": int(minutes),
            "withdrawn": bool(withdrawn),
            "booked": bool(booked),
            "label": str(label),
            "digest": str(digest),
            **rest,
        } if not rest:
            return CalendarEvent(
                patient=PatientId(""),
                slot=slot,
                uid=uid,
                sequence=sequence,
                modified_at=_utc(modified_at),
                kind=EventKind(kind),
                on=date.fromisoformat(on),
                time=time.fromisoformat(at),
                minutes=minutes,
                withdrawn=withdrawn,
                booked=booked,
                label=label,
                digest=digest,
            )
    raise ValueError(row)


def _utc(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        raise ValueError(text)
    return moment
