// SPDX-License-Identifier: BSL-1.0

#include <array>
#include <string_view>

#include "nation_parts.hpp"

namespace organization_benchmark {

namespace {

constexpr std::size_t bytes_of_character = 3;  // of each of these, in UTF-8

constexpr std::string_view stems_and_branches = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

constexpr std::string_view thousand_characters =
    "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳"
    "云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜"
    "海咸河淡鳞潜羽翔龙师火帝鸟官人皇始制文字乃服衣裳推位让国有虞陶唐"
    "鸣凤在竹白驹食场化被草木赖及万方";

constexpr std::string_view landscape =
    "青白清长永安平新东南西北上下大小石沙云龙凤金银玉松竹梅柳桃杏兰荷"
    "高宽远临望怀德仁和乐丰庆昌泰宁康福寿瑞祥";

constexpr std::string_view waters_and_hills =
    "溪江河湖海泉潭池浦港湾洲滩岛岸桥津渡沟渠山岭峰岩崖坡岗丘谷峡坪"
    "原野田园林森关城镇堡寨塘井台阁亭门口阳阴川";

constexpr std::array<std::string_view, 12> bodies = {"村",   "社区",     "小学",   "中学",
                                                     "医院", "有限公司", "协会",   "合作社",
                                                     "中心", "工作站",   "研究所", "管理处"};

constexpr std::size_t size_of(std::string_view characters) {
  return characters.size() / bytes_of_character;
}

std::string_view character(std::string_view characters, std::size_t i) {
  return characters.substr(i % size_of(characters) * bytes_of_character, bytes_of_character);
}

std::string pair_of(std::string_view first, std::string_view second, std::size_t number) {
  std::string pair{character(first, number / size_of(second))};
  return pair += character(second, number);
}

}  // namespace

std::string county_name(std::uint32_t number) {
  return pair_of(landscape, waters_and_hills, number);
}

std::string body_name(std::uint32_t number) {
  const std::size_t place = number / bodies.size();
  return pair_of(thousand_characters, thousand_characters, place)
      .append(bodies[number % bodies.size()]);
}

Texts person_names() {
  const std::size_t given = size_of(thousand_characters);
  Texts names;
  for (std::size_t surname = 0; surname < size_of(stems_and_branches); ++surname)
    for (std::size_t i = 0; i < given * given; ++i)
      names.push_back(std::string{character(stems_and_branches, surname)} +
                      pair_of(thousand_characters, thousand_characters, i));
  return names;
}

}  // namespace organization_benchmark
