// SPDX-License-Identifier: BSL-1.0

#include "zhibu/schedule/archive.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "archive.hpp"
#include "organization/archive_any.hpp"
#include "organization/archive_columns_read.hpp"
#include "organization/archive_columns_write.hpp"
#include "zhibu/regulation/rulebook_file.hpp"

namespace zhibu {

namespace {

// What an archive has of an obligation; `also` is the number of a list.
struct KeptObligation {
  ProvisionId provision;
  Bearer bearer;
  std::optional<UnitId> at = {};
  Period window;
  Period bound;
  std::optional<Date> nominal = {};  // of the fixed day, as is what follows
  std::optional<Date> actual = {};
  bool within_limit = true;
  Certainty certainty = Certainty::decreed;
  std::optional<int> exemption = {};
  int also = 0;
};

}  // namespace

template <>
struct Fields<KeptObligation> {
  static constexpr std::tuple fields{Field{"provision", &KeptObligation::provision, required},
                                     Field{"bearer", &KeptObligation::bearer, required},
                                     Field{"at", &KeptObligation::at},
                                     Field{"window", &KeptObligation::window, required},
                                     Field{"bound", &KeptObligation::bound, required},
                                     RareField{Field{"nominal", &KeptObligation::nominal}},
                                     RareField{Field{"actual", &KeptObligation::actual}},
                                     Field{"within_limit", &KeptObligation::within_limit},
                                     Field{"certainty", &KeptObligation::certainty},
                                     RareField{Field{"exemption", &KeptObligation::exemption}},
                                     Field{"also", &KeptObligation::also, required}};
};

template <>
struct Fields<Occurrence> {
  static constexpr std::tuple fields{Field{"day", &Occurrence::day, required},
                                     Field{"half", &Occurrence::half, required},
                                     Field{"obligation", &Occurrence::obligation, required},
                                     Field{"nth", &Occurrence::nth, required},
                                     Field{"certainty", &Occurrence::certainty, required}};
};

namespace {

// Lists of laxer rules, each once, one behind the other.
class AlsoLists {
 public:
  int number_of(std::span<const ProvisionId> list) {
    const std::vector<ProvisionId> key(list.begin(), list.end());
    const auto [found, is_new] = numbers_.emplace(key, static_cast<int>(numbers_.size()));
    if (is_new) {
      for (const ProvisionId provision : list) provisions.push_back(provision.index);
      ends.push_back(provisions.size());
    }
    return found->second;
  }

  std::vector<ProvisionId> operator[](int number) const {
    const auto i = static_cast<std::size_t>(number);
    if (number < 0 || i >= ends.size())
      refuse_archive("a list of rules that there is not", "one of those that there are");
    const std::uint64_t begin = i == 0 ? 0 : ends[i - 1];
    if (begin > ends[i] || ends[i] > provisions.size())
      refuse_archive("lists of rules that overlap", "one behind the other");
    std::vector<ProvisionId> list;
    for (std::uint64_t at = begin; at < ends[i]; ++at) list.push_back({provisions[at]});
    return list;
  }

  std::vector<std::uint32_t> provisions;
  std::vector<std::uint64_t> ends;

