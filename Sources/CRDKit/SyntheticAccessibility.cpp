// The score of Ertl and Schuffenhauer (J. Cheminformatics 1 (2009) 8), with the corrections for macrocycles and
// symmetry of the implementation in RDKit's contributed files.
#include "Quantities.hpp"

#include <GraphMol/Descriptors/MolDescriptors.h>
#include <GraphMol/Fingerprints/MorganFingerprints.h>
#include <GraphMol/RingInfo.h>

#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <vector>

struct crdkit_accessibility {
  /// Environments of up to two bonds with their contributions, sorted by identifier.
  std::vector<std::pair<uint32_t, float>> contributions;
};

namespace {

/// The contribution of an environment that occurred in none of the molecules behind the table.
constexpr double unseen = -4;

/// Reads the lists `[contribution, identifier, identifier, ...]` from Python's pickle of protocol 0, which is lines of
/// text: `F` begins a number, `I` an integer, and the rest only joins them.
void read(std::istream &stream, std::vector<std::pair<uint32_t, float>> &contributions) {
  constexpr size_t mostEntries = 50'000'000;
  std::string line;
  float contribution = 0;
  bool isInList = false;
  while (std::getline(stream, line)) {
    if (line.empty()) continue;
    const size_t place = line.find_first_not_of("(a");
    if (place == std::string::npos) continue;
    size_t end = 0;
    const std::string text = line.substr(place + 1);
    switch (line[place]) {
      case 'F':
        contribution = std::stof(text, &end);
        isInList = std::isfinite(contribution);
        break;
      case 'I': {
        const unsigned long identifier = std::stoul(text, &end);
        if (!isInList || identifier > UINT32_MAX || contributions.size() >= mostEntries)
          throw std::invalid_argument("it does not hold contributions of fragments");
        contributions.emplace_back(static_cast<uint32_t>(identifier), contribution);
        break;
      }
      case 'l':
      case 'p': isInList = false; [[fallthrough]];
      case '.': end = text.size(); break;
      default: throw std::invalid_argument("it is not a pickle of protocol 0 with lists of numbers");
    }
    if (end != text.size()) throw std::invalid_argument("it holds something that is not a number");
  }
  if (contributions.empty()) throw std::invalid_argument("it is empty");
}

}  // namespace

crdkit_accessibility *crdkit_accessibility_new(const char *path, char **error) {
  return crdkit::guarded(error, static_cast<crdkit_accessibility *>(nullptr), [&] {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::invalid_argument("it cannot be read");
    auto accessibility = std::make_unique<crdkit_accessibility>();
    auto &contributions = accessibility->contributions;
    try {
      boost::iostreams::filtering_istream stream;
      stream.push(boost::iostreams::gzip_decompressor());
      stream.push(file);
      stream.exceptions(std::ios::badbit);
      contributions.reserve(1 << 20);
      read(stream, contributions);
    } catch (const boost::iostreams::gzip_error &) {
      throw std::invalid_argument("it is not a whole gzip file");
    } catch (const std::out_of_range &) {
      throw std::invalid_argument("it holds a number that is too large");
    }
    std::stable_sort(contributions.begin(), contributions.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    contributions.shrink_to_fit();
    return accessibility.release();
  });
}

void crdkit_accessibility_delete(crdkit_accessibility *accessibility) { delete accessibility; }

size_t crdkit_accessibility_count(const crdkit_accessibility *accessibility) {
  return accessibility->contributions.size();
}

int crdkit_accessibility_score(
  const crdkit_accessibility *accessibility, const crdkit_molecule *molecule, double *score, char **error) {
  return crdkit::guarded(error, -1, [&] {
    crdkit::startDescriptors();
    const RDKit::ROMol &value = *molecule->value;
    const auto &contributions = accessibility->contributions;
    const std::unique_ptr<RDKit::SparseIntVect<uint32_t>> environments(
      RDKit::MorganFingerprints::getFingerprint(value, 2));
    double fragments = 0, count = 0;
    for (const auto &[identifier, times] : environments->getNonzeroElements()) {
      const auto found = std::lower_bound(
        contributions.begin(), contributions.end(), identifier,
        [](const auto &entry, uint32_t wanted) { return entry.first < wanted; });
      const bool isKnown = found != contributions.end() && found->first == identifier;
      fragments += times * (isKnown ? static_cast<double>(found->second) : unseen);
      count += times;
    }
    if (count == 0) throw std::invalid_argument("it has no atoms");
    const double atoms = value.getNumAtoms();
    const auto &rings = value.getRingInfo()->atomRings();
    const bool hasMacrocycle = std::any_of(rings.begin(), rings.end(), [](const auto &ring) { return ring.size() > 8; });
    using namespace RDKit::Descriptors;
    const double complexity = std::pow(atoms, 1.005) - atoms + std::log10(numAtomStereoCenters(value) + 1.0)
      + std::log10(calcNumSpiroAtoms(value) + 1.0) + std::log10(calcNumBridgeheadAtoms(value) + 1.0)
      + (hasMacrocycle ? std::log10(2.0) : 0);
    const double kinds = static_cast<double>(environments->getNonzeroElements().size());
    const double symmetry = atoms > kinds ? std::log(atoms / kinds) / 2 : 0;
    // The score from 1, easy, to 10, with a smoothed upper end.
    double result = 11 - (fragments / count - complexity + symmetry + 5) / 6.5 * 9;
    if (result > 8) result = 8 + std::log(result - 8);
    *score = std::clamp(result, 1.0, 10.0);
    return 0;
  });
}
