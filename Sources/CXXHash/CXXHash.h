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
    // Said once more, so that what is inlined here has no other lengths to choose among.
    if (length >= 9 && length <= 16) {
        __builtin_assume(length >= 9 && length <= 16);
        return XXH3_64bits(bytes, length);
    }
    if (length >= 4 && length <= 8) {
        __builtin_assume(length >= 4 && length <= 8);
        return XXH3_64bits(bytes, length);
    }
    return XXH3_64bits(bytes, length);
}

enum { five_ideographs = 15 };

/// XXH3, 64 bits, seed 0, of each run of `length` pieces: from starts[i] to starts[i + length], for i below `count`.
///
/// Most runs are five ideographs, nearly all others of nine bytes to sixteen: told so, the compiler leaves out XXH3's
/// choice by length.
static inline void leitong_xxh3_64_runs(
    const uint8_t *bytes, const uint32_t *starts, size_t count, size_t length, uint64_t *hashes
) {
    for (size_t index = 0; index < count; index++) {
        const uint8_t *run = bytes + starts[index];
        const size_t byte_count = starts[index + length] - starts[index];
        hashes[index] = byte_count == five_ideographs ? XXH3_64bits(run, five_ideographs) : leitong_xxh3_64(run, byte_count);
    }
}

/// Upper halves of XXH3, 64 bits, of `count` stretches of `length` bytes, one behind the other, each with its number as
/// the seed.
static inline void leitong_xxh3_64_numbered(const uint8_t *bytes, size_t count, size_t length, uint32_t *hashes) {
    for (size_t number = 0; number < count; number++) {
        const uint8_t *stretch = bytes + number * length;
        // Known to the compiler: the bands of the standard threshold.
        const uint64_t hash =
            length == 16 ? XXH3_64bits_withSeed(stretch, 16, number) : XXH3_64bits_withSeed(stretch, length, number);
        hashes[number] = (uint32_t)(hash >> 32);
    }
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
