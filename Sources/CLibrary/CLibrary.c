#include "CLibrary.h"

const unsigned char cohobate_library[] = {
#embed "models.bin"
};

const unsigned long cohobate_library_size = sizeof cohobate_library;
