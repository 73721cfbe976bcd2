// Asking memory for a line before it is needed: what Swift has no word for.
#ifndef LEITONG_CPREFETCH_H
#define LEITONG_CPREFETCH_H

/// Asks for the line of memory that an address lies in; a hint, whatever the address.
static inline void leitong_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
