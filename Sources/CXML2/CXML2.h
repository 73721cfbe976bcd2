// A libxml2 built with ICU shows ICU's types, which Foundation has too. They are only in the structure of
// encoding handlers, which we never touch.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
