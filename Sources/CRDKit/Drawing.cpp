#include "Guard.hpp"

#include <GraphMol/MolDraw2D/MolDraw2DSVG.h>
#include <GraphMol/MolDraw2D/MolDraw2DUtils.h>
#include <GraphMol/MolOps.h>

#include <mutex>

namespace {

/// The length of a bond in pixels, unless the molecule is too large, so that molecules side by side have the same
/// scale.
constexpr double bondLength = 25;

std::string svg(const RDKit::ROMol &molecule, int width, int height) {
  RDKit::RWMol prepared(molecule);
  RDKit::MolDraw2DUtils::prepareMolForDrawing(prepared);
  // Without FreeType, letters are SVG text: smaller, searchable, and independent of the installed fonts.
  RDKit::MolDraw2DSVG drawer(width, height, -1, -1, true);
  drawer.drawOptions().prepareMolsBeforeDrawing = false;
  drawer.drawOptions().fixedBondLength = bondLength;
  drawer.drawMolecule(prepared);
  drawer.finishDrawing();
  return drawer.getDrawingText();
}

/// The first use builds RDKit's ring templates and fonts; no second thread may run then.
void startDrawing() {
  static std::once_flag once;
  std::call_once(once, [] {
    RDKit::RWMol methane;
    methane.addAtom(new RDKit::Atom(6), true, true);
    RDKit::MolOps::sanitizeMol(methane);
    (void)svg(methane, 100, 100);
  });
}

}  // namespace

char *crdkit_molecule_svg(const crdkit_molecule *molecule, int width, int height, char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    startDrawing();
    return crdkit::copied(svg(*molecule->value, width, height));
  });
}
