#include "Guard.hpp"

#include <GraphMol/MolDraw2D/MolDraw2DSVG.h>
#include <GraphMol/MolDraw2D/MolDraw2DUtils.h>
#include <GraphMol/MolOps.h>

#include <mutex>
#include <vector>

struct crdkit_grid {
  std::vector<std::unique_ptr<RDKit::RWMol>> molecules;
  std::vector<std::string> legends;

  void add(const RDKit::ROMol &molecule, const char *legend) {
    auto prepared = std::make_unique<RDKit::RWMol>(molecule);
    RDKit::MolDraw2DUtils::prepareMolForDrawing(*prepared);
    legends.emplace_back(legend);
    molecules.push_back(std::move(prepared));
  }

  std::string svg(int columns, int width, int height) const {
    std::vector<RDKit::ROMol *> drawn;
    for (const auto &molecule : molecules) drawn.push_back(molecule.get());
    const int rows = (static_cast<int>(drawn.size()) + columns - 1) / columns;
    // Without FreeType letters are SVG text: smaller, searchable, and independent of the fonts installed here.
    RDKit::MolDraw2DSVG drawer(columns * width, rows * height, width, height, true);
    drawer.drawOptions().prepareMolsBeforeDrawing = false;
    drawer.drawMolecules(drawn, &legends);
    drawer.finishDrawing();
    return drawer.getDrawingText();
  }
};

namespace {

/// The first use builds RDKit's ring templates and fonts; no second thread may be there then.
void startDrawing() {
  static std::once_flag once;
  std::call_once(once, [] {
    RDKit::RWMol methane;
    methane.addAtom(new RDKit::Atom(6), true, true);
    RDKit::MolOps::sanitizeMol(methane);
    crdkit_grid grid;
    grid.add(methane, "methane");
    (void)grid.svg(1, 100, 100);
  });
}

}  // namespace

crdkit_grid *crdkit_grid_new(char **error) {
  return crdkit::guarded(error, static_cast<crdkit_grid *>(nullptr), [] {
    startDrawing();
    return new crdkit_grid();
  });
}

void crdkit_grid_delete(crdkit_grid *grid) { delete grid; }

int crdkit_grid_add(crdkit_grid *grid, const crdkit_molecule *molecule, const char *legend, char **error) {
  return crdkit::guarded(error, -1, [&] {
    grid->add(*molecule->value, legend);
    return 0;
  });
}

char *crdkit_grid_svg(const crdkit_grid *grid, int columns, int width, int height, char **error) {
  return crdkit::guarded(
    error, static_cast<char *>(nullptr), [&] { return crdkit::copied(grid->svg(columns, width, height)); });
}
