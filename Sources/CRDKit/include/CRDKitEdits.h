/// Edits of molecular graphs, for a search among molecules. The rules of CRDKit.h hold here too.
///
/// Every edit is drawn by a seed: the same text and seed give the same answer, on any machine. An answer of 1 stores in
/// `*result` the SMILES of a sanitised molecule, not canonical; 0 says that this draw gives none (nothing in the molecule
/// can be edited so, or the valences or the rings would be impossible). What cannot be read gives 0 too.
#ifndef CRDKitEdits_h
#define CRDKitEdits_h

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The edits of one molecule.
typedef enum {
  CRDKIT_EDIT_ELEMENT = 0,    ///< an atom becomes one of another element
  CRDKIT_EDIT_APPEND = 1,     ///< an atom takes the place of a hydrogen
  CRDKIT_EDIT_INSERT = 2,     ///< an atom is put into a single bond
  CRDKIT_EDIT_DELETE = 3,     ///< an atom is taken out, and its two neighbours joined
  CRDKIT_EDIT_BOND = 4,       ///< the order of a bond changes
  CRDKIT_EDIT_RING_CLOSE = 5, ///< two atoms of a chain are joined
  CRDKIT_EDIT_RING_OPEN = 6,  ///< a bond of a ring is cut
  CRDKIT_EDIT_AROMATIZE = 7,  ///< a ring of five or six gets alternating double bonds
  CRDKIT_EDIT_FUSE = 8,       ///< a benzene ring is fused to a bond of a ring
  CRDKIT_EDIT_MOVE = 9        ///< a substituent goes to another atom
} crdkit_edit;

/// Molecules in pieces, or whole, to be joined with others. Made by one thread, then read by any number.
typedef struct crdkit_stock crdkit_stock;

/// `elements`: the symbols that new atoms may have, separated by spaces; one that stands there twice is twice as likely.
int crdkit_edit_smiles(
  const char *smiles, crdkit_edit edit, const char *elements, uint64_t seed, char **result, char **error);

/// Cuts a single bond outside rings in each of two molecules, or two bonds of a ring in each, and joins a part of the one with
/// a part of the other.
int crdkit_crossover_smiles(const char *first, const char *second, uint64_t seed, char **result, char **error);

/// The BRICS pieces of a molecule (doi:10.1002/cmdc.200800178), separated by newlines, with `[n*]` for the cut bonds of
/// environment n; "" of a molecule that has no such bond.
char *crdkit_brics_pieces(const char *smiles, char **error);

/// No molecules yet.
crdkit_stock *crdkit_stock_new(char **error);
void crdkit_stock_delete(crdkit_stock *stock);
/// Adds a molecule or a piece. Returns 0, or -1 with an error.
int crdkit_stock_add(crdkit_stock *stock, const char *smiles, char **error);

/// Takes off what hangs on a BRICS bond of a molecule, and puts a piece of the stock of a fitting environment there.
int crdkit_exchange_piece(
  const char *smiles, const crdkit_stock *pieces, uint64_t seed, char **result, char **error);

/// How many reactions there are, and their names. Static.
int crdkit_reaction_count(void);
const char *crdkit_reaction_name(int index);

/// Joins a molecule with one of the stock by one of the reactions that both have the groups for.
int crdkit_react(const char *smiles, const crdkit_stock *partners, uint64_t seed, char **result, char **error);

#ifdef __cplusplus
}
#endif

#endif
