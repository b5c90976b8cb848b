// The program's start, before anything else: see CStart.c.
#pragma once

/// How many words the command line has, the program's name included.
int cohobate_argument_count(void);

/// A word of the command line, from 0, the program's name; NULL where there is none.
const char *_Nullable cohobate_argument(int index);
