#include "CReportPage.h"

// #embed is C23; clang has it in every mode and warns of it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t page_template[] = {
#embed "page.mustache"
};
static const uint8_t style[] = {
#embed "style/page.css"
#embed "style/print.css" prefix(,)
};
static const uint8_t script[] = {
#embed "script/words.js"
#embed "script/model.js" prefix(,)
#embed "script/totals.js" prefix(,)
#embed "script/drawing.js" prefix(,)
#embed "script/overview.js" prefix(,)
#embed "script/documents.js" prefix(,)
#embed "script/promise.js" prefix(,)
#embed "script/matrix.js" prefix(,)
#embed "script/text.js" prefix(,)
#embed "script/sections.js" prefix(,)
#embed "script/document.js" prefix(,)
#embed "script/print.js" prefix(,)
#embed "script/ribbons.js" prefix(,)
#embed "script/pair.js" prefix(,)
#embed "script/cluster.js" prefix(,)
#embed "script/page.js" prefix(,)
};
static const uint8_t english[] = {
#embed "words/en.json"
};
static const uint8_t chinese[] = {
#embed "words/zh-Hans.json"
};

leitong_page_bytes leitong_page_file(leitong_page_part part) {
    switch (part) {
    case leitong_page_template: return (leitong_page_bytes){page_template, sizeof page_template};
    case leitong_page_style: return (leitong_page_bytes){style, sizeof style};
    case leitong_page_script: return (leitong_page_bytes){script, sizeof script};
    case leitong_page_english: return (leitong_page_bytes){english, sizeof english};
    case leitong_page_chinese: return (leitong_page_bytes){chinese, sizeof chinese};
    }
    return (leitong_page_bytes){0, 0};
}
