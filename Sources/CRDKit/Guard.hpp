// The border between C++ and C: exceptions end here and become error strings.
#pragma once

#include "BoostEnums.hpp"
#include "CRDKit.h"

// Included before the other headers: it decides the layout of their classes, and not all of them include it.
#include <RDGeneral/RDConfig.h>

#include <GraphMol/ROMol.h>
#include <GraphMol/RWMol.h>
#include <RDGeneral/Invariant.h>

#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>

struct crdkit_molecule {
  std::unique_ptr<RDKit::RWMol> value;
};

namespace crdkit {

/// A copy made with malloc; throws std::bad_alloc.
char *copied(const std::string &text);

/// Stores a sentence for the caller, if `error` is not null and there is memory.
void report(char **error, const char *message, const char *detail = "") noexcept;

/// The message of an exception. Where RDKit refuses a valence that heavier elements can have, it says that the limit is
/// RDKit's.
std::string message(const std::exception &exception);

/// Silences RDKit's log and builds its lazy tables, once, before the first use from any thread.
void start();

/// Runs `body`; an exception is reported, and `failure` returned.
template <typename Result, typename Body>
Result guarded(char **error, Result failure, Body body) noexcept {
  try {
    start();
    return body();
  } catch (const Invar::Invariant &broken) {
    report(error, "a check inside RDKit failed: ", broken.what());
  } catch (const std::bad_alloc &) {
    report(error, "memory ran out");
  } catch (const std::exception &exception) {
    try {
      report(error, message(exception).c_str());
    } catch (...) {
      report(error, exception.what());
    }
  } catch (...) {
    report(error, "RDKit failed without a message");
  }
  return failure;
}

}  // namespace crdkit
