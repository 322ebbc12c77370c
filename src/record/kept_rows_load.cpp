// SPDX-License-Identifier: BSL-1.0

#include "record/kept_rows_load.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>

#include "organization/row_reader.hpp"
#include "quote.hpp"
#include "record/fields.hpp"

namespace zhibu {

constexpr std::string_view what(StudyForm) { return "form of study"; }
constexpr std::string_view what(VisitKind) { return "kind of visit"; }
constexpr std::string_view what(OpinionKind) { return "kind of opinion"; }

namespace {

// What could not be read. To name it elsewhere is not a fault too.
struct LostRows {
  LostRecords records;
  bool any_record = false;
  std::map<std::string_view, LostRecords> codes;  // of other tables, by the table
  std::map<std::string_view, bool> lines = {};    // tables of which whole lines are lost
};

// One line of a table, which may name records, campaigns and funds besides what a roster has.
class KeptReader : public RowReader {
 public:
  KeptReader(const Roster& roster, const Lost& none, const Row& line, const Records& records,
             const LostRows& lost)
      : RowReader{roster, none, line}, records_{&records}, lost_{&lost} {}

  using RowReader::value;
  std::optional<RecordId> value(std::string_view column, RecordId) const {
    const std::string_view code = line().text(column);
    if (lost_->records.contains(code)) return std::nullopt;
    if (lost_->any_record && !is_there([&] { return records_->record(code).id; }))
      return std::nullopt;
    return line().read(column, [&](std::string_view text) { return records_->record(text).id; });
  }
  std::optional<CampaignId> value(std::string_view column, CampaignId) const {
    return find(column, "campaigns", [&](std::string_view t) { return records_->campaign(t).id; });
  }
  std::optional<FundId> value(std::string_view column, FundId) const {
    return find(column, "funds", [&](std::string_view t) { return records_->fund(t).id; });
  }
  template <class V>
  std::optional<std::optional<V>> value(std::string_view column, std::optional<V>) const {
    if (const std::optional<V> found = value(column, V{})) return std::optional{found};
    return std::nullopt;
  }

  // Whether the row names something that was lost, so that it cannot be judged.
  bool names_lost() const {
    return names_lost("record", lost_->records, lost_->any_record) ||
           names_lost_of("campaign", "campaigns") || names_lost_of("fund", "funds");
  }

 private:
  template <class Find>
  static bool is_there(Find find) {
    try {
      find();
      return true;
    } catch (const std::invalid_argument&) {
      return false;
    }
  }

  template <class Find, class Found = std::optional<std::invoke_result_t<Find, std::string_view>>>
  Found find(std::string_view column, std::string_view table, Find named) const {
    return names_lost_of(column, table) ? Found{} : line().read(column, named);
  }

  bool names_lost(std::string_view column, const LostRecords& codes, bool lines) const {
    const std::string_view code = line().text(column);
    if (code.empty()) return false;
    return codes.contains(code) || (lines && !is_there([&] { records_->record(code); }));
  }

  bool names_lost_of(std::string_view column, std::string_view table) const {
    const std::string_view code = line().text(column);
    const auto codes = lost_->codes.find(table);
    const auto lines = lost_->lines.find(table);
    if (code.empty()) return false;
    return (codes != lost_->codes.end() && codes->second.contains(code)) ||
           (lines != lost_->lines.end() && lines->second);
  }

