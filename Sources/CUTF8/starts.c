// A scalar begins at every byte of valid UTF-8 that is no continuation (10xxxxxx): as a signed number, above -65.
#include "CUTF8.h"

// Written without a branch: every byte is noted, and stays noted if it is a beginning.
static size_t list_plain(const uint8_t *bytes, size_t first, size_t end, size_t listed, uint32_t *starts) {
    for (size_t index = first; index < end; index++) {
        // In bounds: no more are listed than there were bytes.
        starts[listed] = (uint32_t)index;
        listed += (int8_t)bytes[index] > -65;
    }
    return listed;
}

#if defined(__x86_64__)
#include <immintrin.h>

enum { block = 64, written_at_once = 8, lanes = 16 };

// Source: J. Keiser, D. Lemire and others, simdjson (flattening of bit sets): of a block's beginnings eight are written
// at a time, and those too many are overwritten by the next.
__attribute__((target("arch=x86-64-v3"))) static size_t list_v3(const uint8_t *bytes, size_t count, uint32_t *starts) {
    size_t listed = 0, first = 0;
    const __m256i last_continuation = _mm256_set1_epi8(-65);
    for (; first + block <= count; first += block) {
        const __m256i low = _mm256_loadu_si256((const __m256i *)(bytes + first));
        const __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + first + block / 2));
        uint64_t beginnings =
            (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(high, last_continuation)) << 32
            | (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(low, last_continuation));
        uint32_t *next = starts + listed;
        listed += (size_t)__builtin_popcountll(beginnings);
        while (beginnings) {
            // In bounds: of a block at most 64 are written, and no more were listed than there were bytes before it.
            for (int step = 0; step < written_at_once; step++) {
                // Of no bits left any number may be written: it does not count.
                next[step] = (uint32_t)(first + _tzcnt_u64(beginnings));
                beginnings &= beginnings - 1;
            }
            next += written_at_once;
        }
    }
    return list_plain(bytes, first, count, listed, starts);
}

__attribute__((target("arch=x86-64-v4"))) static size_t list_v4(const uint8_t *bytes, size_t count, uint32_t *starts) {
    size_t listed = 0, first = 0;
    const __m512i last_continuation = _mm512_set1_epi8(-65);
    const __m512i numbers = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    for (; first + block <= count; first += block) {
        const __mmask64 beginnings =
            _mm512_cmpgt_epi8_mask(_mm512_loadu_si512(bytes + first), last_continuation);
        for (int part = 0; part < block; part += lanes) {
            const __mmask16 chosen = (__mmask16)(beginnings >> part);
            const __m512i offsets = _mm512_add_epi32(numbers, _mm512_set1_epi32((int)(first + (size_t)part)));
            // In bounds: as above.
            _mm512_storeu_si512(starts + listed, _mm512_maskz_compress_epi32(chosen, offsets));
            listed += (size_t)__builtin_popcount(chosen);
        }
    }
    return list_plain(bytes, first, count, listed, starts);
}
#endif

size_t leitong_utf8_list_starts_on(leitong_utf8_path path, const uint8_t *bytes, size_t count, uint32_t *starts) {
    switch (path) {
    case leitong_utf8_plain: return list_plain(bytes, 0, count, 0, starts);
#if defined(__x86_64__)
    case leitong_utf8_v3: return __builtin_cpu_supports("x86-64-v3") ? list_v3(bytes, count, starts) : SIZE_MAX;
    case leitong_utf8_v4: return __builtin_cpu_supports("x86-64-v4") ? list_v4(bytes, count, starts) : SIZE_MAX;
#endif
    default: return SIZE_MAX;
    }
}

size_t leitong_utf8_list_starts(const uint8_t *bytes, size_t count, uint32_t *starts) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("x86-64-v4")) return list_v4(bytes, count, starts);
    if (__builtin_cpu_supports("x86-64-v3")) return list_v3(bytes, count, starts);
#endif
    return list_plain(bytes, 0, count, 0, starts);
}
