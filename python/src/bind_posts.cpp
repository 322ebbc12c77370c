// SPDX-License-Identifier: BSL-1.0

#include <string>

#include "value.hpp"
#include "zhibu/organization/post.hpp"
#include "zhibu/organization/term.hpp"

using namespace zhibu;

namespace {

void bind_term(py::module_& m) {
  bind_enum<Approval>(m, "Approval",
                      "How far the higher organization has dealt with a matter. 备案 is not 批准.");
  bind_value<Term>(m, "Term",
                   "A term of office (届) of a unit's committee, or of the secretary of a branch "
                   "without one.",
                   Needed{"unit", &Term::unit}, Optional{"nth", &Term::nth},
                   Needed{"elected_on", &Term::elected_on}, Optional{"ended_on", &Term::ended_on},
                   Optional{"extended_to", &Term::extended_to},
                   Optional{"extension_document", &Term::extension_document},
                   Optional{"seats", &Term::seats}, Optional{"candidates", &Term::candidates},
                   Optional{"due", &Term::due}, Optional{"present", &Term::present},
                   Optional{"approval", &Term::approval}, Optional{"document", &Term::document})
      .def("__repr__",
           [](const Term& t) { return "<Term elected on " + to_string(t.elected_on) + ">"; });
}

void bind_post(py::module_& m) {
  bind_enum<PostKind>(m, "PostKind", "The posts of a committee or a branch.");
  bind_value<Post>(m, "Post", "A post of a unit.", Needed{"code", &Post::code},
                   Needed{"unit", &Post::unit}, Needed{"kind", &Post::kind},
                   Optional{"title", &Post::title}, Optional{"ex_officio", &Post::ex_officio},
                   Optional{"seats", &Post::seats})
      .def("__repr__", [](const Post& p) { return "<Post " + std::string{p.code} + ">"; });
}

void bind_appointment(py::module_& m) {
  bind_enum<Assumption>(m, "Assumption", "How a person came to hold a post.");
  bind_value<Appointment>(
      m, "Appointment",
      "A person holding a post, for as long as that lasts, and no longer than the unit stands and "
      "the person lives.",
      Needed{"post", &Appointment::post}, Needed{"person", &Appointment::person},
      Needed{"period", &Appointment::period}, Optional{"titles", &Appointment::titles},
      Optional{"by", &Appointment::by}, Optional{"votes", &Appointment::votes},
      Optional{"approval", &Appointment::approval}, Optional{"document", &Appointment::document});
}

}  // namespace

void bind_posts(py::module_& m) {
  bind_term(m);
  bind_post(m);
  bind_appointment(m);
}
