#include "COpenBLAS.h"

void openblas_set_num_threads(int threads);

// One thread, set as the program starts: a sum's order, and so its last bits, must not depend on how many threads there
// are, and the cores belong to the calculations.
__attribute__((constructor)) static void use_one_thread(void) { openblas_set_num_threads(1); }
