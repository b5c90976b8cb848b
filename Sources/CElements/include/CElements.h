/// The tables of elements, as the program carries them: the bytes of elements.csv and oxidation-states.csv.
#ifndef CElements_h
#define CElements_h

/// A line of titles and a line of 58 numbers for each element from hydrogen to plutonium. Not NUL-terminated.
extern const unsigned char cohobate_elements[];
/// The first of these bytes, for Swift, which sees no array without a length.
static inline const unsigned char *cohobate_elements_start(void) { return cohobate_elements; }
/// The number of bytes.
extern const unsigned long cohobate_elements_size;

/// A line of titles and for each element a line of its symbol and its oxidation states. Not NUL-terminated.
extern const unsigned char cohobate_oxidation_states[];
/// The first of these bytes.
static inline const unsigned char *cohobate_oxidation_states_start(void) { return cohobate_oxidation_states; }
/// The number of bytes.
extern const unsigned long cohobate_oxidation_states_size;

#endif
