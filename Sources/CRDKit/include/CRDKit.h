/// RDKit behind a small C interface.
///
/// Rules that hold for every function here:
/// - Handles are opaque; `..._new` creates them, and `..._delete` (which accepts NULL) frees them.
/// - No C++ exception leaves a function. On failure a function returns NULL or -1 and, if `error` is not NULL, stores
///   in `*error` a sentence that the caller frees with `crdkit_string_delete`. On success `*error` is unchanged.
/// - Strings that are returned are NUL-terminated UTF-8 and are freed with `crdkit_string_delete`.
/// - Any function may be called from several threads at once, even with the same pattern handle. A molecule handle must
///   be used by one thread at a time.
#ifndef CRDKit_h
#define CRDKit_h

#include <stddef.h>
#include <stdint.h>

#include "CRDKitEdits.h"

#ifdef __cplusplus
extern "C" {
#endif

/// A parsed and sanitised molecule, with implicit hydrogens where possible.
typedef struct crdkit_molecule crdkit_molecule;
/// Three-dimensional conformers of a molecule with all its hydrogens.
typedef struct crdkit_conformers crdkit_conformers;
/// A compiled SMARTS pattern.
typedef struct crdkit_pattern crdkit_pattern;
/// Compiled SMARTS patterns that are counted together.
typedef struct crdkit_fragments crdkit_fragments;

/// Frees a string that a function of this header returned. NULL is allowed.
void crdkit_string_delete(char *string);

/// RDKit's version, as "2022.09.3". Static; not to be freed.
const char *crdkit_version(void);

// MARK: Molecules

/// Parses and sanitises SMILES; atom-map numbers are removed. The atoms are numbered as in the text.
crdkit_molecule *crdkit_molecule_new(const char *smiles, char **error);
/// The same without conjugation, hybridisation and, if the SMILES writes none, stereochemistry: for Morgan environments,
/// MACCS keys and counts of fragments, which need none of these.
crdkit_molecule *crdkit_molecule_new_graph(const char *smiles, char **error);
/// Adds to a graph, read from this SMILES, what crdkit_molecule_new would have read besides. Returns 0, or -1 with an error.
int crdkit_molecule_complete(crdkit_molecule *molecule, const char *smiles, char **error);
/// Parses SMILES as crdkit_molecule_new_graph does, and writes it once as RDKit's canonical SMILES, which may change when it is read again:
/// it is known to be a fixed point only if it equals the text.
crdkit_molecule *crdkit_molecule_new_written(const char *smiles, char **written, char **error);
/// Parses SMILES and returns the graph as read back from its canonical SMILES, which is a fixed point: the canonical
/// SMILES of the returned molecule has this molecule's atom order and is itself.
crdkit_molecule *crdkit_molecule_new_canonical(const char *smiles, char **canonical, char **error);
void crdkit_molecule_delete(crdkit_molecule *molecule);

/// Isomeric SMILES that starts at heavy atom `atom`, the rest in canonical order.
char *crdkit_molecule_rooted_smiles(const crdkit_molecule *molecule, int atom, char **error);
/// Canonical SMILES of the ring systems and the chains between them (Bemis and Murcko, doi:10.1021/jm9602928), without
/// stereochemistry; "" without rings.
char *crdkit_molecule_frame(const crdkit_molecule *molecule, char **error);

/// Counts over the atoms, bonds and rings. Strings are freed by `crdkit_composition_clear`.
typedef struct {
  char *formula;            ///< Hill order, with the charge if any
  char *elements;           ///< symbols in alphabetical order, separated by one space, H included
  int charge;               ///< sum of formal charges, elementary charges
  int electrons;
  int radical_electrons;    ///< unpaired electrons of radical centres
  int f_electrons;          ///< electrons in the f shells of lanthanides and actinides
  char *paired_elements;    ///< of atoms whose two unshared electrons are treated as a pair; separated by one space
  char *open_shell_metals;  ///< of the d block, with one to nine d electrons; separated by one space
  int heavy_atoms;
  int atoms;                ///< hydrogens included
  int components;
  int rings;                ///< smallest set of smallest rings
  int largest_ring;         ///< atoms in the largest of them; 0 without rings
  int dummy_atoms;
  int isotope_labels;       ///< atoms with a stated mass number
  double molecular_weight;  ///< g/mol
} crdkit_composition;

/// Returns 0, or -1 with an error.
int crdkit_molecule_composition(const crdkit_molecule *molecule, crdkit_composition *composition, char **error);
void crdkit_composition_clear(crdkit_composition *composition);

/// Descriptors that need substructure matching.
typedef struct {
  double log_p;   ///< Crippen's octanol-water partition coefficient, log10
  double tpsa;    ///< topological polar surface area of N and O, square ångström
  int hydrogen_bond_donors;
  int hydrogen_bond_acceptors;
  int rotatable_bonds;
} crdkit_descriptors;

/// Returns 0, or -1 with an error.
int crdkit_molecule_descriptors(const crdkit_molecule *molecule, crdkit_descriptors *descriptors, char **error);

// MARK: Repeat units

/// What closes both ends of an oligomer.
typedef enum { CRDKIT_ENDS_HYDROGEN = 0, CRDKIT_ENDS_METHYL = 1 } crdkit_chain_ends;

/// The configurations of the centres of the backbone that a repeat unit leaves open.
typedef enum {
  CRDKIT_TACTICITY_OPEN = 0,  ///< they stay open
  CRDKIT_ISOTACTIC = 1,       ///< the same in all units
  CRDKIT_SYNDIOTACTIC = 2,    ///< alternating from unit to unit
  CRDKIT_ATACTIC = 3          ///< each drawn by the seed
} crdkit_tacticity;

/// 1 if a molecule is a repeat unit, which has two ends, each a plain `*` on a single bond; else 0.
int crdkit_molecule_has_two_ends(const crdkit_molecule *molecule);

/// A SMILES, not canonical, of a chain of `units` repeat units with both ends closed. The configuration of a centre is that of
/// the neighbour before it, the one after it, and the others by their rank, as in a Fischer projection of the chain. Centres
/// in rings keep what the unit states.
char *crdkit_molecule_oligomer(
  const crdkit_molecule *molecule, int units, crdkit_chain_ends ends, crdkit_tacticity tacticity, uint64_t seed,
  char **error);

/// The polymerisations up to CRDKIT_COUPLING by which a repeat unit can be made, a bit each; −1 with an error. They follow from
/// rules of thumb on the backbone; side chains are not looked at.
int crdkit_molecule_polymerisations(const crdkit_molecule *unit, char **error);

// MARK: Fingerprints

/// Counts of features in a molecule: identifiers in ascending order, and a positive count for each. Freed by
/// `crdkit_counts_clear`, which also accepts a zeroed struct.
typedef struct {
  uint64_t *identifiers;
  uint32_t *counts;
  size_t entries;
} crdkit_counts;

void crdkit_counts_clear(crdkit_counts *counts);

/// Atoms with their environment within a radius, pairs of atoms with their distance, and chains of four atoms.
typedef enum { CRDKIT_MORGAN = 0, CRDKIT_ATOM_PAIRS = 1, CRDKIT_TOPOLOGICAL_TORSIONS = 2 } crdkit_environments;

/// Counts the environments of a kind. Only the first kind uses `radius`. With a positive `size` the identifiers are
/// folded to 0..<size; with 0 they are hashes of up to 64 bits. Returns 0, or -1 with an error.
int crdkit_molecule_environments(
  const crdkit_molecule *molecule, crdkit_environments kind, unsigned int radius, size_t size, crdkit_counts *counts,
  char **error);

/// The numbers, from 1 to 166, of the MACCS keys that a molecule has. Returns 0, or -1 with an error.
int crdkit_molecule_maccs(const crdkit_molecule *molecule, crdkit_counts *counts, char **error);
/// The same by RDKit's own search, which takes ten times as long: for comparison in tests.
int crdkit_molecule_maccs_by_rdkit(const crdkit_molecule *molecule, crdkit_counts *counts, char **error);

// MARK: Physical descriptors

/// The number of physical descriptors.
int crdkit_physical_count(void);
/// The name of a descriptor, as in RDKit for Python, such as "MolWt". Static.
const char *crdkit_physical_name(int index);
/// The unit of a descriptor, such as "g/mol"; "" if it has none. Static.
const char *crdkit_physical_unit(int index);
/// All descriptors of a molecule, each finite. `values` has `crdkit_physical_count()` elements. Returns 0, or -1 with
/// an error.
int crdkit_molecule_physical(const crdkit_molecule *molecule, double *values, char **error);

// MARK: What filters measure

/// Quantities that are computed one at a time, in RDKit's definitions; the cheapest first.
typedef enum {
  CRDKIT_AROMATIC_RINGS = 0,
  CRDKIT_FRACTION_SP3,
  CRDKIT_STEREOCENTRES,              ///< tetrahedral, stated or not
  CRDKIT_UNSPECIFIED_STEREOCENTRES,  ///< tetrahedral and not stated
  CRDKIT_UNSPECIFIED_DOUBLE_BONDS,   ///< E or Z, and not stated
  CRDKIT_DONORS,
  CRDKIT_ACCEPTORS,
  CRDKIT_ROTATABLE_BONDS,
  CRDKIT_POLAR_SURFACE_AREA,         ///< square ångström
  CRDKIT_LOG_P
} crdkit_quantity;

/// Returns 0, or -1 with an error.
int crdkit_molecule_quantity(
  const crdkit_molecule *molecule, crdkit_quantity quantity, double *value, char **error);
/// The sizes of the smallest set of smallest rings, with the number of rings of each. Returns 0, or -1 with an error.
int crdkit_molecule_ring_sizes(const crdkit_molecule *molecule, crdkit_counts *counts, char **error);

/// The contributions of fragments to the score of synthetic accessibility.
typedef struct crdkit_accessibility crdkit_accessibility;

/// Reads the file `fpscores.pkl.gz` of RDKit's contributors; NULL with an error. A handle may be used by several threads.
crdkit_accessibility *crdkit_accessibility_new(const char *path, char **error);
void crdkit_accessibility_delete(crdkit_accessibility *accessibility);
/// The number of fragments with a contribution.
size_t crdkit_accessibility_count(const crdkit_accessibility *accessibility);
/// The score, from 1, easy to make, to 10. Returns 0, or -1 with an error.
int crdkit_accessibility_score(
  const crdkit_accessibility *accessibility, const crdkit_molecule *molecule, double *score, char **error);

// MARK: Conformers

/// Embeds about `count` conformers (in one thread) and relaxes each with MMFF94, with UFF if MMFF94 has no parameters,
/// or not at all if UFF has none either. The ladder of methods is ETKDGv3, ETDG, KDG and plain distance geometry, the
/// first and the last also from random coordinates; atoms that are not tetrahedral get the ideal arrangements of their
/// ligands.
///
/// Carbon and N+ with two neighbours and unshared electrons, as in carbenes and acyl radicals, are bent outside rings,
/// and UFF relaxes such molecules: RDKit and MMFF94 treat these atoms as linear.
///
/// Each has every double bond and centre that the molecule states. If it leaves some open, the conformers are shared
/// among the stereoisomers, which are distinct up to mirror images and at most 8 or `count`; each has at least one.
/// With `one_isomer` only the isomer of lowest force-field energy is made. While there are too few conformers of an
/// isomer, more are embedded, up to four times as many. They are sorted by energy, likelier arrangements first;
/// conformers of equal energy (mirror images, repetitions) are returned once.
///
/// `should_stop` may be NULL; it is called in this thread before each attempt. `stopped` becomes 1 if the time limit of
/// 300 s was reached, 2 if `should_stop` did not return 0, and 0 otherwise.
crdkit_conformers *crdkit_conformers_new(
  const crdkit_molecule *molecule, int count, int32_t seed, int one_isomer, int (*should_stop)(void), int *stopped,
  char **error);
void crdkit_conformers_delete(crdkit_conformers *conformers);
int crdkit_conformers_count(const crdkit_conformers *conformers);
int crdkit_conformers_atoms(const crdkit_conformers *conformers);
int crdkit_conformers_bonds(const crdkit_conformers *conformers);
/// "MMFF94" or "UFF", or NULL if neither has parameters. Static.
const char *crdkit_conformers_force_field(const crdkit_conformers *conformers);
/// The number of stereoisomers that were made; `are_more` becomes 1 if there are more.
int crdkit_conformers_isomers(const crdkit_conformers *conformers, int *are_more);
/// The method that embedded a conformer, such as "ETKDGv3". Static.
const char *crdkit_conformers_step(const crdkit_conformers *conformers, int conformer);
/// The arrangement of ligands in the starting structure, such as "T at I2 (Cl1 opposite Cl3)"; "" if there is none.
/// Lives as long as the handle.
const char *crdkit_conformers_shape(const crdkit_conformers *conformers, int conformer);
/// The element symbol of an atom. Lives as long as the handle.
const char *crdkit_conformers_element(const crdkit_conformers *conformers, int atom);
/// The two atoms and the order (1, 1.5, 2, 3) of a bond.
void crdkit_conformers_bond(const crdkit_conformers *conformers, int bond, int *first, int *second, double *order);
/// x, y, z per atom in ångström, written to `coordinates`, which has three elements per atom.
void crdkit_conformers_coordinates(const crdkit_conformers *conformers, int conformer, double *coordinates);

// MARK: Stereochemistry

/// The canonical isomeric SMILES with the stereochemistry of `coordinates` (x, y, z per atom in ångström, in the order
/// of the conformers), whatever the molecule states.
char *crdkit_molecule_stereoisomer(
  const crdkit_molecule *molecule, const double *coordinates, size_t coordinate_count, char **error);

/// 1 if the coordinates have every centre and double bond that the molecule states, 0 if not, -1 with an error.
int crdkit_molecule_has_stated_stereochemistry(
  const crdkit_molecule *molecule, const double *coordinates, size_t coordinate_count, char **error);
/// The numbers of tetrahedral centres and double bonds that the molecule leaves open. Returns 0, or -1 with an error.
int crdkit_molecule_open_stereochemistry(
  const crdkit_molecule *molecule, int *centres, int *double_bonds, char **error);

/// 1 if the SMILES states E for a double bond in a ring of seven atoms or fewer, which RDKit drops; 0 if not, -1 with an error.
int crdkit_smiles_has_dropped_e(const char *smiles, char **error);

// MARK: Substructures

/// Compiles SMARTS.
crdkit_pattern *crdkit_pattern_new(const char *smarts, char **error);
void crdkit_pattern_delete(crdkit_pattern *pattern);
/// 1 if the pattern occurs in the molecule, 0 if not, -1 with an error.
int crdkit_pattern_matches(const crdkit_pattern *pattern, const crdkit_molecule *molecule, char **error);

/// Creates an empty set of patterns.
crdkit_fragments *crdkit_fragments_new(char **error);
void crdkit_fragments_delete(crdkit_fragments *fragments);
/// Adds a pattern of one component, without chirality; not while others use the handle. Returns 0, or -1 with an error.
int crdkit_fragments_add(crdkit_fragments *fragments, const char *smarts, char **error);
/// The number of occurrences of each pattern, in the order of their addition; matches of the same atoms count once.
/// `counts` has one element per pattern. Returns 0, or -1 with an error.
int crdkit_fragments_count(
  const crdkit_fragments *fragments, const crdkit_molecule *molecule, uint32_t *counts, char **error);

/// A substructure that must be present, with the positions where it may be substituted.
typedef struct crdkit_scaffold crdkit_scaffold;

/// Reads SMILES, or otherwise SMARTS. A `*` with one bond marks a position for one substituent or hydrogen; if there is
/// any mark, all other atoms carry no more than is written. NULL with an error.
crdkit_scaffold *crdkit_scaffold_new(const char *text, char **error);
void crdkit_scaffold_delete(crdkit_scaffold *scaffold);
/// 1 if the molecule has the scaffold, substituted only at allowed positions; 0 if not; -1 with an error.
int crdkit_scaffold_matches(const crdkit_scaffold *scaffold, const crdkit_molecule *molecule, char **error);

/// RDKit's filter catalogues.
typedef enum {
  CRDKIT_PAINS = 0,
  CRDKIT_PAINS_A,
  CRDKIT_PAINS_B,
  CRDKIT_PAINS_C,
  CRDKIT_BRENK,
  CRDKIT_NIH,
  CRDKIT_ZINC
} crdkit_catalogue;

/// 1 if an entry of the catalogue matches, with the name of the first one; 0 if none; -1 with an error.
int crdkit_catalogue_first_match(
  crdkit_catalogue catalogue, const crdkit_molecule *molecule, char **name, char **error);

// MARK: Drawings and mol blocks

/// A drawing of the molecule without a caption, as an SVG document of `width` x `height` pixels.
char *crdkit_molecule_svg(const crdkit_molecule *molecule, int width, int height, char **error);

/// A V2000 mol block of all atoms at `coordinates` (x, y, z per atom in ångström), in the order of the conformers.
char *crdkit_molecule_mol_block(
  const crdkit_molecule *molecule, const double *coordinates, size_t coordinate_count, char **error);
/// A V2000 mol block of the heavy atoms in a two-dimensional depiction.
char *crdkit_molecule_depiction_mol_block(const crdkit_molecule *molecule, char **error);
/// SMILES of a V2000 or V3000 mol block, with the stereochemistry of its wedges or coordinates.
char *crdkit_mol_block_smiles(const char *block, int most_heavy_atoms, char **error);
/// The element symbols of all atoms in the order of the conformers, separated by one space.
char *crdkit_molecule_atom_symbols(const crdkit_molecule *molecule, char **error);

#ifdef __cplusplus
}
#endif

#endif
