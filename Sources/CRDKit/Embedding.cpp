#include "Embedding.hpp"

#include <GraphMol/DistGeomHelpers/Embedder.h>

#include <chrono>

namespace {

using Clock = std::chrono::steady_clock;

thread_local Clock::time_point deadline = Clock::time_point::max();
thread_local double limit = 0;
thread_local int (*shouldStop)(void) = nullptr;

RDKit::DGeomHelpers::EmbedParameters parameters(crdkit::EmbeddingStep step) {
  using crdkit::EmbeddingStep;
  switch (step) {
    case EmbeddingStep::etkdg: return RDKit::DGeomHelpers::ETKDGv3;
    case EmbeddingStep::etkdgFromRandom: {
      // Crowded and bridged molecules often start better from random coordinates.
      auto result = RDKit::DGeomHelpers::ETKDGv3;
      result.useRandomCoords = true;
      return result;
    }
    case EmbeddingStep::etdg: return RDKit::DGeomHelpers::ETDG;
    case EmbeddingStep::kdg: return RDKit::DGeomHelpers::KDG;
    // Whoever calls has removed the labels.
    case EmbeddingStep::freeNitrogen: return RDKit::DGeomHelpers::ETKDGv3;
    case EmbeddingStep::plain: return {};
    case EmbeddingStep::plainFromRandom: {
      RDKit::DGeomHelpers::EmbedParameters result;
      result.useRandomCoords = true;
      // Contradictory bounds are satisfied approximately.
      result.ignoreSmoothingFailures = true;
      return result;
    }
  }
  return {};
}

}  // namespace

const std::vector<crdkit::EmbeddingStep> &crdkit::embeddingSteps() {
  static const std::vector<EmbeddingStep> steps = {EmbeddingStep::etkdg, EmbeddingStep::etkdgFromRandom,
                                                   EmbeddingStep::etdg,  EmbeddingStep::kdg,
                                                   EmbeddingStep::plain, EmbeddingStep::plainFromRandom,
                                                   EmbeddingStep::freeNitrogen};
  return steps;
}

const char *crdkit::name(EmbeddingStep step) {
  switch (step) {
    case EmbeddingStep::etkdg: return "ETKDGv3";
    case EmbeddingStep::etkdgFromRandom: return "ETKDGv3 from random coordinates";
    case EmbeddingStep::etdg: return "ETDG";
    case EmbeddingStep::kdg: return "KDG";
    case EmbeddingStep::plain: return "plain distance geometry";
    case EmbeddingStep::plainFromRandom: return "plain distance geometry from random coordinates";
    case EmbeddingStep::freeNitrogen: return "ETKDGv3 without the stated arrangement of nitrogen";
  }
  return "";
}

crdkit::EmbeddingLimit::EmbeddingLimit(double seconds, int (*stop)(void)) {
  limit = seconds;
  deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  shouldStop = stop;
}

crdkit::EmbeddingLimit::~EmbeddingLimit() {
  deadline = Clock::time_point::max();
  shouldStop = nullptr;
}

void crdkit::EmbeddingLimit::check() {
  if (shouldStop && shouldStop()) throw EmbeddingStopped("the embedding was stopped", false);
  if (Clock::now() > deadline)
    throw EmbeddingStopped(
      "embedding was stopped after " + std::to_string(static_cast<int>(limit)) + " s", true);
}

std::vector<int> crdkit::embed(
  RDKit::ROMol &molecule, EmbeddingStep step, int count, int32_t seed, unsigned int attempts,
  const DistGeom::BoundsMatPtr &bounds) {
  auto chosen = parameters(step);
  chosen.randomSeed = seed;
  chosen.numThreads = 1;
  chosen.maxIterations = attempts;
  // RDKit calls this before each attempt. With one thread it runs in this one, so the exception arrives here.
  chosen.callback = [](unsigned int) { EmbeddingLimit::check(); };
  if (bounds) {
    chosen.boundsMat = bounds;
    chosen.embedFragmentsSeparately = false;
    chosen.ignoreSmoothingFailures = true;
  }
  return RDKit::DGeomHelpers::EmbedMultipleConfs(molecule, static_cast<unsigned int>(count), chosen);
}
