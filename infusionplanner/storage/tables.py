"""The tables of the first version in plain SQL; once released, never edited.

Tables are named as the lists of the patient file, columns as the fields (``storage/mapping.py``). Days are ISO text
that SQLite itself checks; all tables are STRICT. ``acts`` and ``journal`` can only grow.
"""

UNIT = """
CREATE TABLE unit (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    open_weekdays TEXT NOT NULL CHECK (json_valid(open_weekdays)),
    opens TEXT NOT NULL CHECK (opens = strftime('%H:%M', opens)),
    closes TEXT NOT NULL CHECK (closes = strftime('%H:%M', closes)),
    closed_yearly TEXT NOT NULL CHECK (json_valid(closed_yearly)),
    closed TEXT NOT NULL CHECK (json_valid(closed)),
    open TEXT NOT NULL CHECK (json_valid(open))
) STRICT;
CREATE TABLE places (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('chair', 'bed', 'injection')),
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE parameters (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value)),
    who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
CREATE TABLE users (
    initials TEXT PRIMARY KEY CHECK (initials <> ''),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('nurse', 'doctor', 'admin')),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
"""

PATIENTS = """
CREATE TABLE patients (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    name INTEGER NOT NULL CHECK (name IN (0, 1)),
    name_given TEXT,
    name_family TEXT,
    birth_date TEXT CHECK (birth_date = date(birth_date)),
    national_id TEXT UNIQUE,
    phone TEXT,
    language TEXT CHECK (language IN ('nb', 'en')),
    notes TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
CREATE TABLE courses (
    patient TEXT PRIMARY KEY REFERENCES patients (id),
    protocol TEXT NOT NULL,
    product TEXT CHECK (product IN ('tysabri', 'tyruko')),
    prior_immunosuppression INTEGER CHECK (prior_immunosuppression IN (0, 1)),
    bridging INTEGER NOT NULL CHECK (bridging IN (0, 1)),
    bridging_planned_doses INTEGER CHECK (bridging_planned_doses >= 0),
    bridging_next_treatment TEXT,
    bridging_next_on TEXT CHECK (bridging_next_on = date(bridging_next_on)),
    earlier_doses INTEGER NOT NULL CHECK (earlier_doses IN (0, 1)),
    earlier_doses_sc INTEGER CHECK (earlier_doses_sc >= 0),
    earlier_doses_iv INTEGER CHECK (earlier_doses_iv >= 0),
    earlier_doses_first_on TEXT CHECK (earlier_doses_first_on = date(earlier_doses_first_on)),
    earlier_doses_last_on TEXT CHECK (earlier_doses_last_on = date(earlier_doses_last_on)),
    earlier_doses_source TEXT,
    gate INTEGER NOT NULL CHECK (gate = 1),
    gate_reviewed TEXT CHECK (gate_reviewed = date(gate_reviewed)),
    gate_informed TEXT CHECK (gate_informed = date(gate_informed)),
    stop INTEGER NOT NULL CHECK (stop IN (0, 1)),
    stop_on TEXT CHECK (stop_on = date(stop_on)),
    stop_reason TEXT CHECK (stop_reason IN ('pregnancy', 'jcv_positive', 'side_effect', 'treatment_failure',
        'nab_confirmed', 'patient_wish', 'moved', 'other')),
    stop_next INTEGER CHECK (stop_next IN (0, 1)),
    stop_next_treatment TEXT,
    stop_next_started_on TEXT CHECK (stop_next_started_on = date(stop_next_started_on)),
    stop_high_risk INTEGER CHECK (stop_high_risk IN (0, 1))
) STRICT;
"""

