// xxHash for Swift: XXH_INLINE_ALL turns the functions into macros, which Swift does not see, so each one used is
// wrapped in a static inline function. Inlining lets short keys hash without a call.
#ifndef LEITONG_CXXHASH_H
#define LEITONG_CXXHASH_H

#include <stddef.h>
#include <stdint.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

/// XXH3, 64 bits, seed 0, of `length` bytes at `bytes`.
static inline uint64_t leitong_xxh3_64(const void *bytes, size_t length) {
    return XXH3_64bits(bytes, length);
}

enum { five_ideographs = 15 };

/// XXH3, 64 bits, seed 0, of each run of `length` pieces: from starts[i] to starts[i + length], for i below `count`.
///
/// Most runs are five ideographs: for that length known the compiler leaves out XXH3's choice by length.
static inline void leitong_xxh3_64_runs(
    const uint8_t *bytes, const uint32_t *starts, size_t count, size_t length, uint64_t *hashes
) {
    for (size_t index = 0; index < count; index++) {
        const uint8_t *run = bytes + starts[index];
        const size_t byte_count = starts[index + length] - starts[index];
        hashes[index] = byte_count == five_ideographs ? XXH3_64bits(run, five_ideographs) : XXH3_64bits(run, byte_count);
    }
}

/// XXH3, 64 bits, of `length` bytes at `bytes` with `seed`. Bands of four values are known here, as five ideographs above.
static inline uint64_t leitong_xxh3_64_with_seed(const void *bytes, size_t length, uint64_t seed) {
    return length == 16 ? XXH3_64bits_withSeed(bytes, 16, seed) : XXH3_64bits_withSeed(bytes, length, seed);
}

/// The two halves of an XXH3-128 digest.
typedef struct {
    uint64_t low;
    uint64_t high;
} leitong_digest128;

/// XXH3, 128 bits, seed 0, of `length` bytes at `bytes`.
static inline leitong_digest128 leitong_xxh3_128(const void *bytes, size_t length) {
    XXH128_hash_t digest = XXH3_128bits(bytes, length);
    return (leitong_digest128){digest.low64, digest.high64};
}

#endif
