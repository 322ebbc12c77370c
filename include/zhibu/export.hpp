// SPDX-License-Identifier: BSL-1.0
//
// What a shared library shows and what it keeps to itself. ZHIBU_SHARED is defined by CMake for the
// library and for those who link it, ZHIBU_BUILDING only while the library itself is compiled.

#pragma once

#if !defined(ZHIBU_SHARED)
#define ZHIBU_EXPORT
#elif defined(_WIN32) && defined(ZHIBU_BUILDING)
#define ZHIBU_EXPORT __declspec(dllexport)
#elif defined(_WIN32)
#define ZHIBU_EXPORT __declspec(dllimport)
#else
#define ZHIBU_EXPORT __attribute__((visibility("default")))
#endif
