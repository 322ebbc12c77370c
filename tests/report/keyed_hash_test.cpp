// SPDX-License-Identifier: BSL-1.0

#include "keyed_hash.hpp"

#include <string>

#include <gtest/gtest.h>

namespace zhibu {
namespace {

std::string hex(const Digest& digest) {
  std::string digits;
  for (const std::uint8_t byte : digest)
    for (const int nibble : {byte >> 4, byte & 15}) digits += "0123456789abcdef"[nibble];
  return digits;
}

// The examples of FIPS 180-4 that NIST publishes: one block, two blocks, and nothing.
TEST(KeyedHash, IsMadeOfSha256) {
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hex(sha256(std::string(1000000, 'a'))),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

// RFC 4231, 4.2, 4.3 and 4.7: a short key, one of text, and one longer than a block.
TEST(KeyedHash, IsTheHmacOfTheRfc) {
  EXPECT_EQ(hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hex(hmac_sha256(std::string(131, '\xaa'),
                            "Test Using Larger Than Block-Size Key - Hash Key First")),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(KeyedHash, OfACodeIsAnotherUnderAnotherKey) {
  EXPECT_EQ(pseudonym("Jefe", "what do ya want for nothing?"), "5bdcc146bf60754e");
  EXPECT_NE(pseudonym("k1", "P0001"), pseudonym("k2", "P0001"));
  EXPECT_NE(pseudonym("k1", "P0001"), pseudonym("k1", "P0002"));
}

}  // namespace
}  // namespace zhibu
