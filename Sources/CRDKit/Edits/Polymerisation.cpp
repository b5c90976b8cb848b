// How monomers become repeat units, and by which polymerisations a repeat unit can be made.
#include "../RepeatUnit.hpp"
#include "Editing.hpp"

#include <GraphMol/MolOps.h>
#include <GraphMol/RingInfo.h>
#include <GraphMol/SmilesParse/SmilesParse.h>
#include <GraphMol/Substruct/SubstructMatch.h>

#include <algorithm>
#include <mutex>
#include <set>

using RDKit::Atom;
using RDKit::Bond;
using RDKit::ROMol;
using RDKit::RWMol;

namespace {

/// A group of a monomer: the atoms mapped 1 and 2 become the ends of the unit, 3 and 4 are between them, and 5 and 6
/// leave, with what is attached to them alone.
struct Group {
  crdkit_polymerisation polymerisation;
  std::unique_ptr<ROMol> pattern;
  /// The change of the order of the bond between 1 and 2, of those between the ends and 3 and 4, and of the bond between 3 and 4.
  int joint, sides, middle;
};

const std::vector<Group> &groups() {
  static std::vector<Group> all;
  static std::once_flag once;
  std::call_once(once, [] {
    const auto add = [](crdkit_polymerisation kind, const char *smarts, int joint = 0, int sides = 0, int middle = 0) {
      std::unique_ptr<ROMol> pattern(RDKit::SmartsToMol(smarts));
      if (!pattern) throw std::logic_error(std::string("not valid SMARTS: ") + smarts);
      all.push_back({kind, std::move(pattern), joint, sides, middle});
    };
    add(CRDKIT_VINYL, "[$([CH2]),$(C(F)F):1]=[CX3;!$(C[CX3]=[CX3;H2,H1]):2]", -1);
    add(CRDKIT_DIENE, "[CH2:1]=[CX3:3]-[CX3:4]=[CH2:2]", 0, -1, 1);
    add(CRDKIT_ALKYNE, "[CX2H1:1]#[CX2:2]", -1);
    // Rings that are strained, or whose polymers are known: oxiranes to oxolanes, lactones, lactams, cycloalkenes.
    add(CRDKIT_RING_OPENING, "[OX2,SX2;r3,r4;R1:1]@[CX4:2]", -1);
    add(CRDKIT_RING_OPENING, "[OX2;r5;R1:1]1@[CX4:2]@[CX4]@[CX4]@[CX4]1", -1);
    add(CRDKIT_RING_OPENING, "[OX2;r4,r6,r7,r8;R1:1]@[CX3:2](=O)@[CX4]", -1);
    add(CRDKIT_RING_OPENING, "[NX3;H1;r4,r5,r6,r7,r8;R1:1]@[CX3:2](=O)@[CX4]", -1);
    add(CRDKIT_METATHESIS, "[CX3;r4,r5,r7,r8]=@[CX3:1]@-[CX4:2]", -1);
    add(CRDKIT_CONDENSATION, "[OX2H1;!$(OC=O):1].[CX3:2](=O)[OX2H1:5]");
    add(CRDKIT_CONDENSATION, "[NX3;H2,H1;!$(NC=O);!$(NS=O):1].[CX3:2](=O)[OX2H1:5]");
    add(CRDKIT_COUPLING, "[cH1:1]1[c,n][c,n][cH1:2][s,o,$([nH]),$(n[CX4])]1");
    add(CRDKIT_COUPLING, "[cH1:1]1[c,n][c,n][cH1:2][c,n][c,n]1");
    // The halves of units from two monomers: acids, and alcohols or amines.
    add(CRDKIT_DIACID, "[OX2H1:5][CX3:1]=O.[OX2H1:6][CX3:2]=O");
    add(CRDKIT_DIOL, "[OX2H1;!$(OC=O):1].[OX2H1;!$(OC=O):2]");
    add(CRDKIT_DIOL, "[NX3H2;!$(NC=O);!$(NS=O):1].[NX3H2;!$(NC=O);!$(NS=O):2]");
  });
  return all;
}

/// The unit that a match gives; empty if it gives none.
std::string unit(const ROMol &monomer, const Group &group, const RDKit::MatchVectType &match) {
  int place[7] = {-1, -1, -1, -1, -1, -1, -1};
  for (const auto &[query, atom] : match) place[group.pattern->getAtomWithIdx(query)->getAtomMapNum()] = atom;
  if (place[1] < 0 || place[2] < 0) return "";
  const auto molecule = crdkit::edits::opened(monomer);
  for (auto bond : molecule->bonds()) {
    bond->setStereo(Bond::STEREONONE);
    bond->getStereoAtoms().clear();
    bond->setBondDir(Bond::NONE);
  }
  const auto change = [&](int a, int b, int by) {
    if (by == 0) return true;
    auto bond = molecule->getBondBetweenAtoms(static_cast<unsigned int>(place[a]), static_cast<unsigned int>(place[b]));
    if (!bond) return false;
    const int order = crdkit::edits::order(*bond) + by;
    if (order < 0) return false;
    if (order == 0) molecule->removeBond(bond->getBeginAtomIdx(), bond->getEndAtomIdx());
    else bond->setBondType(crdkit::edits::bondType(order));
    return true;
  };
  if (!change(1, 2, group.joint)) return "";
  if (group.sides != 0 && (!change(1, 3, group.sides) || !change(4, 2, group.sides))) return "";
  if (group.middle != 0 && !change(3, 4, group.middle)) return "";
  for (const int end : {place[1], place[2]}) {
    // Configurations beside the ends are those of the monomer no more.
    molecule->getAtomWithIdx(static_cast<unsigned int>(end))->setChiralTag(Atom::CHI_UNSPECIFIED);
    const auto star = molecule->addAtom(new Atom(0), false, true);
    molecule->addBond(static_cast<unsigned int>(end), star, Bond::SINGLE);
  }
  std::vector<int> gone;
  for (const int leaving : {place[5], place[6]})
    if (leaving >= 0) gone.push_back(leaving);
  crdkit::edits::remove(*molecule, gone);
  const auto text = crdkit::edits::closed(*molecule);
  return text ? *text : "";
}

// MARK: From a unit back to polymerisations

/// A place of the backbone.
struct Place {
  int element;
  bool isAromatic, isCarbonyl, isSulfonyl, isSaturated, isInRing;
  /// Substituents outside the backbone other than hydrogen, fluorine and chlorine.
  int substituents;
  /// Neighbours that are carbonyl groups, in the backbone or not.
  int acylNeighbours;
  /// The order of the bond to the next place, and whether it is in a ring; the last place is joined to the first.
  int next;
  bool isNextInRing;
};

std::vector<Place> places(const RWMol &unit) {
  const auto ends = crdkit::unitEnds(unit);
  if (ends.empty()) return {};
  const auto path = crdkit::backbone(unit, ends);
  std::vector<Place> found;
  for (size_t index = 1; index + 1 < path.size(); ++index) {
    const auto atom = unit.getAtomWithIdx(static_cast<unsigned int>(path[index]));
    Place place{atom->getAtomicNum(), atom->getIsAromatic(), false, false, true,
                unit.getRingInfo()->numAtomRings(atom->getIdx()) > 0, 0, 0, 1, false};
    int oxygens = 0;
    for (const auto other : unit.atomNeighbors(atom)) {
      if (other->getAtomicNum() != 6) continue;
      for (const auto bond : unit.atomBonds(other))
        place.acylNeighbours += bond->getBondType() == Bond::DOUBLE && bond->getOtherAtom(other)->getAtomicNum() == 8;
    }
    for (const auto bond : unit.atomBonds(atom)) {
      const auto other = bond->getOtherAtom(atom);
      const bool isBackbone = std::find(path.begin(), path.end(), static_cast<int>(other->getIdx())) != path.end();
      if (bond->getBondType() != Bond::SINGLE) place.isSaturated = false;
      if (isBackbone) continue;
      const int element = other->getAtomicNum();
      if (bond->getBondType() == Bond::DOUBLE && (element == 8 || element == 16)) ++oxygens;
      if (element != 1 && element != 9 && element != 17) ++place.substituents;
    }
    place.isCarbonyl = place.element == 6 && oxygens == 1;
    place.isSulfonyl = place.element == 16 && oxygens == 2;
    if (index + 2 < path.size()) {
      const auto bond = unit.getBondBetweenAtoms(atom->getIdx(), static_cast<unsigned int>(path[index + 1]));
      place.next = bond->getIsAromatic() ? 4 : crdkit::edits::order(*bond);
      place.isNextInRing = unit.getRingInfo()->numBondRings(bond->getIdx()) > 0;
    }
    found.push_back(place);
  }
  return found;
}

/// The polymerisations of a chain by the rules of thumb in the header.
unsigned int polymerisations(const std::vector<Place> &places) {
  const size_t size = places.size();
  if (size == 0) return 0;
  const auto at = [&](size_t index) -> const Place & { return places[index % size]; };
  const auto isHetero = [](const Place &place) { return place.element == 8 || place.element == 7 || place.element == 16; };
  size_t carbons = 0, saturated = 0, doubles = 0, carbonyls = 0, bare = 0, ringBonds = 0, aromatic = 0;
  size_t ethers = 0, amines = 0, silicons = 0, acyls = 0, imides = 0, arylEthers = 0, unjoined = 0;
  for (size_t index = 0; index < size; ++index) {
    const Place &place = at(index), &before = at(index + size - 1), &after = at(index + 1);
    carbons += place.element == 6;
    saturated += place.element == 6 && place.isSaturated;
    doubles += place.next == 2 && !place.isNextInRing && place.element == 6 && after.element == 6;
    carbonyls += place.isCarbonyl;
    bare += place.element == 6 && place.isSaturated && place.substituents == 0;
    ringBonds += place.isNextInRing;
    aromatic += place.isAromatic;
    ethers += (place.element == 8 || place.element == 16) && !place.isAromatic && !place.isSulfonyl;
    amines += place.element == 7 && !place.isAromatic;
    silicons += place.element == 14;
    const auto isAcyl = [](const Place &one) { return one.isCarbonyl || one.isSulfonyl; };
    acyls += isHetero(place) && !place.isAromatic && !isAcyl(place) &&
             ((isAcyl(before) && !before.isNextInRing) || (isAcyl(after) && !place.isNextInRing));
    // RDKit takes rings of imides for aromatic.
    imides += place.element == 7 && place.isInRing && place.acylNeighbours == 2;
    arylEthers += (place.element == 8 || place.element == 16) && !place.isAromatic && !place.isInRing && before.isAromatic &&
                  after.isAromatic;
    const auto isConjugated = [&](size_t number) {
      const Place &one = at(number);
      if (one.isAromatic) return true;
      // An amine between two rings, as in polyaniline.
      if (one.element == 7 && !one.isInRing) return at(number + size - 1).isAromatic && at(number + 1).isAromatic;
      return one.element == 6 && !one.isSaturated && !one.isCarbonyl;
    };
    unjoined += !isConjugated(index);
  }
  unsigned int found = 0;
  const bool isOpen = ringBonds == 0;
  if (isOpen && saturated == size && size <= 2 && bare > 0 && (size == 2 || bare == 1)) found |= 1u << CRDKIT_VINYL;
  if (isOpen && carbons == size && size == 4 && doubles == 1 && saturated == 2) found |= 1u << CRDKIT_DIENE;
  if (isOpen && carbons == size && size == 2 && doubles == 1) found |= 1u << CRDKIT_ALKYNE;
  if (carbons == size && doubles == 1 && saturated + 2 == size && size >= 5 && size != 6) found |= 1u << CRDKIT_METATHESIS;
  if (isOpen) {
    const bool isEther = ethers == 1 && amines == 0 && carbonyls == 0 && saturated + 1 == size && size <= 5;
    const bool isLactone = ethers == 1 && amines == 0 && carbonyls == 1 && acyls == 1 && saturated + 2 == size && size != 5;
    const bool isLactam = amines == 1 && ethers == 0 && carbonyls == 1 && acyls == 1 && saturated + 2 == size;
    const bool isCarbonate = ethers == 2 && carbonyls == 1 && acyls == 2 && saturated + 3 == size && size >= 6 && size <= 8;
    const bool isSiloxane = size == 2 && silicons == 1 && ethers == 1;
    if (isEther || isLactone || isLactam || isCarbonate || isSiloxane) found |= 1u << CRDKIT_RING_OPENING;
  }
  if (acyls > 0 || imides > 0 || arylEthers > 0) found |= 1u << CRDKIT_CONDENSATION;
  if (aromatic > 0 && unjoined == 0 && imides == 0) found |= 1u << CRDKIT_COUPLING;
  return found;
}

}  // namespace

