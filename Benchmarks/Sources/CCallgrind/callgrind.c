#include "CCallgrind.h"

// Where valgrind is not installed nobody counts, and the package builds all the same.
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>

void leitong_count_begin(void) {
    CALLGRIND_START_INSTRUMENTATION;
    CALLGRIND_ZERO_STATS;
}

void leitong_count_end(const char *name) {
    CALLGRIND_DUMP_STATS_AT(name);
    CALLGRIND_STOP_INSTRUMENTATION;
}
#else
void leitong_count_begin(void) {}

void leitong_count_end(const char *name) { (void)name; }
#endif