 private:
  std::map<std::vector<ProvisionId>, int> numbers_;
};

std::optional<int> exemption_of(const Obligation& o, const Rulebook& rulebook) {
  if (!o.exempted) return std::nullopt;
  const auto& exemptions = rulebook[o.provision].exemptions;
  const auto found = std::ranges::find_if(exemptions, [&](const Exemption& exemption) {
    return exemption.rule == o.exempted->rule && exemption.source == o.exempted->source;
  });
  return static_cast<int>(found - exemptions.begin());
}

KeptObligation kept(const Obligation& o, const Rulebook& rulebook, AlsoLists& also) {
  KeptObligation row{.provision = o.provision,
                     .bearer = o.bearer,
                     .at = o.at,
                     .window = o.window,
                     .bound = o.bound,
                     .exemption = exemption_of(o, rulebook),
                     .also = also.number_of(o.also)};
  if (o.fixed) {
    row.nominal = o.fixed->nominal;
    row.actual = o.fixed->actual;
    row.within_limit = o.fixed->within_limit;
    row.certainty = o.fixed->certainty;
  }
  return row;
}

void add(Obligations& to, const KeptObligation& row, const AlsoLists& also) {
  ObligationDetails details{.at = row.at, .bound = row.bound, .also = also[row.also]};
  if (row.nominal.has_value() != row.actual.has_value())
    refuse_archive("half of a fixed day", "the day as the rule names it and as it was moved");
  if (row.nominal) details.fixed = {*row.nominal, *row.actual, row.within_limit, row.certainty};
  if (row.exemption) details.exemption = static_cast<std::size_t>(*row.exemption);
  to.add(row.provision, row.bearer, row.window, details);
}

struct ObligationsImage {
  AnyHandles things;
  RowColumns<KeptObligation> rows;
  AlsoLists also;
};

ObligationsImage image_of(const Obligations& obligations, Steps& steps) {
  ObligationsImage image;
  for (const Obligation& o : obligations) {
    image.rows.push(kept(o, obligations.rulebook(), image.also), image.things.texts);
    steps();
  }
  return image;
}

void put(ContainerWriter& to, const Obligations& obligations, const ObligationsImage& image) {
  put_bytes(to, "obligations/rulebook", to_toml(obligations.rulebook()));
  put_day(to, "obligations/period/begin", obligations.period().begin);
  put_day(to, "obligations/period/end", obligations.period().end);
  put_day(to, "obligations/rules_of", obligations.rules_of());
  put_number(to, "obligations/partial", static_cast<std::uint8_t>(obligations.partial()));
  ColumnsWriter{to}("obligations/rows", image.rows);
  to.column("obligations/also", image.also.provisions.size(), std::span{image.also.provisions});
  to.column("obligations/also/end", image.also.ends.size(), std::span{image.also.ends});
}

Obligations read_obligations(const ContainerReader& from, Steps& steps) {
  require_kind(from, "obligations");
  const auto partial = number_of<std::uint8_t>(from, "obligations/partial");
  if (partial >= names<PartialWindow>().size())
    refuse_archive("a treatment of partial windows that there is not", "one that there is");
  Obligations read{
      Rulebook::parse(bytes_of(from, "obligations/rulebook"), "the rulebook"),
      {one_day_of(from, "obligations/period/begin"), one_day_of(from, "obligations/period/end")},
      day_of(from, "obligations/rules_of"),
      static_cast<PartialWindow>(partial)};
  ObligationsImage image;
  ColumnsReader<AnyHandles>{from, image.things, steps}("obligations/rows", image.rows);
  image.also.provisions = numbers_of<std::uint32_t>(from, "obligations/also");
  image.also.ends = numbers_of<std::uint64_t>(from, "obligations/also/end");
  for (std::size_t i = 0; i < image.rows.size(); ++i) {
    add(read, image.rows.row(i, image.things.texts), image.also);
    steps.pause();
  }
  return read;
}

struct PlanImage {
  AnyHandles things;
  std::string obligations;
  RowColumns<Occurrence> occurrences;
  std::vector<std::uint32_t> unplaced;
};

PlanImage image_of(const Plan& plan, Steps& steps) {
  PlanImage image;
  image.obligations = to_bytes(plan.obligations, steps.share(plan.obligations.size()));
  for (const Occurrence& o : plan.occurrences) {
    image.occurrences.push(o, image.things.texts);
    steps.pause();
  }
  for (const ObligationId id : plan.unplaced) image.unplaced.push_back(id.index);
  return image;
}

void put(ContainerWriter& to, const PlanImage& image) {
  put_bytes(to, "plan/obligations", image.obligations);
  ColumnsWriter{to}("plan/occurrences", image.occurrences);
  to.column("plan/unplaced", image.unplaced.size(), std::span{image.unplaced});
}

Plan read_plan(const ContainerReader& from, Steps& steps) {
  require_kind(from, "plan");
  const std::string obligations = bytes_of(from, "plan/obligations");
  Plan plan{obligations_from_bytes(obligations, steps.share(0)), {}, {}};
  PlanImage image;
  ColumnsReader<AnyHandles>{from, image.things, steps}("plan/occurrences", image.occurrences);
  for (std::size_t i = 0; i < image.occurrences.size(); ++i) {
    plan.occurrences.push_back(image.occurrences.row(i, image.things.texts));
    plan.obligations[plan.occurrences.back().obligation];
    steps.pause();
  }
  for (const std::uint32_t number : numbers_of<std::uint32_t>(from, "plan/unplaced")) {
    plan.unplaced.push_back({number});
    plan.obligations[plan.unplaced.back()];
  }
  return plan;
}

}  // namespace

void save(const std::filesystem::path& file, const Obligations& obligations, const Watch& watch) {
  Steps steps{watch, 2 * obligations.size() + 1};
  const ObligationsImage image = image_of(obligations, steps);
  save_archive(
      file, [&](ContainerWriter& to) { put(to, obligations, image); },
      steps.share(obligations.size() + 1));
}

std::string to_bytes(const Obligations& obligations, const Watch& watch) {
  Steps steps{watch, 2 * obligations.size() + 1};
  const ObligationsImage image = image_of(obligations, steps);
  return archive_bytes([&](ContainerWriter& to) { put(to, obligations, image); },
                       steps.share(obligations.size() + 1));
}

Obligations load_obligations(const std::filesystem::path& file, const Watch& watch) {
  std::optional<Obligations> read;
  load_archive(
      file,
      [&](const ContainerReader& from, Steps& steps) { read = read_obligations(from, steps); },
      watch);
  return std::move(*read);
}

Obligations obligations_from_bytes(std::string_view bytes, const Watch& watch) {
  Steps steps{watch, 2 * bytes.size()};
  Obligations read = read_obligations(archive_of(bytes, steps), steps);
  steps.finish();
  return read;
}

bool operator==(const Obligations& a, const Obligations& b) { return to_bytes(a) == to_bytes(b); }

void save(const std::filesystem::path& file, const Plan& plan, const Watch& watch) {
  Steps steps{watch, 2 * plan.obligations.size() + 1};
  const PlanImage image = image_of(plan, steps);
  save_archive(
      file, [&](ContainerWriter& to) { put(to, image); }, steps.share(plan.obligations.size() + 1));
}

std::string to_bytes(const Plan& plan, const Watch& watch) {
  Steps steps{watch, 2 * plan.obligations.size() + 1};
  const PlanImage image = image_of(plan, steps);
  return archive_bytes([&](ContainerWriter& to) { put(to, image); },
                       steps.share(plan.obligations.size() + 1));
}

Plan load_plan(const std::filesystem::path& file, const Watch& watch) {
  std::optional<Plan> read;
  load_archive(
      file, [&](const ContainerReader& from, Steps& steps) { read = read_plan(from, steps); },
      watch);
  return std::move(*read);
}

Plan plan_from_bytes(std::string_view bytes, const Watch& watch) {
  Steps steps{watch, 2 * bytes.size()};
  Plan plan = read_plan(archive_of(bytes, steps), steps);
  steps.finish();
  return plan;
}

}  // namespace zhibu
