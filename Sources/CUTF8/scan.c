#include "CUTF8.h"

#include <string.h>

#if defined(__x86_64__) && defined(__linux__)
#define LEITONG_CLONES __attribute__((target_clones("default", "arch=x86-64-v3")))
#else
#define LEITONG_CLONES
#endif
#define INLINE static inline __attribute__((always_inline))

enum { block_size = 32 };

// Clang's vectors: in the registers that a processor has, with the same results on all.
typedef uint8_t block __attribute__((ext_vector_type(block_size)));
typedef bool flags __attribute__((ext_vector_type(block_size)));

// Bit i is the flag of byte i.
INLINE uint32_t bits_of(flags flags) {
    uint32_t bits;
    memcpy(&bits, &flags, sizeof bits);
    return bits;
}

INLINE uint32_t ends_of_plain_text(const uint8_t *bytes) {
    block text;
    memcpy(&text, bytes, block_size);
    return bits_of(__builtin_convertvector((text < 0x20) | (text == '"') | (text == '\\'), flags));
}

INLINE uint32_t continuations(const uint8_t *bytes) {
    block text;
    memcpy(&text, bytes, block_size);
    return bits_of(__builtin_convertvector((text & 0xC0) == 0x80, flags));
}

// What is left behind the last whole block is looked at in the block that ends with it, where there is one: of that the
// first bytes were looked at before.

LEITONG_CLONES
size_t leitong_json_plain_count(const uint8_t *bytes, size_t count) {
    size_t start = 0;
    for (; count - start >= block_size; start += block_size) {
        const uint32_t ends = ends_of_plain_text(bytes + start);
        if (ends != 0) return start + (size_t)__builtin_ctz(ends);
    }
    if (start > 0 && start < count) {
        const size_t last = count - block_size;
        const uint32_t ends = ends_of_plain_text(bytes + last);
        return ends == 0 ? count : last + (size_t)__builtin_ctz(ends);
    }
    while (start < count && bytes[start] >= 0x20 && bytes[start] != '"' && bytes[start] != '\\') start++;
    return start;
}

LEITONG_CLONES
size_t leitong_utf8_continuation_count(const uint8_t *bytes, size_t count) {
    size_t found = 0, start = 0;
    for (; count - start >= block_size; start += block_size) {
        found += (size_t)__builtin_popcount(continuations(bytes + start));
    }
    if (start > 0 && start < count) {
        const uint32_t last = continuations(bytes + count - block_size);
        return found + (size_t)__builtin_popcount(last >> (start + block_size - count));
    }
    for (; start < count; start++) found += (bytes[start] & 0xC0) == 0x80;
    return found;
}
