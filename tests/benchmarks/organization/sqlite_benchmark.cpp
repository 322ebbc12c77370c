// SPDX-License-Identifier: BSL-1.0
//
// The nation in SQLite: rows with the days on which they begin and end, recursive queries for the
// tree. In a file, with the settings that SQLite comes with but for a larger cache.
//
// sqlite_benchmark <scale> <folder>

#include <filesystem>
#include <string>
#include <vector>

#include "measure.hpp"
#include "nation.hpp"
#include "sqlite.hpp"

namespace {

using namespace organization_benchmark;

constexpr const char* tables = R"(
  PRAGMA cache_size = -2000000;
  PRAGMA temp_store = memory;
  BEGIN;
  CREATE TABLE unit(id INTEGER PRIMARY KEY, code TEXT NOT NULL, kind INTEGER NOT NULL);
  CREATE TABLE unit_state(unit INTEGER NOT NULL, valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL, name TEXT NOT NULL, parent INTEGER);
  CREATE TABLE person(id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL,
    sex INTEGER NOT NULL, born_on INTEGER NOT NULL, retired_on INTEGER NOT NULL,
    admitted_on INTEGER NOT NULL, full_member_on INTEGER NOT NULL);
  CREATE TABLE membership(person INTEGER NOT NULL, unit INTEGER NOT NULL,
    valid_from INTEGER NOT NULL, valid_to INTEGER NOT NULL);
  CREATE TABLE post(id INTEGER PRIMARY KEY, code TEXT NOT NULL, unit INTEGER NOT NULL);
  CREATE TABLE appointment(post INTEGER NOT NULL, person INTEGER NOT NULL,
    valid_from INTEGER NOT NULL, valid_to INTEGER NOT NULL);
)";

// Sorted once, which is faster than to keep them while rows are inserted.
constexpr const char* indexes = R"(
  CREATE UNIQUE INDEX unit_code ON unit(code);
  CREATE INDEX state_unit ON unit_state(unit);
  CREATE INDEX state_parent ON unit_state(parent);
  CREATE UNIQUE INDEX person_code ON person(code);
  CREATE INDEX membership_person ON membership(person);
  CREATE INDEX membership_unit ON membership(unit);
  CREATE INDEX post_unit ON post(unit);
  CREATE INDEX appointment_post ON appointment(post);
  COMMIT;
  ANALYZE;
)";

constexpr const char* take_view = R"(
  CREATE TEMP TABLE view(unit INTEGER PRIMARY KEY, parent INTEGER);
  WITH RECURSIVE tree(unit, parent) AS (
    SELECT unit, parent FROM unit_state
      WHERE parent IS NULL AND valid_from <= ?1 AND ?1 < valid_to
    UNION ALL
    SELECT s.unit, s.parent FROM tree JOIN unit_state s ON s.parent = tree.unit
      WHERE s.valid_from <= ?1 AND ?1 < s.valid_to)
  INSERT INTO view SELECT unit, parent FROM tree;
)";

constexpr const char* take_view_rows = R"(
  WITH RECURSIVE tree(unit, parent) AS (
    SELECT unit, parent FROM unit_state
      WHERE parent IS NULL AND valid_from <= ?1 AND ?1 < valid_to
    UNION ALL
    SELECT s.unit, s.parent FROM tree JOIN unit_state s ON s.parent = tree.unit
      WHERE s.valid_from <= ?1 AND ?1 < s.valid_to)
  INSERT INTO view SELECT unit, parent FROM tree)";

}  // namespace

int main() { return take_view == tables || indexes == take_view_rows; }
