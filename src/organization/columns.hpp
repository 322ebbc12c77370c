// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "texts.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

// For each of the things that are counted from 0, a list of numbers.
using Lists = std::vector<std::vector<std::uint32_t>>;

// The column that finds a row again: no two rows have one code.
struct Codes {
  std::vector<TextId> ids;
  std::unordered_map<TextId, std::uint32_t> rows;

  std::size_t size() const { return ids.size(); }
  void push(TextId id);
};

struct UnitColumns {
  Codes code;
  std::vector<TextId> name;
  std::vector<UnitKind> kind;
  std::vector<std::optional<UnitId>> parent;
  std::vector<Period> standing;
  std::vector<bool> temporary;
  std::vector<bool> retired_cadres;
  std::vector<bool> has_committee;
  std::vector<std::optional<Date>> elected_on;
  std::vector<TextId> workplace;
  Lists children;
  Lists memberships;
  Lists posts;
  Lists clusters;  // cluster memberships

  void push(const Unit& unit, Texts& texts);  // under no parent yet
  Unit row(UnitId id, const Texts& texts) const;
};

struct PersonColumns {
  Codes code;
  std::vector<TextId> name;
  std::vector<Sex> sex;
  std::vector<Date> born_on;
  std::vector<Retirement> retirement;
  std::vector<std::optional<Date>> retired_on;
  std::vector<std::optional<Date>> joined_revolution_on;
  std::vector<std::optional<Date>> admitted_on;
  std::vector<std::optional<Date>> full_member_on;
  std::vector<bool> needs_home_visits;
  Lists memberships;
  Lists contacts;

  void push(const Person& person, Texts& texts);
  Person row(PersonId id, const Texts& texts) const;
};

struct PostColumns {
  Codes code;
  std::vector<UnitId> unit;
  std::vector<PostKind> kind;
  std::vector<TextId> title;
  std::vector<bool> ex_officio;
  Lists appointments;

  void push(const Post& post, Texts& texts);
  Post row(PostId id, const Texts& texts) const;
};

struct ClusterColumns {
  Codes code;
  std::vector<TextId> name;
  std::vector<UnitId> lead;
  std::vector<UnitId> deputy;
  std::vector<Period> standing;
  Lists units;  // cluster memberships

  void push(const Cluster& cluster, Texts& texts);
  Cluster row(ClusterId id, const Texts& texts) const;
};

struct AppointmentColumns {
  std::vector<PostId> post;
  std::vector<PersonId> person;
  std::vector<Period> period;
  std::vector<TextId> titles;

  void push(const Appointment& appointment, Texts& texts);
  Appointment row(std::uint32_t index, const Texts& texts) const;
};

struct Roster::Columns {
  Texts texts;
  UnitColumns units;
  PersonColumns persons;
  PostColumns posts;
  ClusterColumns clusters;
  AppointmentColumns appointments;
  std::vector<Membership> memberships;  // these three are handles and days alone
  std::vector<ClusterMembership> cluster_memberships;
  std::vector<Contact> contacts;

  // The row whose code is `text`.
  std::optional<std::uint32_t> find(const Codes& codes, std::string_view text) const;

  // Puts `unit`, which is under none yet, under `parent`. Throws std::invalid_argument that names
  // the circle where `parent` stands under `unit`.
  void set_parent(UnitId unit, UnitId parent);

  // Throws std::invalid_argument where `code` is empty or another row has it.
  void require_free(const Codes& codes, std::string_view code, std::string_view what) const;

  std::string_view code(UnitId id) const { return texts[units.code.ids[id.index]]; }
  std::string_view code(PersonId id) const { return texts[persons.code.ids[id.index]]; }
  std::string_view code(ClusterId id) const { return texts[clusters.code.ids[id.index]]; }

  // Throw std::invalid_argument where a handle was not issued by this roster.
  void require(UnitId id) const;
  void require(PersonId id) const;
  void require(PostId id) const;
  void require(ClusterId id) const;
};

}  // namespace zhibu
