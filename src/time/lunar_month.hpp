// SPDX-License-Identifier: BSL-1.0

#pragma once

#include "time/lunar_months.hpp"
