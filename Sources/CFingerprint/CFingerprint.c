#include "CFingerprint.h"
