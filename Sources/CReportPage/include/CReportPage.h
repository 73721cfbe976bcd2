// The files of the HTML report, part of the program itself, so that an installed binary needs no file beside it.
#ifndef LEITONG_CREPORTPAGE_H
#define LEITONG_CREPORTPAGE_H

#include <stddef.h>
#include <stdint.h>

/// A file: its bytes are never changed, never freed.
typedef struct {
    const uint8_t *start;
    size_t count;
} leitong_page_bytes;

/// What the page is made of. The script's files are one after the other, in the order in which they are needed.
typedef enum {
    leitong_page_template,
    leitong_page_style,
    leitong_page_script,
    leitong_page_english,
    leitong_page_chinese,
} leitong_page_part;

/// Lends a file.
leitong_page_bytes leitong_page_file(leitong_page_part part);

#endif
