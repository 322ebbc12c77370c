// SPDX-License-Identifier: BSL-1.0

#include <pybind11/stl/filesystem.h>

#include <string>
#include <vector>

#include "told.hpp"
#include "value.hpp"
#include "zhibu/report/article.hpp"

using namespace zhibu;

namespace {

void bind_figures(py::module_& m) {
  bind_enum<Counted>(m, "Counted",
                     "What a figure counts. Up to the honours, what there is on a day; then what "
                     "happened in a period.");
  py::class_<FigureFilter> filter = bind_value<FigureFilter>(
      m, "FigureFilter", "What narrows a figure; what is left out narrows nothing.",
      Optional{"kinds", &FigureFilter::kinds}, Optional{"temporary", &FigureFilter::temporary},
      Optional{"unit", &FigureFilter::unit}, Optional{"under", &FigureFilter::under},
      Optional{"retirement", &FigureFilter::retirement}, Optional{"member", &FigureFilter::member},
      Optional{"activities", &FigureFilter::activities}, Optional{"forms", &FigureFilter::forms},
      Optional{"campaign", &FigureFilter::campaign}, Optional{"opinions", &FigureFilter::opinions},
      Optional{"states", &FigureFilter::states}, Optional{"purpose", &FigureFilter::purpose},
      Optional{"rule", &FigureFilter::rule});
  filter.def("__repr__", [](const py::object& self) {
    const bool narrows = self.cast<const FigureFilter&>() != FigureFilter{};
    return narrows ? told(self) : py::str("FigureFilter()");
  });
  bind_row<Figure>(
      m, "Figure",
      "A figure of a report, declared as data: what is counted, and what it is called.",
      Needed{"code", &Figure::code}, Needed{"name", &Figure::name},
      Needed{"name_en", &Figure::name_en}, Needed{"counted", &Figure::counted},
      Optional{"filter", &Figure::filter})
      .def("__repr__", [](const Figure& f) { return "<Figure " + f.code + " " + f.name + ">"; });
  py::class_<CountedFigure>(m, "CountedFigure",
                            "A figure as it was counted, and the rows that it rests on.")
      .def_readonly("code", &CountedFigure::code)
      .def_readonly("name", &CountedFigure::name)
      .def_readonly("name_en", &CountedFigure::name_en)
      .def_readonly("counted", &CountedFigure::counted)
      .def_readonly("number", &CountedFigure::number)
      .def_readonly("most", &CountedFigure::most)
      .def_readonly("at_least", &CountedFigure::at_least)
      .def_readonly("text", &CountedFigure::text)
      .def_readonly("rows", &CountedFigure::rows)
      .def(py::self == py::self)
      .def("__str__", [](const CountedFigure& f) { return to_string(f); })
      .def("__repr__", [](const CountedFigure& f) {
        return "<CountedFigure " + f.code + ": " + to_string(f, Language::en) + ">";
      });
  m.def("load_figures", &load_figures, "file"_a,
        "Reads a TOML file of [[figure]] rows: code, name, name_en, counted and the keys of "
        "FigureFilter.");
  m.def("parse_figures", &parse_figures, "toml"_a, "name"_a);
  m.def("count", &count, "figure"_a, "roster"_a, "records"_a, "owed"_a, py::kw_only(), "as_of"_a,
        py::call_guard<py::gil_scoped_release>(),
        "Counts a figure: what there is, on `as_of`; what happened and is owed, in the period of "
        "`owed`.");
  m.def("footnote", &footnote, "figure"_a, py::kw_only(), "language"_a = Language::zh,
        "Which rows it counts: \"离退休干部党支部：计52行（党组织）：YS-B01、YS-B02、YS-B03等\".");
}

}  // namespace

void bind_article(py::module_& m) {
  bind_figures(m);
  py::class_<Article>(
      m, "Article",
      "A report that is written from the data: what is said is fixed here, how many is counted.")
      .def("__repr__", [](const Article& a) { return "<Article " + a.title.zh + ">"; });
  m.def(
      "load_article",
      [](const std::filesystem::path& file, const std::vector<Figure>& figures) {
        return load_article(file, figures);
      },
      "file"_a, "figures"_a);
  m.def(
      "parse_article",
      [](std::string_view toml, std::string_view name, const std::vector<Figure>& figures) {
        return parse_article(toml, name, figures);
      },
      "toml"_a, "name"_a, "figures"_a);
  m.def(
      "to_markdown",
      [](const Article& article, const std::vector<CountedFigure>& counted, Language language) {
        return to_markdown(article, counted, language);
      },
      "article"_a, "counted"_a, py::kw_only(), "language"_a = Language::zh);
}
