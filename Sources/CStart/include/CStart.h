// The program's start, before anything else. There is nothing to call: see CStart.c.
#pragma once