  const Records* records_;
  const LostRows* lost_;
};

// --- what a row takes from its record ---

template <class Row>
void complete(Row&, const zhibu::Row&, const Records&) {}

template <class Money>
void complete_money(Money& money, const Row& line, const Records& records) {
  if (money.record) {
    const Record record = records[*money.record];
    if (line.text("on").empty()) money.on = record.held_on;
    if (line.text("amount_yuan").empty()) money.amount_fen = record.amount_fen;
    return;
  }
  line.required("on");
  line.required("amount_yuan");
}
void complete(Appropriation& a, const Row& line, const Records& records) {
  complete_money(a, line, records);
}
void complete(Payment& p, const Row& line, const Records& records) {
  complete_money(p, line, records);
}

// --- who must belong to a unit ---

struct Served {
  PersonId person;
  Date day;
  bool survivor = false;
};

template <class Row>
std::optional<Served> served(const Row&, const Records&) {
  return std::nullopt;
}
std::optional<Served> served(const StudyNote& n, const Records& records) {
  return Served{n.person, records[n.record].held_on};
}
std::optional<Served> served(const Visit& v, const Records& records) {
  return Served{v.person, records[v.record].held_on, v.kind == VisitKind::survivor};
}
std::optional<Served> served(const Payment& p, const Records&) {
  if (!p.payee || !std::holds_alternative<PersonId>(*p.payee)) return std::nullopt;
  return Served{std::get<PersonId>(*p.payee), p.on, !p.survivor.empty()};
}
std::optional<Served> served(const Opinion& o, const Records&) {
  return o.person ? std::optional{Served{*o.person, o.collected_on}} : std::nullopt;
}
std::optional<Served> served(const DuesPayment& p, const Records&) {
  return Served{p.person, p.period.begin};
}

// Survivors are those of who belonged to a unit on any earlier day.
void require_belonging(const Roster& roster, const Served& served) {
  for (const Membership& m : roster.memberships(served.person))
    if (served.survivor ? m.period.begin <= served.day : m.period.contains(served.day)) return;
  throw std::invalid_argument(quote(roster[served.person].code) + " belongs to no unit on " +
                              to_string(served.day) + "; accepted: a day of a membership");
}

// Reads the tables, one after another.
class KeptLoader {
 public:
  KeptLoader(TableSource& source, const Roster& roster, LostRows lost, Records& records,
             Faults& faults)
      : source_{source},
        roster_{roster},
        lost_{std::move(lost)},
        records_{records},
        faults_{faults} {}

  template <class T>
  void read_all() {
    constexpr std::string_view name = Fields<T>::table;
    if (!source_.has(name)) return;
    const std::vector<Column> columns = columns_of<T>();
    const Table table = source_.read(name, columns, faults_);
    for_each_row(table, source_.share(name), [&](const Row& line) {
      if (!read_row<T>(line))
        if constexpr (has_code<T>) lost_.codes[name].emplace(line.text("code"));
    });
    if (!table.whole()) lost_.lines[name] = true;
  }

 private:
  // Whether it could be read. A row with a fault is not looked at any further: what else is wrong
  // with it may come of that fault.
  template <class T>
  bool read_row(const Row& line) {
    const KeptReader reader{roster_, none_, line, records_, lost_};
    const std::size_t before = faults_.size();
    std::optional<T> read = read_fields<T>(reader);
    if (!read || reader.names_lost() || faults_.size() != before) return false;
    T& row = *read;
    complete(row, line, records_);
    if (faults_.size() != before) return false;
    return line.attempt([&] {
      if (const auto who = served(row, records_)) require_belonging(roster_, *who);
      records_.add(row);
    });
  }

  TableSource& source_;
  const Roster& roster_;
  const Lost none_;
  LostRows lost_;
  Records& records_;
  Faults& faults_;
};

}  // namespace

std::vector<std::string_view> kept_tables() {
  return {Fields<Campaign>::table, Fields<Minutes>::table,    Fields<StudyNote>::table,
          Fields<Visit>::table,    Fields<Fund>::table,       Fields<Appropriation>::table,
          Fields<Payment>::table,  Fields<Opinion>::table,    Fields<Task>::table,
          Fields<DuesBase>::table, Fields<DuesPayment>::table};
}

void read_kept_rows(TableSource& source, const Roster& roster, const LostRecords& lost,
                    bool records_whole, Records& records, Faults& faults) {
  LostRows lost_rows;
  lost_rows.records = lost;
  lost_rows.any_record = !records_whole;
  KeptLoader loader{source, roster, std::move(lost_rows), records, faults};
  loader.read_all<Campaign>();
  loader.read_all<Minutes>();
  loader.read_all<StudyNote>();
  loader.read_all<Visit>();
  loader.read_all<Fund>();
  loader.read_all<Appropriation>();
  loader.read_all<Payment>();
  loader.read_all<Opinion>();
  loader.read_all<Task>();
  loader.read_all<DuesBase>();
  loader.read_all<DuesPayment>();
}

}  // namespace zhibu
