// SPDX-License-Identifier: BSL-1.0
//
// Of what the values consist that reports make; see parts.hpp.

#pragma once

#include "zhibu/organization/code_set.hpp"
#include "zhibu/report/article.hpp"
#include "zhibu/report/figure.hpp"
#include "zhibu/serialization/parts.hpp"

namespace zhibu::serialization {

template <>
inline constexpr std::tuple parts<UnitCategory>{Part{"kind", &UnitCategory::kind},
                                                Part{"temporary", &UnitCategory::temporary},
                                                Part{"joint", &UnitCategory::joint}};

template <>
inline constexpr std::tuple parts<CodeRow>{Part{"code", &CodeRow::code},
                                           Part{"label", &CodeRow::label},
                                           Part{"meaning", &CodeRow::meaning}};

template <>
inline constexpr std::tuple parts<FigureFilter>{Part{"kinds", &FigureFilter::kinds},
                                                Part{"temporary", &FigureFilter::temporary},
                                                Part{"unit", &FigureFilter::unit},
                                                Part{"under", &FigureFilter::under},
                                                Part{"retirement", &FigureFilter::retirement},
                                                Part{"member", &FigureFilter::member},
                                                Part{"activities", &FigureFilter::activities},
                                                Part{"forms", &FigureFilter::forms},
                                                Part{"campaign", &FigureFilter::campaign},
                                                Part{"opinions", &FigureFilter::opinions},
                                                Part{"states", &FigureFilter::states},
                                                Part{"purpose", &FigureFilter::purpose},
                                                Part{"rule", &FigureFilter::rule}};

template <>
inline constexpr std::tuple parts<Figure>{
    Part{"code", &Figure::code}, Part{"name", &Figure::name}, Part{"name_en", &Figure::name_en},
    Part{"counted", &Figure::counted}, Part{"filter", &Figure::filter}};

template <>
inline constexpr std::tuple parts<CountedFigure>{
    Part{"code", &CountedFigure::code},         Part{"name", &CountedFigure::name},
    Part{"name_en", &CountedFigure::name_en},   Part{"counted", &CountedFigure::counted},
    Part{"number", &CountedFigure::number},     Part{"most", &CountedFigure::most},
    Part{"at_least", &CountedFigure::at_least}, Part{"text", &CountedFigure::text},
    Part{"rows", &CountedFigure::rows}};

template <>
inline constexpr std::tuple parts<BothLanguages>{Part{"zh", &BothLanguages::zh},
                                                 Part{"en", &BothLanguages::en}};

template <>
inline constexpr std::tuple parts<Sentence>{Part{"text", &Sentence::text},
                                            Part{"none", &Sentence::none}};

template <>
inline constexpr std::tuple parts<Section>{Part{"title", &Section::title},
                                           Part{"sentences", &Section::sentences}};

template <>
inline constexpr std::tuple parts<Article>{Part{"title", &Article::title},
                                           Part{"sections", &Article::sections}};

}  // namespace zhibu::serialization