int crdkit_molecule_polymerisations(const crdkit_molecule *unit, char **error) {
  return crdkit::guarded(error, -1, [&] { return static_cast<int>(polymerisations(places(*unit->value))); });
}

char *crdkit_monomer_units(const char *smiles, crdkit_polymerisation polymerisation, char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    constexpr unsigned int mostMatches = 16;
    const std::unique_ptr<ROMol> monomer(RDKit::SmilesToMol(smiles));
    if (!monomer) throw std::invalid_argument("it is not a SMILES");
    std::set<std::string> units;
    for (const auto &group : groups()) {
      if (group.polymerisation != polymerisation) continue;
      std::vector<RDKit::MatchVectType> matches;
      RDKit::SubstructMatch(*monomer, *group.pattern, matches, true, true, false, false, mostMatches);
      for (const auto &match : matches)
        if (const auto text = unit(*monomer, group, match); !text.empty()) units.insert(text);
    }
    std::string lines;
    for (const auto &text : units) lines += (lines.empty() ? "" : "\n") + text;
    return crdkit::copied(lines);
  });
}

char *crdkit_joined_units(const char *first, const char *second, char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    const std::unique_ptr<RWMol> one(RDKit::SmilesToMol(first)), other(RDKit::SmilesToMol(second));
    if (!one || !other) throw std::invalid_argument("it is not a SMILES");
    const auto ownEnds = crdkit::unitEnds(*one), otherEnds = crdkit::unitEnds(*other);
    if (ownEnds.empty() || otherEnds.empty()) throw std::invalid_argument("it is no repeat unit");
    const auto ownPath = crdkit::backbone(*one, ownEnds), otherPath = crdkit::backbone(*other, otherEnds);
    const auto size = one->getNumAtoms();
    const auto own = [&](size_t back) { return static_cast<unsigned int>(ownPath[ownPath.size() - 1 - back]); };
    const auto its = [&](size_t place) { return static_cast<unsigned int>(otherPath[place]) + size; };
    one->insertMol(*other);
    auto bonds = crdkit::takenDoubleBonds(*one);
    crdkit::release(*one, own(1), own(0));
    crdkit::release(*one, its(0), its(1));
    one->addBond(own(1), its(1), Bond::SINGLE);
    crdkit::edits::remove(*one, {static_cast<int>(own(0)), static_cast<int>(its(0))});
    // The ends between the units stood for each other's atoms.
    const auto kept = [&](unsigned int atom) {
      if (atom == own(0)) atom = its(1);
      else if (atom == its(0)) atom = own(1);
      return atom - (atom > own(0)) - (atom > its(0));
    };
    for (auto &bond : bonds) bond = {kept(bond.begin), kept(bond.end), kept(bond.beginSide), kept(bond.endSide), bond.stereo};
    crdkit::setDoubleBonds(*one, bonds);
    return crdkit::copied(crdkit::writtenUnit(*one));
  });
}
