#include "CMinHash.h"

#if defined(__x86_64__) && defined(__linux__)
#define LEITONG_X86_PATHS 1
#define LEITONG_CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define LEITONG_CLONES
#endif

enum { lanes_per_group = 64 };

// The minima of a group of 64 lanes stay in registers (8 x 8 lanes of AVX2) while all hashes stream past them; the loop
// over lanes has a fixed length so that the compiler unrolls it into vectors. Inlined into each function below, and
// compiled for the processor of each.
static inline __attribute__((always_inline)) void minhash(const uint64_t *hashes, size_t hash_count,
                                                          const uint32_t *multipliers, uint32_t *signature,
                                                          size_t lane_count) {
    for (size_t group = 0; group < lane_count; group += lanes_per_group) {
        uint32_t multiplier[lanes_per_group], minimum[lanes_per_group];
        for (int lane = 0; lane < lanes_per_group; lane++) {
            multiplier[lane] = multipliers[group + lane];
            minimum[lane] = UINT32_MAX;
        }
        for (size_t i = 0; i < hash_count; i++) {
            uint32_t hash = (uint32_t)(hashes[i] >> 32);
            for (int lane = 0; lane < lanes_per_group; lane++) {
                uint32_t value = multiplier[lane] * hash;
                minimum[lane] = value < minimum[lane] ? value : minimum[lane];
            }
        }
        for (int lane = 0; lane < lanes_per_group; lane++) {
            signature[group + lane] = minimum[lane];
        }
    }
}

LEITONG_CLONES
void leitong_minhash(const uint64_t *hashes, size_t hash_count, const uint32_t *multipliers, uint32_t *signature,
                     size_t lane_count) {
    minhash(hashes, hash_count, multipliers, signature, lane_count);
}

static void plain(const uint64_t *hashes, size_t hash_count, const uint32_t *multipliers, uint32_t *signature,
                  size_t lane_count) {
    minhash(hashes, hash_count, multipliers, signature, lane_count);
}

#if LEITONG_X86_PATHS
__attribute__((target("arch=x86-64-v3"))) static void v3(const uint64_t *hashes, size_t hash_count,
                                                         const uint32_t *multipliers, uint32_t *signature,
                                                         size_t lane_count) {
    minhash(hashes, hash_count, multipliers, signature, lane_count);
}

__attribute__((target("arch=x86-64-v4"))) static void v4(const uint64_t *hashes, size_t hash_count,
                                                         const uint32_t *multipliers, uint32_t *signature,
                                                         size_t lane_count) {
    minhash(hashes, hash_count, multipliers, signature, lane_count);
}
#endif

bool leitong_minhash_on(leitong_minhash_path path, const uint64_t *hashes, size_t hash_count,
                        const uint32_t *multipliers, uint32_t *signature, size_t lane_count) {
    switch (path) {
    case leitong_minhash_plain:
        plain(hashes, hash_count, multipliers, signature, lane_count);
        return true;
#if LEITONG_X86_PATHS
    case leitong_minhash_v3:
        if (!__builtin_cpu_supports("x86-64-v3")) return false;
        v3(hashes, hash_count, multipliers, signature, lane_count);
        return true;
    case leitong_minhash_v4:
        if (!__builtin_cpu_supports("x86-64-v4")) return false;
        v4(hashes, hash_count, multipliers, signature, lane_count);
        return true;
#endif
    default:
        return false;
    }
}
