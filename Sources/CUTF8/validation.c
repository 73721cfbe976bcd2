// Source: J. Keiser, D. Lemire, Validating UTF-8 In Less Than One Instruction Per Byte, 2021. Each byte is classified with
// the one before it by three tables of sixteen; a pair that can stand in no UTF-8 has a bit in common in all three.
#include "CUTF8.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

enum {
    too_short = 1 << 0,       // a first byte, and no continuation
    too_long = 1 << 1,        // ASCII, and a continuation
    overlong_3 = 1 << 2,      // E0 8x, E0 9x
    too_large = 1 << 3,       // F4 9x and above
    surrogate = 1 << 4,       // ED Ax, ED Bx
    overlong_2 = 1 << 5,      // C0, C1
    too_large_1000 = 1 << 6,  // F5 and above with 8x
    overlong_4 = 1 << 6,      // F0 8x
    two_continuations = 1 << 7,
    carry = too_short | too_long | two_continuations,
    large = too_large | too_large_1000,
};

static const uint8_t by_first_high[16] = {
    too_long, too_long, too_long, too_long, too_long, too_long, too_long, too_long,
    two_continuations, two_continuations, two_continuations, two_continuations,
    too_short | overlong_2, too_short, too_short | overlong_3 | surrogate,
    too_short | too_large | too_large_1000 | overlong_4,
};
static const uint8_t by_first_low[16] = {
    carry | overlong_3 | overlong_2 | overlong_4, carry | overlong_2, carry, carry,
    carry | too_large, carry | large, carry | large, carry | large,
    carry | large, carry | large, carry | large, carry | large,
    carry | large, carry | large | surrogate, carry | large, carry | large,
};
enum { long_or_two = too_long | overlong_2 | two_continuations };
static const uint8_t by_second_high[16] = {
    too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
    long_or_two | overlong_3 | too_large_1000 | overlong_4, long_or_two | overlong_3 | too_large,
    long_or_two | surrogate | too_large, long_or_two | surrogate | too_large,
    too_short, too_short, too_short, too_short,
};
// A block that ends in one of these is complete only with the next one.
static const uint8_t last_complete[32] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0xF0 - 1, 0xE0 - 1, 0xC0 - 1,
};

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i table(const uint8_t *values) {
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)values));
}

AVX2 static inline __m256i high_nibbles(__m256i bytes) {
    return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
}

// What is wrong with a block, given the one before it; 0 in every byte that is right.
AVX2 static inline __m256i errors_of(__m256i block, __m256i before) {
    const __m256i joined = _mm256_permute2x128_si256(before, block, 0x21);
    const __m256i first = _mm256_alignr_epi8(block, joined, 15);
    const __m256i special = _mm256_and_si256(
        _mm256_and_si256(
            _mm256_shuffle_epi8(table(by_first_high), high_nibbles(first)),
            _mm256_shuffle_epi8(table(by_first_low), _mm256_and_si256(first, _mm256_set1_epi8(0x0F)))),
        _mm256_shuffle_epi8(table(by_second_high), high_nibbles(block)));
    // Third and fourth bytes must be second continuations, and nothing else may be.
    const __m256i third = _mm256_subs_epu8(_mm256_alignr_epi8(block, joined, 14), _mm256_set1_epi8(0xE0 - 0x80));
    const __m256i fourth = _mm256_subs_epu8(_mm256_alignr_epi8(block, joined, 13), _mm256_set1_epi8((char)(0xF0 - 0x80)));
    const __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
    return _mm256_xor_si256(must, special);
}

AVX2 static bool is_valid(const uint8_t *bytes, size_t count) {
    const __m256i complete = _mm256_loadu_si256((const __m256i *)last_complete);
    __m256i error = _mm256_setzero_si256(), before = error, incomplete = error;
    for (size_t start = 0; start < count; start += 32) {
        __m256i block;
        if (count - start >= 32) {
            block = _mm256_loadu_si256((const __m256i *)(bytes + start));
        } else {
            uint8_t rest[32] = {0};
            memcpy(rest, bytes + start, count - start);
            block = _mm256_loadu_si256((const __m256i *)rest);
        }
        if (_mm256_movemask_epi8(block) == 0) {
            error = _mm256_or_si256(error, incomplete);
            incomplete = _mm256_setzero_si256();
        } else {
            error = _mm256_or_si256(error, errors_of(block, before));
            incomplete = _mm256_subs_epu8(block, complete);
        }
        before = block;
    }
    error = _mm256_or_si256(error, incomplete);
    return _mm256_testz_si256(error, error);
}

bool leitong_utf8_has_vectors(void) { return __builtin_cpu_supports("avx2"); }

bool leitong_utf8_is_valid(const uint8_t *bytes, size_t count) {
    return leitong_utf8_has_vectors() && is_valid(bytes, count);
}

#else

bool leitong_utf8_has_vectors(void) { return false; }

bool leitong_utf8_is_valid(const uint8_t *bytes, size_t count) {
    (void)bytes;
    (void)count;
    return false;
}

#endif
