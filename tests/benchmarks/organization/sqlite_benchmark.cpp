// SPDX-License-Identifier: BSL-1.0
//
// The nation in SQLite: rows with the days on which they begin and end, recursive queries for the
// tree. In a file, with the settings that SQLite comes with but for a larger cache.
//
// organization_sqlite <scale> <folder>

#include <filesystem>
#include <string>
#include <vector>

#include "measure.hpp"
#include "nation_rows.hpp"
#include "sqlite.hpp"

namespace {

using namespace organization_benchmark;

constexpr std::string_view engine = "SQLite";

constexpr const char* tables = R"(
  PRAGMA cache_size = -2000000;
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
  CREATE INDEX membership_unit ON membership(unit);
  CREATE INDEX post_unit ON post(unit);
  CREATE INDEX appointment_post ON appointment(post);
  COMMIT;
  PRAGMA temp_store = memory;  -- for views; the indexes of a nation are too large for that
)";

void insert_units(Database& database, const Nation& nation) {
  Statement unit = database.prepare("INSERT INTO unit VALUES(?, ?, ?)");
  Statement state = database.prepare("INSERT INTO unit_state VALUES(?, ?, ?, ?, ?)");
  for (std::uint32_t i = 0; i < nation.units.kinds.size(); ++i)
    unit.run(i, nation.units.codes[i], static_cast<std::uint32_t>(nation.units.kinds[i]));
  for_each_state(nation, [&](std::uint32_t of, Date begin, Date end, std::string_view name,
                             std::optional<std::uint32_t> parent) {
    state.run(of, begin, end, name, parent);
  });
}