TREATMENT = """
CREATE TABLE regimens (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    from_ TEXT NOT NULL CHECK (from_ = date(from_)),
    route TEXT CHECK (route IN ('sc', 'iv')),
    interval_days INTEGER CHECK (interval_days > 0),
    setting TEXT CHECK (setting IN ('unit', 'home')),
    reason TEXT CHECK (reason IN ('jcv_low_titre', 'high_serum', 'pregnancy', 'earlier_immunosuppression',
        'comorbidity', 'other')),
    ordered_by TEXT,
    ordered_on TEXT CHECK (ordered_on = date(ordered_on)),
    review_on TEXT CHECK (review_on = date(review_on))
) STRICT;
CREATE TABLE doses (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    "on" TEXT NOT NULL CHECK ("on" = date("on")),
    time TEXT CHECK (time = strftime('%H:%M', time)),
    ended TEXT CHECK (ended = strftime('%H:%M', ended)),
    route TEXT CHECK (route IN ('sc', 'iv')),
    setting TEXT CHECK (setting IN ('unit', 'home')),
    product TEXT CHECK (product IN ('tysabri', 'tyruko')),
    status TEXT CHECK (status IN ('given', 'incomplete', 'missed')),
    mg INTEGER CHECK (mg >= 0),
    reaction TEXT CHECK (reaction IN ('none', 'local', 'infusion', 'hypersensitivity', 'anaphylaxis')),
    batches TEXT NOT NULL CHECK (json_valid(batches)),
    reported_by TEXT CHECK (reported_by IN ('unit', 'patient'))
) STRICT;
CREATE TABLE dose_details (
    dose INTEGER PRIMARY KEY REFERENCES doses (id),
    patient TEXT NOT NULL REFERENCES patients (id),
    site TEXT NOT NULL,
    expires_on TEXT CHECK (expires_on = date(expires_on)),
    note TEXT NOT NULL
) STRICT;
CREATE TABLE reactions_lifted (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    "on" TEXT NOT NULL CHECK ("on" = date("on")),
    by TEXT
) STRICT;
CREATE TABLE holds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    from_ TEXT NOT NULL CHECK (from_ = date(from_)),
    kind TEXT NOT NULL CHECK (kind IN ('pml_suspicion', 'infection', 'pregnancy', 'other')),
    lifted_on TEXT CHECK (lifted_on = date(lifted_on)),
    lifted_by TEXT
) STRICT;
CREATE TABLE checklists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    for_ TEXT NOT NULL CHECK (for_ = date(for_)),
    answered_on TEXT NOT NULL CHECK (answered_on = date(answered_on)),
    yes TEXT NOT NULL CHECK (json_valid(yes))
) STRICT;
"""

HOME = """
CREATE TABLE training (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    "on" TEXT NOT NULL CHECK ("on" = date("on")),
    signed_by TEXT
) STRICT;
CREATE TABLE prescriptions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    issued_on TEXT NOT NULL CHECK (issued_on = date(issued_on)),
    doses INTEGER CHECK (doses >= 0),
    withdrawn_on TEXT CHECK (withdrawn_on = date(withdrawn_on))
) STRICT;
CREATE TABLE dispensings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    "on" TEXT NOT NULL CHECK ("on" = date("on")),
    doses INTEGER NOT NULL CHECK (doses >= 0)
) STRICT;
CREATE TABLE discarded (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    "on" TEXT NOT NULL CHECK ("on" = date("on")),
    doses INTEGER NOT NULL CHECK (doses >= 0),
    reason TEXT
) STRICT;
CREATE TABLE stock_counts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    "on" TEXT NOT NULL CHECK ("on" = date("on")),
    syringes INTEGER NOT NULL CHECK (syringes >= 0)
) STRICT;
"""

CONTROLS = """
CREATE TABLE results (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    kind TEXT NOT NULL CHECK (kind IN ('jcv', 'bloods', 'nab', 'mri', 'edss', 'serum', 'igra', 'hbv', 'hcv', 'hiv')),
    "on" TEXT NOT NULL CHECK ("on" = date("on")),
    seen_on TEXT CHECK (seen_on = date(seen_on)),
    assay TEXT CHECK (assay IN ('stratify', 'immunowell', 'other')),
    answer TEXT CHECK (answer IN ('negative', 'indeterminate', 'positive')),
    "index" REAL,
    value REAL,
    unit TEXT
) STRICT;
CREATE TABLE exposures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    kind TEXT NOT NULL CHECK (kind IN ('plasma_exchange', 'ivig')),
    "on" TEXT NOT NULL CHECK ("on" = date("on"))
) STRICT;
CREATE TABLE pregnancies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    recorded_on TEXT NOT NULL CHECK (recorded_on = date(recorded_on)),
    gestational_age TEXT CHECK (gestational_age GLOB '[0-9]*+[0-6]'),
    plan INTEGER NOT NULL CHECK (plan IN (0, 1)),
    plan_interval_days INTEGER CHECK (plan_interval_days > 0),
    plan_by TEXT,
    plan_on TEXT CHECK (plan_on = date(plan_on)),
    birth_on TEXT CHECK (birth_on = date(birth_on)),
    breastfeeding INTEGER CHECK (breastfeeding IN (0, 1))
) STRICT;
CREATE TABLE clearances (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    rule TEXT NOT NULL,
    key TEXT NOT NULL,
    for_date TEXT NOT NULL CHECK (for_date = date(for_date)),
    by TEXT NOT NULL CHECK (by <> ''),
    at TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE TABLE findings_acknowledged (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    rule TEXT NOT NULL,
    key TEXT NOT NULL,
    for_date TEXT NOT NULL CHECK (for_date = date(for_date)),
    at TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
"""

