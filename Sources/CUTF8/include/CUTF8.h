// Whether bytes are UTF-8: the one loop of reading that is much faster with wide vectors.
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

#endif