void insert_members(Database& database, const Nation& nation) {
  Statement person = database.prepare("INSERT INTO person VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
  Statement membership = database.prepare("INSERT INTO membership VALUES(?, ?, ?, ?)");
  const Members& members = nation.members;
  for (std::uint32_t i = 0; i < members.names.size(); ++i)
    person.run(i, members.codes[i], nation.person_names[members.names[i]],
               static_cast<std::uint32_t>(members.sexes[i]), members.born_on[i],
               members.retired_on[i], members.admitted_on[i], members.full_member_on[i]);
  for_each_stay(nation, [&](std::uint32_t of, std::uint32_t unit, Date begin, Date end) {
    membership.run(of, unit, begin, end);
  });
}

void insert_posts(Database& database, const Nation& nation) {
  Statement post = database.prepare("INSERT INTO post VALUES(?, ?, ?)");
  Statement appointment = database.prepare("INSERT INTO appointment VALUES(?, ?, ?, ?)");
  for (std::uint32_t i = 0; i < nation.secretaries.size(); ++i) {
    const Secretary& secretary = nation.secretaries[i];
    const std::string code = std::string{nation.units.codes[secretary.branch]} + "-S";
    post.run(i, std::string_view{code}, secretary.branch);
    appointment.run(i, secretary.person, secretary.since, never);
  }
}

void build(Database& database, const Nation& nation) {
  database.run(tables);
  insert_units(database, nation);
  insert_members(database, nation);
  insert_posts(database, nation);
  database.run(indexes);
}

// The units as they stand on a day, each before those under it, into a table of their own.
std::int64_t take_view(Database& database, Date day, const char* beginning) {
  database.run("DROP TABLE IF EXISTS view; CREATE TEMP TABLE view(unit, parent, kind)");
  const std::string sql =
      "WITH RECURSIVE tree(unit, parent, depth) AS ("
      "  SELECT unit, parent, 0 FROM unit_state"
      "    WHERE " +
      std::string{beginning} +
      " AND valid_from <= ?1 AND ?1 < valid_to"
      "  UNION ALL"
      "  SELECT s.unit, s.parent, depth + 1 FROM tree JOIN unit_state s ON s.parent = tree.unit"
      "    WHERE s.valid_from <= ?1 AND ?1 < s.valid_to"
      "  ORDER BY 3 DESC) "
      "INSERT INTO view SELECT unit, parent, kind FROM tree JOIN unit ON unit.id = tree.unit";
  database.prepare(sql.c_str()).run(day);
  Statement size = database.prepare("SELECT count(*) FROM view");
  size.ask();
  size.next();
  return size.number(0);
}

// A number for each unit of the nation.
std::vector<std::int64_t> column(Statement& query, std::size_t size) {
  std::vector<std::int64_t> numbers(size);
  while (query.next()) numbers[static_cast<std::size_t>(query.number(0))] = query.number(1);
  return numbers;
}

constexpr const char* count_members =
    "SELECT m.unit, count(*) FROM membership m JOIN person p ON p.id = m.person"
    " WHERE m.valid_from <= ?1 AND ?1 < m.valid_to AND p.admitted_on <= ?1 GROUP BY m.unit";

constexpr const char* count_retired =
    "SELECT m.unit, count(*) FROM membership m JOIN person p ON p.id = m.person"
    " WHERE m.valid_from <= ?1 AND ?1 < m.valid_to AND p.full_member_on <= ?1"
    " AND p.retired_on <= ?1 GROUP BY m.unit";

// Adds up what `own` has over the tree of the view.
constexpr const char* roll_up =
    "WITH RECURSIVE up(unit, n) AS ("
    "  SELECT unit, n FROM own"
    "  UNION ALL"
    "  SELECT view.parent, n FROM up JOIN view ON view.unit = up.unit"
    "    WHERE view.parent IS NOT NULL) "
    "SELECT unit, sum(n) FROM up GROUP BY unit";

constexpr const char* province_members =
    "WITH RECURSIVE sub(unit) AS ("
    "  SELECT ?2"
    "  UNION ALL"
    "  SELECT s.unit FROM sub JOIN unit_state s ON s.parent = sub.unit"
    "    WHERE s.valid_from <= ?1 AND ?1 < s.valid_to) "
    "SELECT count(*) FROM sub JOIN membership m ON m.unit = sub.unit"
    "  JOIN person p ON p.id = m.person"
    "  WHERE m.valid_from <= ?1 AND ?1 < m.valid_to AND p.admitted_on <= ?1";

constexpr const char* is_within =
    "WITH RECURSIVE up(unit) AS ("
    "  SELECT ?2"
    "  UNION ALL"
    "  SELECT s.parent FROM up JOIN unit_state s ON s.unit = up.unit"
    "    WHERE s.valid_from <= ?1 AND ?1 < s.valid_to AND s.parent IS NOT NULL) "
    "SELECT EXISTS(SELECT 1 FROM up WHERE unit = ?3)";

void ask_for_the_nation(Database& database, const Nation& nation,
                        const std::filesystem::path& folder) {
  const std::size_t size = nation.units.kinds.size();
  std::int64_t answer = 0;
  Seconds took = fastest_of(2, [&] { answer = take_view(database, today, "parent IS NULL"); });
  report(engine, "as_of nation", took, answer);

  std::vector<std::int64_t> numbers;
  for (const auto& [name, sql] :
       {std::pair{"members", count_members}, {"retired", count_retired}}) {
    Statement query = database.prepare(sql);
    took = time_of([&] {
      query.ask(today);
      numbers = column(query, size);
    });
    report(engine, std::string{"count "} + name, took, sum_of(numbers));
    write_numbers<std::int64_t>(folder / ("SQLite_" + std::string{name} + ".npy"), "<i8", numbers);
  }
}

void roll_up_units(Database& database, const Nation& nation, const std::filesystem::path& folder) {
  database.run(
      "CREATE UNIQUE INDEX temp.view_unit ON view(unit);"
      "CREATE TEMP TABLE own AS SELECT unit, 1 AS n FROM view");
  std::vector<std::int64_t> numbers;
  Statement query = database.prepare(roll_up);
  const Seconds took = time_of([&] {
    query.ask();
    numbers = column(query, nation.units.kinds.size());
  });
  report(engine, "roll_up", took, sum_of(numbers));
  write_numbers<std::int64_t>(folder / "SQLite_units.npy", "<i8", numbers);
}

void ask_for_a_province(Database& database, const Nation& nation) {
  const std::uint32_t province = some_province(nation);
  const std::string beginning = "unit = " + std::to_string(province);
  std::int64_t answer = 0;
  Seconds took = fastest_of(3, [&] { answer = take_view(database, today, beginning.c_str()); });
  report(engine, "as_of province", took, answer);

  Statement query = database.prepare(province_members);
  took = fastest_of(3, [&] {
    query.ask(day_gone_by, province);
    query.next();
    answer = query.number(0);
  });
  report(engine, "members of a province", took, answer);
}

void ask_one_by_one(Database& database, const Nation& nation) {
  const Queries asked = queries(nation);
  Statement person = database.prepare("SELECT * FROM person WHERE code = ?");
  std::int64_t answer = 0;
  Seconds took = time_of([&] {
    for (std::size_t i = 0; i < asked.persons.size(); ++i) {
      person.ask(asked.codes[i]);
      person.next();
      answer += person.number(4);
    }
  });
  report(engine, "person by code", took, answer, asked.persons.size());

  Statement within = database.prepare(is_within);
  answer = 0;
  took = time_of([&] {
    for (std::size_t i = 0; i < asked.units.size(); ++i) {
      within.ask(today, asked.units[i], asked.tops[i]);
      within.next();
      answer += within.number(0);
    }
  });
  report(engine, "is_within", took, answer, asked.units.size());
}

}  // namespace

int main(int, char** arguments) {
  const double scale = std::stod(arguments[1]);
  const std::filesystem::path folder = arguments[2];
  const Nation nation = generate(scale);
  const std::filesystem::path file = folder / "nation.sqlite";
  std::filesystem::remove(file);
  Database database{file};
  const Seconds took = time_of([&] { build(database, nation); });
  report(engine, "build", took, static_cast<std::int64_t>(nation.members.names.size()));
  report_bytes(engine, "file", std::filesystem::file_size(file), nation.members.names.size());
  ask_one_by_one(database, nation);
  ask_for_a_province(database, nation);
  ask_for_the_nation(database, nation, folder);
  roll_up_units(database, nation, folder);
  std::filesystem::remove(file);
}
