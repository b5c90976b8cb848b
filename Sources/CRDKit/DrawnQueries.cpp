#include "DrawnQueries.hpp"

#include <GraphMol/QueryOps.h>
#include <GraphMol/SubstanceGroup.h>

#include <cctype>
#include <set>
#include <sstream>

namespace {

using namespace RDKit::common_properties;

std::string numbered(const char *what, unsigned int index) { return std::string(what) + " " + std::to_string(index + 1); }

/// Whether a label only spells out its own atom, such as OH or H3C or NH3+.
bool spellsItsAtom(const std::string &label, const std::string &symbol) {
  const size_t place = label.find(symbol);
  if (place == std::string::npos) return false;
  const std::string rest = label.substr(0, place) + label.substr(place + symbol.size());
  for (const char character : rest)
    if (character != 'H' && !std::isdigit(static_cast<unsigned char>(character)) && character != '+' && character != '-')
      return false;
  return true;
}

std::string reason(const RDKit::Atom &atom) {
  const std::string name = numbered("atom", atom.getIdx());
  unsigned int label = 0;
  if (atom.getPropIfPresent(_MolFileRLabel, label)) return name + " is the R group R" + std::to_string(label);
  std::string text;
  if (atom.getAtomicNum() == 0 && atom.getPropIfPresent(dummyLabel, text) && text.size() > 1 && text[0] == 'R')
    return name + " is the R group " + text;
  if (atom.hasQuery()) {
    const auto description = atom.getQuery()->getDescription();
    const bool isList = description == "AtomOr" || (atom.getQuery()->getNegation() && description != "AtomNull");
    return name + (isList ? " stands for any of several elements" : " is a query, such as any atom or a required number of bonds");
  }
  if (atom.getPropIfPresent(molFileAlias, text) && !spellsItsAtom(text, atom.getSymbol()))
    return name + " has the alias '" + text + "', which stands for other atoms; draw them";
  if (atom.hasProp(molAttachPoint)) return name + " has a point of attachment";
  return "";
}

std::string reason(const RDKit::Bond &bond) {
  const std::string name = numbered("bond", bond.getIdx());
  if (bond.hasProp(_MolFileBondAttach) || bond.hasProp(_MolFileBondEndPts))
    return name + " has several ends or a variable point of attachment";
  if (bond.hasQuery()) return name + " is a query, such as single or double, or any bond";
  if (bond.getBondType() == RDKit::Bond::HYDROGEN) return name + " is a hydrogen bond";
  return "";
}

/// An atom that the block marks as a singlet biradical; 0 for none. RDKit reads it as having two unpaired electrons.
int singlet(const std::string &block) {
  std::istringstream lines(block);
  for (std::string line; std::getline(lines, line);) {
    if (line.compare(0, 6, "M  RAD") == 0) {
      std::istringstream numbers(line.substr(std::min<size_t>(9, line.size())));
      for (int atom = 0, value = 0; numbers >> atom >> value;)
        if (value == 1) return atom;
    } else if (line.compare(0, 7, "M  V30 ") == 0 && (" " + line + " ").find(" RAD=1 ") != std::string::npos) {
      std::istringstream numbers(line.substr(7));
      int atom = 0;
      if (numbers >> atom) return atom;
    }
  }
  return 0;
}

}  // namespace

std::string crdkit::reasonNotOneMolecule(const RDKit::RWMol &drawn, const std::string &block) {
  for (const auto atom : drawn.atoms())
    if (const auto found = reason(*atom); !found.empty()) return found;
  for (const auto bond : drawn.bonds())
    if (const auto found = reason(*bond); !found.empty()) return found;
  if (drawn.hasProp(molFileLinkNodes)) return "it has a link node, which repeats";
  static const std::set<std::string> polymers{"SRU", "MON", "MER", "COP", "CRO", "MOD", "GRA", "ANY", "MIX", "FOR", "COM"};
  for (const auto &group : RDKit::getSubstanceGroups(drawn)) {
    std::string type;
    if (group.getPropIfPresent("TYPE", type) && polymers.count(type) != 0)
      return "it has a group of type " + type + ", a repeating unit of a polymer or a mixture";
  }
  if (const int atom = singlet(block); atom != 0)
    return numbered("atom", static_cast<unsigned int>(atom - 1)) + " is a singlet biradical (RAD 1), which SMILES cannot express";
  return "";
}
