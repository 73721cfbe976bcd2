#include "CBackground.h"

// #embed is C23; clang has it in every mode and warns of it.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Aligned so that a line of the model is a line of the processor's cache.
_Alignas(64) static const uint8_t model[] = {
#embed "official-prose.bin"
};

const uint8_t *leitong_background_bytes(void) { return model; }

size_t leitong_background_size(void) { return sizeof model; }
