#include "CCorpus.h"
