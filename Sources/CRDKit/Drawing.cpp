#include "Guard.hpp"

#include <GraphMol/Conformer.h>
#include <GraphMol/Depictor/RDDepictor.h>
#include <GraphMol/FileParsers/FileParsers.h>
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

char *crdkit_molecule_mol_block(
  const crdkit_molecule *molecule, const double *coordinates, size_t coordinate_count, char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    startDrawing();
    RDKit::RWMol written(*molecule->value);
    if (coordinates) {
      RDKit::MolOps::addHs(written);
      if (coordinate_count != 3 * static_cast<size_t>(written.getNumAtoms()))
        throw std::invalid_argument(
          std::to_string(coordinate_count / 3) + " positions were given for its " +
          std::to_string(written.getNumAtoms()) + " atoms");
      auto conformer = std::make_unique<RDKit::Conformer>(written.getNumAtoms());
      conformer->set3D(true);
      for (unsigned int atom = 0; atom < written.getNumAtoms(); ++atom) {
        const double *position = coordinates + 3 * static_cast<size_t>(atom);
        conformer->setAtomPos(atom, RDGeom::Point3D(position[0], position[1], position[2]));
      }
      written.addConformer(conformer.release(), true);
    } else {
      RDDepict::compute2DCoords(written);
    }
    if (written.getNumAtoms() > 999) throw std::length_error("a V2000 mol block holds at most 999 atoms");
    return crdkit::copied(RDKit::MolToMolBlock(written));
  });
}
