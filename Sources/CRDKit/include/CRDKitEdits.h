/// Edits of molecular graphs, for a search among molecules. The rules of CRDKit.h hold here too.
///
/// Every edit is drawn from a seed: the same text and seed give the same result on any machine. A return value of 1
/// stores in `*result` the SMILES of a sanitised molecule, usually its canonical one; 0 means that this draw gives none (no part of
/// the molecule allows the edit, or the valences or rings would be impossible) or that the text is invalid.
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
  CRDKIT_EDIT_APPEND = 1,     ///< a hydrogen is replaced by an atom
  CRDKIT_EDIT_INSERT = 2,     ///< an atom is inserted into a single bond
  CRDKIT_EDIT_DELETE = 3,     ///< an atom is removed, and its two neighbours are joined
  CRDKIT_EDIT_BOND = 4,       ///< the order of a bond changes
  CRDKIT_EDIT_RING_CLOSE = 5, ///< two atoms of a chain are joined
  CRDKIT_EDIT_RING_OPEN = 6,  ///< a bond of a ring is cut
  CRDKIT_EDIT_AROMATIZE = 7,  ///< a ring of five or six atoms gets alternating double bonds
  CRDKIT_EDIT_FUSE = 8,       ///< a benzene ring is fused to a bond of a ring
  CRDKIT_EDIT_MOVE = 9        ///< a substituent is moved to another atom
} crdkit_edit;

/// Fragments or whole molecules that can be joined to others. Made by one thread, then read by any number.
typedef struct crdkit_stock crdkit_stock;

/// `elements`: the symbols of new atoms, separated by spaces; a symbol listed twice is twice as likely.
int crdkit_edit_smiles(
  const char *smiles, crdkit_edit edit, const char *elements, uint64_t seed, char **result, char **error);

/// Cuts a single bond outside rings in each of two molecules, or two bonds of a ring in each, and joins a part of one
/// molecule to a part of the other.
int crdkit_crossover_smiles(const char *first, const char *second, uint64_t seed, char **result, char **error);

/// The BRICS fragments of a molecule (doi:10.1002/cmdc.200800178), separated by newlines, with `[n*]` for the cut bonds
/// of environment n; "" if it has no such bond.
char *crdkit_brics_pieces(const char *smiles, char **error);

/// Creates an empty stock.
crdkit_stock *crdkit_stock_new(char **error);
void crdkit_stock_delete(crdkit_stock *stock);
/// Adds a molecule or a fragment. Returns 0, or -1 with an error.
int crdkit_stock_add(crdkit_stock *stock, const char *smiles, char **error);

/// Removes the substituent on a BRICS bond of a molecule, and attaches a fragment of the stock with a matching
/// environment there.
int crdkit_exchange_piece(
  const char *smiles, const crdkit_stock *pieces, uint64_t seed, char **result, char **error);

/// Joins a molecule to one of the stock by a reaction for which both have the groups.
int crdkit_react(const char *smiles, const crdkit_stock *partners, uint64_t seed, char **result, char **error);

// MARK: Polymerisations

/// How a polymer is made. The last two are halves of a condensation of two monomers.
typedef enum {
  CRDKIT_VINYL = 0,         ///< the double bond of CH2=CHR opens
  CRDKIT_DIENE = 1,         ///< 1,4-addition of a 1,3-diene
  CRDKIT_ALKYNE = 2,        ///< the triple bond of HC≡CR opens
  CRDKIT_RING_OPENING = 3,  ///< of a cyclic ether, ester, amide, carbonate or siloxane
  CRDKIT_METATHESIS = 4,    ///< ring-opening metathesis of a cycloalkene
  CRDKIT_CONDENSATION = 5,  ///< esters, amides, imides, urethanes, aryl ethers
  CRDKIT_COUPLING = 6,      ///< of arenes with each other, with alkenes, alkynes or amines
  CRDKIT_DIACID = 7,        ///< of a monomer with two acid groups
  CRDKIT_DIOL = 8           ///< of a monomer with two alcohol or two amine groups
} crdkit_polymerisation;

/// The repeat units that a monomer gives, separated by newlines, not canonical; "" if it has no such group.
char *crdkit_monomer_units(const char *smiles, crdkit_polymerisation polymerisation, char **error);

/// A SMILES, not canonical, of the repeat unit of two units in turn.
char *crdkit_joined_units(const char *first, const char *second, char **error);

#ifdef __cplusplus
}
#endif

#endif
