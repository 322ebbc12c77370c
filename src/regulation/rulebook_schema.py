# SPDX-License-Identifier: BSL-1.0
"""Brings the words of rulebook.schema.json to those of the library, which has each of them once.

    PYTHONPATH=build/dev/python python3 src/regulation/rulebook_schema.py

A file may name a value by its key or by its Chinese label; an editor shows the description.
"""

import json
from pathlib import Path

import zhibu

SCHEMA = Path(__file__).with_name("rulebook.schema.json")

# The definitions that are enumerations, and what each of them lists.
ENUMERATIONS = {
    "activity": zhibu.Activity,
    "approval": zhibu.Approval,
    "base": zhibu.Base,
    "branch_field": zhibu.BranchField,
    "circumstance_kind": zhibu.CircumstanceKind,
    "condition": zhibu.Condition,
    "confidence": zhibu.Confidence,
    "force": zhibu.Force,
    "layer": zhibu.Layer,
    "measure": zhibu.Measure,
    "milestone": zhibu.Milestone,
    "party_standing": zhibu.PartyStanding,
    "post_kind": zhibu.PostKind,
    "retirement": zhibu.Retirement,
    "shift_policy": zhibu.ShiftPolicy,
    "span": zhibu.Span,
    "unit_kind": zhibu.UnitKind,
}


def definition(enumeration, summary):
    """What the schema says of an enumeration."""
    values = list(enumeration.__members__.values())
    return {
        "description": summary + " " + ", ".join(f"{v} {v.zh}" for v in values),
        "enum": [str(v) for v in values] + [v.zh for v in values],
    }


def brought_up_to_date(schema):
    """The schema with the words of the library; what stands before its list of them is kept."""
    for name, enumeration in ENUMERATIONS.items():
        summary = schema["$defs"][name]["description"].partition(".")[0] + "."
        schema["$defs"][name] = definition(enumeration, summary)
    return schema


if __name__ == "__main__":
    read = json.loads(SCHEMA.read_text("utf-8"))
    text = json.dumps(brought_up_to_date(read), ensure_ascii=False, indent=2) + "\n"
    SCHEMA.write_text(text, "utf-8")
