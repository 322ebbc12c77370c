// SPDX-License-Identifier: BSL-1.0

#include "zhibu/record/visit.hpp"

namespace zhibu {

template <>
std::span<const Name<VisitKind>> names() {
  static constexpr Name<VisitKind> all[] = {
      {VisitKind::birthday, "birthday", "生日看望", "birthday visit"},
      {VisitKind::hospital, "hospital", "住院看望", "hospital visit"},
      {VisitKind::festival, "festival", "节日慰问", "festival visit"},
      {VisitKind::everyday, "everyday", "日常走访", "everyday visit"},
      {VisitKind::resettled, "resettled", "易地安置人员慰问", "visit to the resettled"},
      {VisitKind::survivor, "survivor", "遗属慰问", "visit to survivors"},
  };
  return all;
}

}  // namespace zhibu
