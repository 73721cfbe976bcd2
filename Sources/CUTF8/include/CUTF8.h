// The loops of reading that are much faster with wide vectors.
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

/// Number of bytes of the form 10xxxxxx, which continue a scalar.
size_t leitong_utf8_continuation_count(const uint8_t *bytes, size_t count);

/// Number of bytes before the first that is more than text inside a JSON string: a quote, a backslash, or a control
/// character (below 0x20); `count` where there is none.
size_t leitong_json_plain_count(const uint8_t *bytes, size_t count);

#endif
