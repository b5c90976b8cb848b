extension PageCode {
  /// The three-dimensional view of a geometry.
  static let geometryScript: StaticString = #"""
    // A small view of a geometry: balls and sticks, sorted by depth, turned by the pointer or the arrow keys.
    const prepareGeometry = source => {
      const colours = {H: "#d8dde2", C: "#5b6670", N: "#4a72ff", O: "#e2483d", F: "#4fbf6b", S: "#d9b92e", Cl: "#35a84f", Br: "#a5502d", P: "#e08a2b", I: "#8a4fb5"};
      const radii = {H: 0.31, C: 0.76, N: 0.71, O: 0.66, F: 0.57, S: 1.05, Cl: 1.02, Br: 1.2, P: 1.07, I: 1.39, Si: 1.11, B: 0.84};
      const atoms = source.textContent.split("\n").slice(2).map(line => line.trim().split(/\s+/)).filter(parts => parts.length >= 4)
        .map(([element, x, y, z]) => ({element, at: [+x, +y, +z]}));
      if (!atoms.length || atoms.length > 1000) return;
      const centre = [0, 1, 2].map(axis => atoms.reduce((sum, atom) => sum + atom.at[axis], 0) / atoms.length);
      for (const atom of atoms) atom.at = atom.at.map((value, axis) => value - centre[axis]);
      const bonds = [];
      atoms.forEach((one, i) => atoms.slice(0, i).forEach(other => {
        const reach = (radii[one.element] || 1.2) + (radii[other.element] || 1.2) + 0.25;
        if (Math.hypot(...one.at.map((value, axis) => value - other.at[axis])) < reach) bonds.push([one, other]);
      }));
      const size = Math.max(1, ...atoms.map(atom => Math.hypot(...atom.at))) + 0.8;
      const canvas = make("canvas", {className: "geometry", tabIndex: 0});
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", "The calculated geometry; the arrow keys turn it");
      source.before(canvas);
      let turn = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
      const rotate = (x, y) => {
        const [a, b, c, d] = [Math.cos(x), Math.sin(x), Math.cos(y), Math.sin(y)];
        const by = [[a, 0, b], [d * b, c, -d * a], [-c * b, d, c * a]];
        turn = by.map(row => [0, 1, 2].map(column => row.reduce((sum, value, k) => sum + value * turn[k][column], 0)));
        draw();
      };
      const draw = () => {
        const ratio = devicePixelRatio || 1, box = canvas.getBoundingClientRect();
        canvas.width = box.width * ratio; canvas.height = box.height * ratio;
        const pen = canvas.getContext("2d"), scale = Math.min(canvas.width, canvas.height) / 2 / size;
        const place = at => turn.map(row => row.reduce((sum, value, k) => sum + value * at[k], 0));
        for (const atom of atoms) atom.seen = place(atom.at);
        const point = seen => [canvas.width / 2 + seen[0] * scale, canvas.height / 2 - seen[1] * scale];
        const things = atoms.map(atom => ({depth: atom.seen[2], atom}))
          .concat(bonds.map(bond => ({depth: (bond[0].seen[2] + bond[1].seen[2]) / 2 - 0.2, bond}))).sort((a, b) => a.depth - b.depth);
        for (const {atom, bond} of things) {
          if (bond) {
            const [from, to] = [point(bond[0].seen), point(bond[1].seen)], middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
            for (const [start, colour] of [[from, bond[0]], [to, bond[1]]]) {
              pen.beginPath(); pen.moveTo(...start); pen.lineTo(...middle);
              pen.lineWidth = 0.16 * scale; pen.strokeStyle = colours[colour.element] || "#c77fd1"; pen.stroke();
            }
          } else {
            const radius = (radii[atom.element] || 1) * 0.42 * scale, [x, y] = point(atom.seen);
            pen.beginPath(); pen.arc(x, y, radius, 0, 2 * Math.PI);
            const light = pen.createRadialGradient(x - radius / 3, y - radius / 3, radius / 8, x, y, radius);
            light.addColorStop(0, "#fff"); light.addColorStop(0.5, colours[atom.element] || "#c77fd1"); light.addColorStop(1, "#30363c");
            pen.fillStyle = light; pen.fill();
          }
        }
      };
      let last = null;
      canvas.onpointerdown = event => { last = event; canvas.setPointerCapture(event.pointerId); };
      canvas.onpointermove = event => {
        if (!last) return;
        rotate((event.clientX - last.clientX) / 90, (event.clientY - last.clientY) / 90);
        last = event;
      };
      canvas.onpointerup = canvas.onpointercancel = () => { last = null; };
      canvas.onkeydown = event => {
        const steps = {ArrowLeft: [-0.15, 0], ArrowRight: [0.15, 0], ArrowUp: [0, -0.15], ArrowDown: [0, 0.15]}[event.key];
        if (steps) { event.preventDefault(); rotate(...steps); }
      };
      new ResizeObserver(draw).observe(canvas);
    };
    """#
}
