#include "Guard.hpp"

#include <GraphMol/MolOps.h>
#include <GraphMol/PeriodicTable.h>
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
