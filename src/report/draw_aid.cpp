// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "fen.hpp"
#include "report/draw.hpp"
#include "report/whose.hpp"

namespace zhibu {

namespace {

// What was paid to each person in hardship, or to whom they left behind: by name, and else by the
// record. It is covered where the person's home is.
constexpr std::array<Heading, 10> columns{{{{"日期", "day"}, CellKind::day},
                                           {{"发放对象", "person"}},
                                           {{"编号", "code"}},
                                           {{"与本人关系", "survivor"}},
                                           {{"所在党支部", "branch"}},
                                           {{"金额", "amount"}, CellKind::yuan},
                                           {{"资金", "fund"}},
                                           {{"凭证号", "voucher"}},
                                           {{"困难原因", "hardship"}},
                                           {{"备注", "remark"}}}};

// The purpose of a fund of which every payment to a person is aid, as fund.hpp has it.
constexpr std::string_view aid_fund = "帮扶资金";

class Aid {
 public:
  explicit Aid(const LedgerSource& source)
      : source_{source}, ledger_{source.headed({"困难帮扶资金台账", "Hardship aid,"}, columns)} {
    for (const Fund& fund : source.records().all<Fund>()) funds_.push_back(fund);
  }

  Ledger drawn() {
    for (const Payment& payment : source_.records().all<Payment>())
      if (!payment.voided && is_aid(payment)) add(payment);
    for (const Record& record : source_.held(Activity::hardship_aid)) add_the_rest(record);
    std::ranges::stable_sort(ledger_.rows, {}, &LedgerRow::day);
    ledger_.totals = {{source_.say({"笔数", "payments"}), times_},
                      {source_.say({"人数", "persons"}), heads_.count()},
                      {source_.say({"金额", "amount"}), fen_, CellKind::yuan}};
    return ledger_;
  }

 private:
  bool is_aid(const Payment& payment) const {
    if (payment.record) {
      const Record record = source_.records()[*payment.record];
      return !record.voided && record.activities.contains(Activity::hardship_aid);
    }
    return payment.payee && std::holds_alternative<PersonId>(*payment.payee) &&
           funds_[payment.fund.index].purpose == aid_fund;
  }

  // Whose it is: of the person's home, of the record or of the fund.
  std::optional<UnitId> unit_of(const Payment& payment) const {
    if (payment.payee) {
      if (const UnitId* unit = std::get_if<UnitId>(&*payment.payee)) return *unit;
      const PersonId person = std::get<PersonId>(*payment.payee);
      if (const auto home = last_home(source_.roster(), person, payment.on)) return home;
    }
    if (payment.record) return source_.records()[*payment.record].unit;
    return funds_[payment.fund.index].unit;
  }

  void add(const Payment& payment) {
    if (payment.record) by_record_[*payment.record] += payment.amount_fen;
    const std::optional<UnitId> unit = unit_of(payment);
    const bool covered = unit ? source_.covers(*unit, payment.on)
                              : std::holds_alternative<Everything>(source_.request().extent);
    if (!covered || !source_.period().contains(payment.on)) return;
    const PersonId* person = payment.payee ? std::get_if<PersonId>(&*payment.payee) : nullptr;
    if (person != nullptr) heads_.add(*person);
    const std::string name = person == nullptr ? "" : source_.name(*person);
    add_row({to_string(payment.on), name, person == nullptr ? "" : source_.code(*person),
             std::string{payment.survivor}, unit ? source_.speak().name(*unit, payment.on) : "",
             yuan_of(payment.amount_fen), std::string{funds_[payment.fund.index].name},
             std::string{payment.code}, source_.reason(payment.reason),
             remark(source_, payment.purpose)},
            payment.on, payment.amount_fen, name);
  }

  // What was paid by a record and to nobody by name.
  void add_the_rest(const Record& record) {
    const auto found = by_record_.find(record.id);
    const std::int64_t fen = record.amount_fen - (found == by_record_.end() ? 0 : found->second);
    if (fen <= 0) return;
    const std::string name = source_.names(record.persons);
    heads_.add(record.persons);
    add_row(
        {to_string(record.held_on), name, "", "", source_.speak().name(record.unit, record.held_on),
         yuan_of(fen), "", std::string{record.code}, "", remark(source_, record.remark)},
        record.held_on, fen, name);
  }

  void add_row(std::vector<std::string> cells, Date day, std::int64_t fen,
               const std::string& name) {
    ledger_.rows.push_back(
        {std::move(cells), day, source_.say({"困难帮扶：", "hardship aid: "}) + name});
    ++times_;
    fen_ += fen;
  }

  const LedgerSource& source_;
  Ledger ledger_;
  std::vector<Fund> funds_;
  std::map<RecordId, std::int64_t> by_record_;
  Heads heads_;
  std::int64_t times_ = 0;
  std::int64_t fen_ = 0;
};

}  // namespace

Ledger draw_hardship_aid(const LedgerSource& source) { return Aid{source}.drawn(); }

}  // namespace zhibu
