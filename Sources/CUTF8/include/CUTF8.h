// The loops over UTF-8 that are much faster with wide vectors: whether bytes are, where scalars begin, where JSON strings end.
#ifndef LEITONG_CUTF8_H
#define LEITONG_CUTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has what `leitong_utf8_is_valid` needs.
bool leitong_utf8_has_vectors(void);

/// Whether all bytes are UTF-8 (no surrogates, no overlong forms, nothing above U+10FFFF).
///
/// Only where `leitong_utf8_has_vectors()`; elsewhere it says false.
bool leitong_utf8_is_valid(const uint8_t *bytes, size_t count);

/// Writes where each scalar begins, and returns how many there are.
///
/// The bytes are valid UTF-8, fewer than 2^32; `starts` has room for `count` entries. The result is the same on every
/// processor.
size_t leitong_utf8_list_starts(const uint8_t *bytes, size_t count, uint32_t *starts);

/// The ways the listing was written: for any processor, with AVX2, with AVX-512.
typedef enum { leitong_utf8_plain, leitong_utf8_v3, leitong_utf8_v4 } leitong_utf8_path;

/// The same on one path, for tests: SIZE_MAX, and nothing done, where this processor does not have it.
size_t leitong_utf8_list_starts_on(leitong_utf8_path path, const uint8_t *bytes, size_t count, uint32_t *starts);

/// Number of bytes of the form 10xxxxxx, which continue a scalar.
size_t leitong_utf8_continuation_count(const uint8_t *bytes, size_t count);

/// Number of bytes before the first that is more than text inside a JSON string: a quote, a backslash, or a control
/// character (below 0x20); `count` where there is none.
size_t leitong_json_plain_count(const uint8_t *bytes, size_t count);

#endif
