#ifndef DUBAN_CEXPAT_H
#define DUBAN_CEXPAT_H

// expat as it is: Swift can call all of it that we use.
#include <expat.h>

#endif
