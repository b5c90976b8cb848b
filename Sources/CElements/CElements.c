#include "CElements.h"

const unsigned char cohobate_elements[] = {
#embed "elements.csv"
};

const unsigned long cohobate_elements_size = sizeof cohobate_elements;

const unsigned char cohobate_oxidation_states[] = {
#embed "oxidation-states.csv"
};

const unsigned long cohobate_oxidation_states_size = sizeof cohobate_oxidation_states;
