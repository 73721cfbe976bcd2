// iconv is part of the C library on Linux.
#include <iconv.h>
