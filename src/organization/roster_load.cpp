// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "columns.hpp"
#include "nearest.hpp"
#include "roster_columns.hpp"
#include "table.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

namespace {

constexpr std::string_view tables[] = {"units",        "persons",  "memberships",     "posts",
                                       "appointments", "clusters", "cluster_members", "contacts"};

bool yes(const Row& row, std::string_view column) {
  return row.read(column, parse_yes_no).value_or(false);
}

// The day after `to`; but the last day there is, which many a spreadsheet writes for "lasts",
// stays.
Date end_of(std::string_view to) {
  const Date last = parse_date(to);
  return last == Date::last() ? last : last + 1;
}

// The days from `from` to the end of `to`, or nothing where one of them has a fault.
std::optional<Period> period(const Row& row) {
  const auto begin = row.read_required("from", parse_date);
  const auto end = row.read("to", end_of);
  if (!begin || (!end && !row.text("to").empty())) return std::nullopt;
  return Period{*begin, end.value_or(Date::last())};
}

// What could not be read of a table. To name it elsewhere is not a fault too.
struct Losses {
  bool lines = false;  // some lines, or the whole file
  std::set<std::string, std::less<>> codes;

  bool may_hold(std::string_view code) const { return lines || codes.contains(code); }
};

}  // namespace

// Fills a roster from the tables of a folder.
class Roster::Loader {
 public:
  explicit Loader(const std::filesystem::path& folder) : folder_{folder} {}

  Roster load() {
    require_folder();
    read_units();
    read_persons();
    read_memberships();
    read_posts();
    read_appointments();
    read_clusters();
    read_cluster_members();
    read_contacts();
    look_for_misspelt_tables();
    faults_.throw_if_any();
    return std::move(roster_);
  }

 private:
  void require_folder() {
    std::error_code unknown;
    if (std::filesystem::is_directory(folder_, unknown)) return;
    faults_.add(folder_.string(), 0,
                "no such folder; accepted: a folder with units.csv and persons.csv");
    faults_.throw_if_any();
  }

  bool is_there(std::string_view table) const {
    std::error_code unknown;
    return std::filesystem::exists(path(table), unknown);
  }

  std::filesystem::path path(std::string_view table) const {
    return folder_ / (std::string{table} + ".csv");
  }

  // Reads the rows of a table, and returns whether lines of it were lost.
  template <class Read>
  bool each_row(std::string_view name, std::span<const Column> columns, Read read) {
    const Table table{path(name), columns, faults_};
    for (const Row& row : table) read(row);
    return !table.whole();
  }

  // The same of a table that need not be there.
  template <class Read>
  bool each_row_if_any(std::string_view name, std::span<const Column> columns, Read read) {
    return is_there(name) && each_row(name, columns, read);
  }

  // Adds `thing` unless it has a fault.
  template <class Thing>
  void add(const Row& row, const Thing& thing, Losses& lost) {
    if (!row.attempt([&] { roster_.add(thing); })) lost.codes.emplace(thing.code);
  }

  // The row whose code stands in `column`, found by `find`.
  template <class Find>
  auto named_in(const Row& row, std::string_view column, const Codes& codes, const Losses& lost,
                Find find) const {
    using Handle = decltype(find(std::string_view{}).id);
    const std::string_view code = row.text(column);
    const bool known = code.empty() || roster_.columns_->find(codes, code);
    if (!known && lost.may_hold(code)) return std::optional<Handle>{};
    return row.read_required(column, [&](std::string_view text) { return find(text).id; });
  }

  std::optional<UnitId> unit(const Row& row, std::string_view column) const {
    return named_in(row, column, roster_.columns_->units.code, lost_units_,
                    [&](std::string_view code) { return roster_.unit(code); });
  }

  std::optional<PersonId> person(const Row& row) const {
    return named_in(row, "person", roster_.columns_->persons.code, lost_persons_,
                    [&](std::string_view code) { return roster_.person(code); });
  }

  std::optional<PostId> post(const Row& row) const {
    return named_in(row, "post", roster_.columns_->posts.code, lost_posts_,
                    [&](std::string_view code) { return roster_.post(code); });
  }

  std::optional<ClusterId> cluster(const Row& row) const {
    return named_in(row, "cluster", roster_.columns_->clusters.code, lost_clusters_,
                    [&](std::string_view code) { return roster_.cluster(code); });
  }

  void read_units() {
    const Table table{path("units"), unit_columns, faults_};
    lost_units_.lines = !table.whole();
    for (const Row& row : table) add(row, unit_of(row), lost_units_);
    for (const Row& row : table) read_parent(row);
  }

  static Unit unit_of(const Row& row) {
    const auto kind = row.read_required("kind", named<UnitKind>("kind of unit"));
    return {.id = {},
            .code = row.text("code"),
            .name = row.required("name"),
            .kind = kind.value_or(UnitKind::branch),
            .parent = std::nullopt,
            .standing = period(row).value_or(since(Date{})),
            .temporary = yes(row, "temporary"),
            .retired_cadres = yes(row, "retired_cadres"),
            .has_committee = yes(row, "committee"),
            .elected_on = row.read("elected", parse_date),
            .workplace = row.text("workplace")};
  }

