// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <string_view>

#include "zhibu/id.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// A cluster of branches (片组), which work together without being an organization of the Party. It
// is led by a unit, not by a person; which one may change.
struct Cluster {
  ClusterId id = {};      // issued by the roster
  std::string_view code;  // "PZ01", unique in the roster
  std::string_view name;  // "第一片组"
  UnitId lead;            // 片组长单位: convenes the cluster's meetings
  UnitId deputy;          // 副片组长单位
  Period standing;
  std::string_view principles = {};  // by what it was formed, joined by ';': "优势互补;便于管理"
};

// A branch belonging to a cluster, for as long as that lasts; to one cluster at any time.
struct ClusterMembership {
  ClusterId cluster;
  UnitId unit;
  Period period;
};

}  // namespace zhibu
