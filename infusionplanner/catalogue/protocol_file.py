"""Protocol files (TOML) read into :class:`Protocol`, and a unit's own values laid over them.

What a protocol file holds is told at the top of ``natalizumab.toml``. Nothing in it is passed over: a key, code or
parameter that is not known is refused with its file, line and field, and so is anything that is missing.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from infusionplanner.catalogue.errors import Flaw, ParameterError, ProtocolFileError
from infusionplanner.catalogue.parameters import (
    CLAIMS,
    REQUIRED_FAMILIES,
    UNITS,
    ParameterSlot,
    build_families,
    check_order,
    checked,
)
from infusionplanner.catalogue.template import is_well_formed, places
from infusionplanner.catalogue.toml_file import Table, meant, read, suggestion
from infusionplanner.domain.patient import (
    Assay,
    Gate,
    HoldKind,
    IntervalReason,
    Product,
    ResultKind,
    Route,
    StopReason,
)
from infusionplanner.domain.protocol import (
    FAMILIES,
    Item,
    Parameter,
    PmlRow,
    ProductRules,
    Protocol,
    Question,
    Rule,
    Text,
)
from infusionplanner_resources import resource

FORMAT = "infusionplanner.protocol/1"

UNIT_ORIGIN = "UNIT"
"""Origin of a parameter that a unit has set."""

_ORIGINS = ("HB", "PUB", "OWN")
_LEVELS = ("stop", "warn", "info", "reaction")
_FORMS = ("", "n", "span")
_CONTROLS = tuple(ResultKind)
_GATE = (*ResultKind, *(row.name for row in fields(Gate)), "prior_immunosuppression")
_REASONS: Mapping[str, Collection[str]] = {
    "interval": tuple(IntervalReason),
    "stop": tuple(StopReason),
    "not_given": (),
    "late": (),
}
"""The lists of reasons with the codes that a patient file knows; a list without them takes any code."""

_REQUIRED = ("format", "id", "version", "families", "name", "parameters", "rules")
_OPTIONAL = ("pml", "products", "questions", "controls", "gate", "next_treatments", "reasons")
_ID = re.compile(r"[a-z][a-z0-9_-]*")
_RULE = re.compile(r"R-[A-Z]+-[0-9]+")


@cache
def builtin_protocols() -> Mapping[str, Protocol]:
    """Return the protocols that ship with the program, by id."""
    sources = (row for row in resource("protocols").iterdir() if row.name.endswith(".toml"))
    found = (load_protocol(source) for source in sorted(sources, key=lambda row: row.name))
    return MappingProxyType({protocol.id: protocol for protocol in found})


def load_protocol(source: Traversable | Path) -> Protocol:
    """Read one protocol file. Raises ``ProtocolFileError``."""
    root = read(source, ProtocolFileError)
    root.only(_REQUIRED, _OPTIONAL)
    if root.text("format") != FORMAT:
        root.refuse(f'has to be "{FORMAT}"; the file is of another kind or version.', "format")
    families = _families(root)
    rules = _rules(root.table("rules"))
    parameters = _parameters(root.table("parameters"), families, rules)
    _check_sentences(root.table("rules"), rules, parameters)
    assay, rows = _pml(root, families)
    return Protocol(
        id=_code(root, "id"),
        version=root.text("version"),
        name=_named(root, "name"),
        pml_assay=assay,
        pml_table=rows,
        products=_products(root),
        questions=_questions(root, rules),
        controls=_items(root, "controls", rules, _CONTROLS),
        gate=_items(root, "gate", rules, _GATE),
        next_treatments=_items(root, "next_treatments", rules, ()),
        reasons=_reasons(root, rules),
        rules=rules,
        parameters=parameters,
        **build_families(families, parameters),
    )


def override(protocol: Protocol, values: Mapping[str, object], *, source: str = "unit settings") -> Protocol:
    """Return the protocol with a unit's own values, whose origin is then UNIT. Raises ``ParameterError``.

    A parameter that the program knows but this protocol does not have is passed over, since a unit's settings serve
    all its protocols. ``source`` names the settings in the message.
    """
    parameters = dict(protocol.parameters)
    for key, value in values.items():
        if key not in CLAIMS:
            raise ParameterError(source, key, Flaw("unknown", **meant(key, CLAIMS)))
        if (old := parameters.get(key)) is not None:
            new = checked(ParameterSlot(source, key, old.unit, old.minimum), value)
            parameters[key] = replace(old, value=new, origin=UNIT_ORIGIN)
    check_order(source, parameters)
    on = [name for name in FAMILIES if getattr(protocol, name) is not None]
    return replace(protocol, parameters=MappingProxyType(parameters), **build_families(on, parameters))


def _families(root: Table) -> tuple[str, ...]:
    families = root.choices("families", FAMILIES)
    for name in REQUIRED_FAMILIES:
        if name not in families:
            root.refuse(f"every protocol has the family {name}. Add it, with its parameters.", "families")
    return families


def _rules(table: Table) -> Mapping[str, Rule]:
    rules = {}
    for rule, row in table.tables():
        if not _RULE.fullmatch(rule):
            row.refuse("is not the id of a rule, as in R-INT-1.")
        row.only(("origin", "nb", "en"))
        rules[rule] = Rule(rule, row.choice("origin", _ORIGINS), _text(row))
    return MappingProxyType(rules)


def _check_sentences(table: Table, rules: Mapping[str, Rule], parameters: Mapping[str, Parameter]) -> None:
    """Refuse a sentence that names a parameter which is not there, or whose braces do not close."""
    for rule in rules.values():
        for language, sentence in (("nb", rule.text.nb), ("en", rule.text.en)):
            if not is_well_formed(sentence):
                table.refuse("has a brace or bracket that does not close.", rule.id, language)
            for key, form in places(sentence):
                if key not in parameters:
                    table.refuse(f"names {{{key}}}. {suggestion(key, parameters)}", rule.id, language)
                if form not in _FORMS:
                    table.refuse(f"{{{key}|{form}}} is not known. Use {{{key}}}, |n or |span.", rule.id, language)


def _parameters(table: Table, families: tuple[str, ...], rules: Mapping[str, Rule]) -> Mapping[str, Parameter]:
    parameters = {}
    for key, row in table.tables():
        if key not in CLAIMS:
            row.refuse(f"no family has this parameter. {suggestion(key, CLAIMS)}")
        if CLAIMS[key].family not in families:
            row.refuse(f"belongs to the family {CLAIMS[key].family}, which is not switched on. Add it to families.")
        parameters[key] = _parameter(row, key, rules)
    for key, claim in CLAIMS.items():
        if claim.family in families and key not in parameters:
            table.refuse(f'{key} is missing, and the family {claim.family} needs it. Add [parameters."{key}"].')
    try:
        check_order(table.file.name, parameters)
    except ParameterError as error:
        table.refuse(error.flaw, error.parameter, "value")
    return MappingProxyType(parameters)


def _parameter(row: Table, key: str, rules: Mapping[str, Rule]) -> Parameter:
    row.only(("value", "unit", "origin", "rules", "label"), ("minimum", "note"))
    unit, minimum = row.choice("unit", UNITS), row.number("minimum", 0)
    try:
        value = checked(ParameterSlot(row.file.name, key, unit, minimum), row.values["value"])
    except ParameterError as error:
        row.refuse(error.flaw, "value")
    return Parameter(
        key=key,
        value=value,
        unit=unit,
        origin=row.choice("origin", _ORIGINS),
        rules=_cited(row, "rules", rules),
        label=_named(row, "label"),
        minimum=minimum,
        note=_named(row, "note") if "note" in row.values else None,
    )


def _cited(row: Table, key: str, rules: Mapping[str, Rule]) -> tuple[str, ...]:
    cited = row.texts(key)
    if not cited:
        row.refuse("has to name at least one rule.", key)
    for index, rule in enumerate(cited):
        _check_rule(row, rule, rules, key, index)
    return cited


def _check_rule(row: Table, rule: str, rules: Mapping[str, Rule], *where: str | int) -> str:
    if rule not in rules:
        row.refuse(f"{rule!r} has no sentence. Add [rules.{rule}] with origin, nb and en.", *where)
    return rule


def _pml(root: Table, families: tuple[str, ...]) -> tuple[Assay | None, tuple[PmlRow, ...]]:
    """Return assay and rows of the PML table; a protocol without the family has neither."""
    if "pml" not in families:
        if "pml" in root.values:
            root.refuse("the family pml is not switched on. Add it to families, or take the table out.", "pml")
        return None, ()
    table = root.table("pml")
    table.only(("assay", "rows"))
    names = tuple(field.name for field in fields(PmlRow))
    rows: list[PmlRow] = []
    for row in table.rows("rows"):
        row.only(names)
        first, last = row.whole("first_month"), row.whole("last_month")
        expected = rows[-1].last_month + 1 if rows else 1
        if first != expected:
            fault = "overlaps the row before" if first < expected else "leaves a gap"
            row.refuse(f"{fault}: this row has to begin at month {expected}.", "first_month")
        if last < first:
            row.refuse("is before first_month.", "last_month")
        rows.append(PmlRow(first, last, *(row.number(name) for name in names[2:])))
    if not rows:
        table.refuse("has to hold at least one row.", "rows")
    return Assay(table.choice("assay", tuple(Assay))), tuple(rows)


def _products(root: Table) -> tuple[ProductRules, ...]:
    found: dict[Product, ProductRules] = {}
    for row in root.rows("products"):
        row.only(("id", "name", "routes", "assay"))
        product = Product(row.choice("id", tuple(Product)))
        if product in found:
            row.refuse("stands twice.", "id")
        routes = tuple(Route(route) for route in row.choices("routes", tuple(Route)))
        found[product] = ProductRules(product, row.text("name"), routes, Assay(row.choice("assay", tuple(Assay))))
    return tuple(found.values())


def _questions(root: Table, rules: Mapping[str, Rule]) -> tuple[Question, ...]:
    found: dict[str, Question] = {}
    for row in root.rows("questions"):
        row.only(("key", "level", "rule", "nb", "en"), ("hold",))
        key = _new_code(row, found)
        rule = _check_rule(row, row.text("rule"), rules, "rule")
        hold = row.choice("hold", tuple(HoldKind)) if "hold" in row.values else None
        found[key] = Question(key, _text(row), row.choice("level", _LEVELS), rule, hold)
    return tuple(found.values())


def _reasons(root: Table, rules: Mapping[str, Rule]) -> Mapping[str, tuple[Item, ...]]:
    table = root.table("reasons")
    table.only((), _REASONS)
    return MappingProxyType({name: _items(table, name, rules, _REASONS[name]) for name in table.values})


def _items(table: Table, name: str, rules: Mapping[str, Rule], known: Collection[str]) -> tuple[Item, ...]:
    """Return a list of coded entries; a list without known codes takes any."""
    found: dict[str, Item] = {}
    for row in table.rows(name):
        row.only(("key", "rule", "nb", "en"))
        key = _new_code(row, found)
        if known and key not in known:
            row.refuse(f"{key!r} is not known. {suggestion(key, known)}", "key")
        found[key] = Item(key, _text(row), _check_rule(row, row.text("rule"), rules, "rule"))
    return tuple(found.values())


def _new_code(row: Table, found: Mapping[str, Any]) -> str:
    key = _code(row, "key")
    if key in found:
        row.refuse(f"{key!r} stands twice.", "key")
    return key


def _code(row: Table, key: str) -> str:
    code = row.text(key)
    if not _ID.fullmatch(code):
        row.refuse(f'{code!r} has to be of small letters, digits, "_" and "-".', key)
    return code


def _text(row: Table) -> Text:
    return Text(nb=row.text("nb"), en=row.text("en"))


def _named(row: Table, key: str) -> Text:
    table = row.table(key)
    table.only(("nb", "en"))
    return _text(table)
