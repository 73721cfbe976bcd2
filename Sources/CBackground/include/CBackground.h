// The background model that is shipped: the bytes of official-prose.bin, part of the program itself, so that an
// installed binary needs no file beside it; and what looking it up needs of the processor.
#ifndef LEITONG_CBACKGROUND_H
#define LEITONG_CBACKGROUND_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// The bytes of the model: never changed, never freed.
const uint8_t *leitong_background_bytes(void);

/// How many they are.
size_t leitong_background_size(void);

/// The place of a tag among the first 15 of 16 tags, or -1; `tags` is 32 bytes.
///
/// C because the SIMD types of Swift 6.3 take some hundred instructions for it.
static inline int leitong_background_place(const void *tags, uint16_t tag) {
#if defined(__SSE2__)
    const __m128i wanted = _mm_set1_epi16((short)tag);
    const __m128i low = _mm_loadu_si128((const __m128i *)tags);
    const __m128i high = _mm_loadu_si128((const __m128i *)tags + 1);
    const __m128i found = _mm_packs_epi16(_mm_cmpeq_epi16(low, wanted), _mm_cmpeq_epi16(high, wanted));
    const unsigned mask = (unsigned)_mm_movemask_epi8(found) & 0x7FFFu;
    return mask ? __builtin_ctz(mask) : -1;
#else
    uint16_t line[16];
    memcpy(line, tags, sizeof line);
    unsigned mask = 0;
    for (int place = 0; place < 15; place++) mask |= (unsigned)(line[place] == tag) << place;
    return mask ? __builtin_ctz(mask) : -1;
#endif
}

#endif
