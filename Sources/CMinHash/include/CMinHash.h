// MinHash signatures: the one loop of Leitong that needs wider vectors than the baseline of x86-64 has.
#ifndef LEITONG_CMINHASH_H
#define LEITONG_CMINHASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// For every lane j in 0..<lane_count: signature[j] = min over i of multipliers[j] * (hashes[i] >> 32) (mod 2^32).
///
/// `lane_count` is a multiple of 64. With no hashes every value is UINT32_MAX. Chooses AVX2 or AVX-512 at run time where
/// the processor has it; the result is the same on every path.
void leitong_minhash(const uint64_t *hashes, size_t hash_count, const uint32_t *multipliers, uint32_t *signature,
                     size_t lane_count);

/// The ways the loop was compiled: for any processor, with AVX2, with AVX-512.
typedef enum { leitong_minhash_plain, leitong_minhash_v3, leitong_minhash_v4 } leitong_minhash_path;

/// The same on one path, for tests: `false`, and nothing done, where this processor or system does not have it.
bool leitong_minhash_on(leitong_minhash_path path, const uint64_t *hashes, size_t hash_count,
                        const uint32_t *multipliers, uint32_t *signature, size_t lane_count);

#endif
