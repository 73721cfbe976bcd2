// Marks for callgrind: what runs between them is counted by itself.
#ifndef LEITONG_CCALLGRIND_H
#define LEITONG_CCALLGRIND_H

/// Starts to count, from nothing. Does nothing outside of callgrind.
void leitong_count_begin(void);

/// Writes what was counted to a file of its own, under a name, and stops.
void leitong_count_end(const char *name);

#endif
