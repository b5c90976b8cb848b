#include "Guard.hpp"

#include <GraphMol/MolOps.h>
#include <GraphMol/PeriodicTable.h>
#include <GraphMol/SanitException.h>
#include <GraphMol/SmilesParse/SmilesParse.h>
#include <GraphMol/SmilesParse/SmilesWrite.h>
#include <RDGeneral/RDLog.h>
#include <RDGeneral/versions.h>

#include <mutex>

namespace crdkit {

char *copied(const std::string &text) {
  char *copy = static_cast<char *>(std::malloc(text.size() + 1));
  if (!copy) throw std::bad_alloc();
  std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

void report(char **error, const char *message, const char *detail) noexcept {
  if (!error) return;
  const size_t length = std::strlen(message);
  char *text = static_cast<char *>(std::malloc(length + std::strlen(detail) + 1));
  if (text) std::strcpy(std::strcpy(text, message) + length, detail);
  *error = text;
}

std::string message(const std::exception &exception) {
  std::string text = exception.what();
  // "Explicit valence for atom # 1 Br, 3, is greater than permitted". Of the second period the limit is chemistry's.
  const auto *refused = dynamic_cast<const RDKit::AtomValenceException *>(&exception);
  const size_t comma = text.find(',');
  if (!refused || comma == std::string::npos) return text;
  const size_t space = text.rfind(' ', comma);
  const int element = RDKit::PeriodicTable::getTable()->getAtomicNumber(text.substr(space + 1, comma - space - 1));
  if (element > 10) text += std::string(" by RDKit ") + RDKit::rdkitVersion + "; other versions may permit it";
  return text;
}

void start() {
  static std::once_flag once;
  std::call_once(once, [] {
    boost::logging::disable_logs("rdApp.*");
    RDKit::PeriodicTable::getTable();
    std::unique_ptr<RDKit::RWMol> molecule(RDKit::SmilesToMol("C[C@H](N)/C=C/c1ccccc1[N+](=O)[O-]"));
    (void)RDKit::MolToSmiles(*molecule);
  });
}

}  // namespace crdkit

void crdkit_string_delete(char *string) { std::free(string); }

const char *crdkit_version(void) { return RDKit::rdkitVersion; }
