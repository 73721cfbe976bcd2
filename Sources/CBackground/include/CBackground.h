// The background model that is shipped: the bytes of official-prose.bin, part of the program itself, so that an
// installed binary needs no file beside it.
#ifndef LEITONG_CBACKGROUND_H
#define LEITONG_CBACKGROUND_H

#include <stddef.h>
#include <stdint.h>

/// The bytes of the model.
const uint8_t *leitong_background_bytes(void);

/// How many they are.
size_t leitong_background_size(void);

#endif
