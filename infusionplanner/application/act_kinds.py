"""Every kind of act that the journal can hold, named once: what may be asked of an act is asked by its kind."""

from enum import StrEnum


class ActKind(StrEnum):
    """What a person did. The value is what the journal keeps, and is never changed."""

    BOOK_VISIT = "book_visit"
    BOOK_PROPOSED = "book_proposed"
    MOVE_VISIT = "move_visit"
    CANCEL_VISIT = "cancel_visit"
    ARRIVE = "arrive"
    START = "start"
    END_DOSE = "end_dose"
    PROLONG_OBSERVATION = "prolong_observation"
    LEAVE = "leave"
    NOT_GIVEN = "not_given"
    CHANGE_NOTE = "change_note"

    RECORD_DOSE = "record_dose"
    CORRECT_DOSE = "correct_dose"
    REMOVE_DOSE = "remove_dose"
    REPORT_HOME_DOSE = "report_home_dose"
    ANSWER_CHECKLIST = "answer_checklist"
    CLEAR_STOP = "clear_stop"
    ACKNOWLEDGE = "acknowledge"
    REPORT_REACTION = "report_reaction"
    LIFT_REACTIONS = "lift_reactions"

    ORDER_REGIMEN = "order_regimen"
    CHANGE_PRODUCT = "change_product"
    STOP_TREATMENT = "stop_treatment"
    RECORD_NEXT_TREATMENT = "record_next_treatment"
    RESTART_TREATMENT = "restart_treatment"
    TRANSFER_IN = "transfer_in"
    OPEN_HOLD = "open_hold"
    LIFT_HOLD = "lift_hold"
    RECORD_PREGNANCY = "record_pregnancy"
    PLAN_PREGNANCY = "plan_pregnancy"
    RECORD_BIRTH = "record_birth"
    RECORD_EXPOSURE = "record_exposure"
    RECORD_GATE = "record_gate"

    REGISTER_RESULT = "register_result"
    CORRECT_RESULT = "correct_result"
    REMOVE_RESULT = "remove_result"
    MARK_SEEN = "mark_seen"

    NOTE_HOME_STEP = "note_home_step"
    SIGN_TRAINING = "sign_training"
    ISSUE_PRESCRIPTION = "issue_prescription"
    WITHDRAW_PRESCRIPTION = "withdraw_prescription"
    ADVANCE_RENEWAL = "advance_renewal"
    RECORD_DISPENSING = "record_dispensing"
    DISCARD_DOSES = "discard_doses"
    COUNT_STOCK = "count_stock"

    HAND_OUT_CALENDAR = "hand_out_calendar"
    HAND_OUT_WEEK = "hand_out_week"

    CLAIM_TASK = "claim_task"
    RELEASE_TASK = "release_task"

    ADD_PATIENT = "add_patient"
    EDIT_PATIENT = "edit_patient"
    IMPORT_PATIENTS = "import_patients"

    CHANGE_UNIT = "change_unit"
    CLOSE_DAYS = "close_days"
    OPEN_DAYS = "open_days"
    CHANGE_PLACES = "change_places"
    CHANGE_PLACE = "change_place"
    OVERRIDE_PARAMETER = "override_parameter"
    PUT_USER = "put_user"
    CHANGE_SETTING = "change_setting"

    LOAD_DEMO = "demo.load"
    UNDO = "undo"
    REDO = "redo"


LASTING = frozenset({ActKind.HAND_OUT_CALENDAR, ActKind.HAND_OUT_WEEK})
"""Acts that left the ward: what was handed out cannot be taken back, only handed out anew."""

BEGINNINGS = frozenset({ActKind.LOAD_DEMO, ActKind.IMPORT_PATIENTS})
"""Acts that filled the unit: one key too many must not empty it. They can be undone by name, from the history."""