  // A parent may stand in a later line than its unit.
  void read_parent(const Row& row) {
    const auto self = roster_.columns_->find(roster_.columns_->units.code, row.text("code"));
    if (!self || row.text("parent").empty()) return;
    if (const auto parent = unit(row, "parent"))
      row.attempt([&] { roster_.columns_->set_parent(UnitId{*self}, *parent); });
  }

  void read_persons() {
    lost_persons_.lines = each_row("persons", person_columns, [&](const Row& row) {
      add(row, person_of(row), lost_persons_);
    });
  }

  static Person person_of(const Row& row) {
    const auto sex = row.read_required("sex", named<Sex>("sex"));
    const auto born = row.read_required("born", parse_date);
    const auto retirement = row.read_required("retirement", named<Retirement>("retirement"));
    return {.id = {},
            .code = row.text("code"),
            .name = row.required("name"),
            .sex = sex.value_or(Sex::male),
            .born_on = born.value_or(Date{}),
            .retirement = retirement.value_or(Retirement::in_service),
            .retired_on = row.read("retired", parse_date),
            .joined_revolution_on = row.read("joined_revolution", parse_date),
            .admitted_on = row.read("admitted", parse_date),
            .full_member_on = row.read("full_member", parse_date),
            .needs_home_visits = yes(row, "home_visits")};
  }

  void read_memberships() {
    each_row_if_any("memberships", membership_columns, [&](const Row& row) {
      const auto who = person(row);
      const auto of = unit(row, "unit");
      const auto kind = row.read_required("kind", named<MembershipKind>("kind of membership"));
      const auto when = period(row);
      if (who && of && kind && when)
        row.attempt([&] { roster_.add(Membership{*who, *of, *kind, *when}); });
    });
  }

  void read_posts() {
    lost_posts_.lines = each_row_if_any("posts", post_columns, [&](const Row& row) {
      const auto of = unit(row, "unit");
      const auto kind = row.read_required("kind", named<PostKind>("kind of post"));
      const Post post{.id = {},
                      .code = row.text("code"),
                      .unit = of.value_or(UnitId{}),
                      .kind = kind.value_or(PostKind::member),
                      .title = row.text("title"),
                      .ex_officio = yes(row, "ex_officio")};
      if (of)
        add(row, post, lost_posts_);
      else
        lost_posts_.codes.emplace(post.code);
    });
  }

  void read_appointments() {
    each_row_if_any("appointments", appointment_columns, [&](const Row& row) {
      const auto to = post(row);
      const auto who = person(row);
      const auto when = period(row);
      if (to && who && when)
        row.attempt([&] { roster_.add(Appointment{*to, *who, *when, row.text("titles")}); });
    });
  }

  void read_clusters() {
    lost_clusters_.lines = each_row_if_any("clusters", cluster_columns, [&](const Row& row) {
      const auto lead = unit(row, "lead");
      const auto deputy = unit(row, "deputy");
      const Cluster cluster{.id = {},
                            .code = row.text("code"),
                            .name = row.required("name"),
                            .lead = lead.value_or(UnitId{}),
                            .deputy = deputy.value_or(UnitId{}),
                            .standing = period(row).value_or(since(Date{}))};
      if (lead && deputy)
        add(row, cluster, lost_clusters_);
      else
        lost_clusters_.codes.emplace(cluster.code);
    });
  }

  void read_cluster_members() {
    each_row_if_any("cluster_members", cluster_member_columns, [&](const Row& row) {
      const auto in = cluster(row);
      const auto of = unit(row, "unit");
      const auto when = period(row);
      if (in && of && when) row.attempt([&] { roster_.add(ClusterMembership{*in, *of, *when}); });
    });
  }

  void read_contacts() {
    each_row_if_any("contacts", contact_columns, [&](const Row& row) {
      const auto who = person(row);
      const auto of = unit(row, "unit");
      const auto when = period(row);
      if (who && of && when) row.attempt([&] { roster_.add(Contact{*who, *of, *when}); });
    });
  }

  // A table that need not be there would otherwise be missing in silence.
  void look_for_misspelt_tables() {
    std::vector<std::string_view> absent;
    for (const std::string_view table : tables)
      if (!is_there(table)) absent.push_back(table);

    std::map<std::string, std::string_view> meant;
    std::error_code unknown;
    for (const auto& entry : std::filesystem::directory_iterator{folder_, unknown}) {
      const std::string stem = entry.path().stem().string();
      const bool known = std::ranges::find(tables, stem) != std::end(tables);
      if (entry.path().extension() == ".csv" && !known) meant[stem] = nearest(stem, absent);
    }
    for (const auto& [stem, table] : meant)
      if (!table.empty())
        faults_.add(path(stem).string(), 0,
                    "no table of a roster (did you mean '" + std::string{table} + ".csv'?)");
  }

  std::filesystem::path folder_;
  Roster roster_;
  Faults faults_;
  Losses lost_units_;
  Losses lost_persons_;
  Losses lost_posts_;
  Losses lost_clusters_;
};

Roster Roster::load(const std::filesystem::path& folder) { return Loader{folder}.load(); }

}  // namespace zhibu