# Minutes of the day, computed by SQLite from the stored times, so that two programs cannot disagree on an overlap.
VISITS = """
CREATE TABLE visits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    "on" TEXT NOT NULL CHECK ("on" = date("on")),
    time TEXT CHECK (time = strftime('%H:%M', time)),
    kind TEXT NOT NULL CHECK (kind IN ('dose', 'training', 'bloods', 'jcv', 'nab', 'mri', 'edss')),
    status TEXT NOT NULL CHECK (status IN ('booked', 'cancelled')),
    place TEXT,
    minutes INTEGER CHECK (minutes > 0),
    observation_minutes INTEGER NOT NULL CHECK (observation_minutes >= 0),
    arrived_at TEXT,
    started_at TEXT,
    ended_at TEXT,
    left_at TEXT,
    not_given TEXT,
    dose INTEGER REFERENCES doses (id),
    note TEXT NOT NULL,
    takes_place INTEGER NOT NULL GENERATED ALWAYS AS (
        status = 'booked' AND not_given IS NULL AND place IS NOT NULL AND time IS NOT NULL AND minutes IS NOT NULL
    ) VIRTUAL,
    starts INTEGER GENERATED ALWAYS AS (60 * substr(time, 1, 2) + substr(time, 4, 2)) VIRTUAL,
    ends INTEGER GENERATED ALWAYS AS (
        CASE WHEN substr(left_at, 1, 10) = "on"
            THEN min(starts + minutes, 60 * substr(left_at, 12, 2) + substr(left_at, 15, 2))
            ELSE starts + minutes
        END
    ) VIRTUAL
) STRICT;
"""

ONE_VISIT_PER_PLACE = """
CREATE TRIGGER visits_place_free_{event} AFTER {event} ON visits
WHEN NEW.takes_place AND NEW.starts < NEW.ends AND EXISTS (
    SELECT 1 FROM visits AS other
    WHERE other."on" = NEW."on" AND other.place = NEW.place AND other.id <> NEW.id AND other.takes_place
        AND other.starts < other.ends AND other.starts < NEW.ends AND NEW.starts < other.ends
)
BEGIN
    SELECT RAISE(ABORT, 'place taken');
END;
"""

WORK = """
CREATE TABLE renewals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    step TEXT NOT NULL CHECK (step IN ('asked', 'signed', 'at_pharmacy', 'collected')),
    "on" TEXT NOT NULL CHECK ("on" = date("on")),
    who TEXT NOT NULL CHECK (who <> '')
) STRICT;
CREATE TABLE home_notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    step TEXT NOT NULL CHECK (step IN ('shown', 'own_injection', 'pharmacy_agreed')),
    "on" TEXT NOT NULL CHECK ("on" = date("on")),
    who TEXT NOT NULL CHECK (who <> ''),
    text TEXT NOT NULL,
    UNIQUE (patient, step)
) STRICT;
CREATE TABLE claims (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patients (id),
    rule TEXT NOT NULL,
    key TEXT NOT NULL,
    who TEXT NOT NULL CHECK (who <> ''),
    at TEXT NOT NULL,
    UNIQUE (patient, rule, key)
) STRICT;
"""

CALENDAR = """
CREATE TABLE calendar_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL, -- empty for the unit's own week, so no reference
    slot TEXT NOT NULL,
    uid TEXT NOT NULL UNIQUE,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    modified_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    "on" TEXT NOT NULL CHECK ("on" = date("on")),
    time TEXT NOT NULL CHECK (time = strftime('%H:%M', time)),
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    booked INTEGER NOT NULL CHECK (booked IN (0, 1)),
    label TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;
CREATE TABLE calendar_exports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL CHECK (by <> ''),
    scope TEXT NOT NULL CHECK (scope IN ('whole', 'single', 'withdrawal')),
    until TEXT NOT NULL CHECK (until = date(until)),
    versions TEXT NOT NULL CHECK (json_valid(versions)),
    choice TEXT NOT NULL CHECK (json_valid(choice))
) STRICT;
"""

JOURNAL = """
CREATE TABLE acts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    who TEXT NOT NULL CHECK (who <> ''),
    at TEXT NOT NULL,
    patient TEXT,
    undoes INTEGER REFERENCES acts (id)
) STRICT;
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL REFERENCES acts (id),
    patient TEXT,
    table_name TEXT NOT NULL,
    row ANY NOT NULL,
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    after TEXT CHECK (after IS NULL OR json_valid(after)),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX acts_by_who ON acts (who);
CREATE INDEX acts_by_undoes ON acts (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX journal_by_act ON journal (act);
CREATE INDEX journal_by_patient ON journal (patient);
CREATE INDEX visits_by_day ON visits ("on", place);
CREATE INDEX doses_by_product ON doses (product, "on");
"""

ONLY_GROWS = """
CREATE TRIGGER {table}_never_{event} BEFORE {event} ON {table}
BEGIN
    SELECT RAISE(ABORT, '{table} only grows');
END;
"""

OF_A_PATIENT = (
    "regimens",
    "doses",
    "dose_details",
    "reactions_lifted",
    "training",
    "prescriptions",
    "dispensings",
    "discarded",
    "stock_counts",
    "holds",
    "checklists",
    "results",
    "exposures",
    "pregnancies",
    "clearances",
    "findings_acknowledged",
    "visits",
    "calendar_events",
    "calendar_exports",
    "renewals",
    "home_notes",
    "claims",
)
"""Tables whose rows belong to one patient, by the column ``patient``."""
