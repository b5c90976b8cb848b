extension PageCode {
  /// What a page does beyond links: hover, zoom and colours of plots, their data as CSV, sorting, filtering and paging of
  /// tables, the three-dimensional view, and live update. Every page is whole without it.
  static let script = PageCode(
    #"""
    "use strict";
    (() => {
    const all = (selector, root = document) => [...root.querySelectorAll(selector)];
    const make = (name, properties = {}, ...children) => {
      const element = Object.assign(document.createElement(name), properties);
      element.append(...children);
      return element;
    };
    const svgMake = (name, attributes, ...children) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const key in attributes) element.setAttribute(key, attributes[key]);
      element.append(...children);
      return element;
    };

    // One page at a time of those in a file.
    const isFile = document.body.hasAttribute("data-file");
    const showPage = () => {
      const pages = all(".page");
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const shown = (target && target.closest(".page")) || pages[0];
      for (const page of pages) page.classList.toggle("shown", page === shown);
      for (const link of all("nav a")) {
        const name = link.getAttribute("href").slice(1);
        if (name === shown.dataset.section) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      }
      document.title = shown.dataset.title;
      prepare(shown);
      // After the browser has gone to the place by itself.
      requestAnimationFrame(() => { if (!target || target === shown) scrollTo(0, 0); else target.scrollIntoView(); });
    };

    // The note beside the pointer.
    const tip = make("div", {id: "tip", hidden: true});
    document.body.append(tip);
    const hideTip = () => { tip.hidden = true; all(".lit").forEach(dot => dot.classList.remove("lit")); };
    const showTip = (dot, event) => {
      const title = dot.querySelector("title");
      if (title) { dot.label = title.textContent; title.remove(); }
      all(".lit").forEach(other => other.classList.remove("lit"));
      dot.classList.add("lit");
      const symbol = document.getElementById("d" + dot.dataset.m);
      tip.replaceChildren();
      if (symbol) {
        const view = svgMake("svg", {viewBox: symbol.getAttribute("viewBox"), class: "molecule"});
        view.append(svgMake("use", {href: "#d" + dot.dataset.m}));
        tip.append(view);
      }
      tip.append(dot.label || "");
      tip.hidden = false;
      const box = tip.getBoundingClientRect();
      tip.style.left = Math.max(4, Math.min(event.clientX + 14, innerWidth - box.width - 8)) + "px";
      tip.style.top = Math.max(4, event.clientY + 14 + box.height > innerHeight ? event.clientY - box.height - 10 : event.clientY + 14) + "px";
    };

    const number = value => {
      const size = Math.abs(value);
      if (value !== 0 && (size < 1e-3 || size >= 1e6)) return value.toExponential(2);
      return String(+value.toPrecision(4));
    };
    const ticks = (least, most) => {
      const power = 10 ** Math.floor(Math.log10((most - least) / 3));
      const step = power * ([5, 2, 1].find(size => size * power <= (most - least) / 3) || 1);
      const list = [];
      for (let place = Math.ceil(least / step); place <= most / step && list.length < 12; place++) list.push(place * step);
      return list;
    };
    const save = (name, text) => {
      const link = make("a", {download: name, href: URL.createObjectURL(new Blob([text], {type: "text/csv"}))});
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    };
    const cell = text => {
      // A spreadsheet would run what begins like a formula.
      const safe = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? "'" + text : text;
      return /[",\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
    };

    const preparePlot = svg => {
      const area = svg.querySelector("svg.area"), dots = all("circle", area), shapes = area.querySelector(".shapes");
      const width = +area.getAttribute("width"), height = +area.getAttribute("height");
      const left = +area.getAttribute("x"), top = +area.getAttribute("y");
      const data = svg.dataset, full = {x0: +data.x0, x1: +data.x1, y0: +data.y0, y1: +data.y1};
      let view = {...full};
      const places = dots.map(dot => [+dot.getAttribute("cx"), +dot.getAttribute("cy")]);
      const axis = (group, list, place) => {
        group.replaceChildren(...list.map(value => svgMake("text", place(value), number(value))));
      };
      const [across, up] = [svg.querySelector(".tx"), svg.querySelector(".ty")];
      let waiting = false;
      const draw = () => {
        waiting = false;
        const sx = (full.x1 - full.x0) / (view.x1 - view.x0), sy = (full.y1 - full.y0) / (view.y1 - view.y0);
        const tx = (full.x0 - view.x0) / (full.x1 - full.x0) * width * sx;
        const ty = height - height * sy - (full.y0 - view.y0) / (full.y1 - full.y0) * height * sy;
        dots.forEach((dot, place) => {
          dot.setAttribute("cx", (places[place][0] * sx + tx).toFixed(1));
          dot.setAttribute("cy", (places[place][1] * sy + ty).toFixed(1));
        });
        shapes.setAttribute("transform", `matrix(${sx} 0 0 ${sy} ${tx} ${ty})`);
        axis(across, ticks(view.x0, view.x1), value => ({
          x: left + (value - view.x0) / (view.x1 - view.x0) * width, y: top + height + 16, "text-anchor": "middle"}));
        axis(up, ticks(view.y0, view.y1), value => ({
          x: left - 6, y: top + height - (value - view.y0) / (view.y1 - view.y0) * height + 4, "text-anchor": "end"}));
      };
      const redraw = () => { if (!waiting) { waiting = true; requestAnimationFrame(draw); } };
      const zoom = (factor, shareX = 0.5, shareY = 0.5) => {
        for (const [low, high, share] of [["x0", "x1", shareX], ["y0", "y1", shareY]]) {
          const at = view[low] + (view[high] - view[low]) * share;
          const most = full[high] - full[low], size = Math.min(most, Math.max(most / 500, (view[high] - view[low]) * factor));
          view[low] = Math.max(full[low], Math.min(full[high] - size, at - size * share));
          view[high] = view[low] + size;
        }
        redraw();
      };
      const share = event => {
        const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
        return [((event.clientX - box.left) / scale - left) / width, 1 - ((event.clientY - box.top) / scale - top) / height];
      };
      svg.addEventListener("wheel", event => {
        // The page scrolls as usual unless a key is held.
        if (!event.ctrlKey && !event.shiftKey) return;
        event.preventDefault();
        zoom((event.deltaY || event.deltaX) < 0 ? 0.8 : 1.25, ...share(event));
      }, {passive: false});
      let held = null, moved = false;
      svg.addEventListener("pointerdown", event => {
        moved = false;
        if (view.x1 - view.x0 < full.x1 - full.x0) { held = {event, view: {...view}}; }
      });
      svg.addEventListener("pointermove", event => {
        const dot = event.target.closest("circle");
        if (dot && !held) showTip(dot, event); else hideTip();
        if (!held) return;
        const [x, y] = share(event), [x0, y0] = share(held.event);
        if (Math.hypot(x - x0, y - y0) > 0.01) moved = true;
        for (const [low, high, step] of [["x0", "x1", x - x0], ["y0", "y1", y - y0]]) {
          const size = held.view[high] - held.view[low];
          view[low] = Math.max(full[low], Math.min(full[high] - size, held.view[low] - step * size));
          view[high] = view[low] + size;
        }
        redraw();
      });
      const release = () => { held = null; };
      svg.addEventListener("pointerup", release);
      svg.addEventListener("pointercancel", release);
      svg.addEventListener("pointerleave", () => { release(); hideTip(); });
      svg.addEventListener("dragstart", event => event.preventDefault());
      svg.addEventListener("click", event => { if (moved) event.preventDefault(); }, true);
      const button = (text, label, action) => make("button", {type: "button", textContent: text, ariaLabel: label, title: label, onclick: action});
      const tools = make("div", {className: "tools"},
        button("+", "Zoom in", () => zoom(0.6)), button("−", "Zoom out", () => zoom(1 / 0.6)),
        button("Whole", "Show the whole plot", () => { view = {...full}; redraw(); }),
        button("CSV", "Save the points as CSV", () => {
          const rows = [["molecule", data.across, data.up, "deviation"].map(cell).join(",")];
          for (const dot of dots) rows.push([dot.dataset.m || "", dot.dataset.x, dot.dataset.y, dot.dataset.s || ""].join(","));
          save(data.name + ".csv", rows.join("\n") + "\n");
        }));
      if (data.colours) {
        const choice = make("select", {ariaLabel: "Colour by"});
        data.colours.split("|").forEach((name, place) => choice.append(make("option", {value: place, textContent: "colour: " + name})));
        choice.onchange = () => dots.forEach(dot => dot.setAttribute("class", (dot.dataset.c || "").split(" ")[choice.value] || "passed"));
        tools.append(choice);
      }
      svg.after(tools);
    };

    const prepareTable = table => {
      const body = table.tBodies[0], rows = [...body.rows], most = 50;
      const value = (row, column) => {
        const cell = row.cells[column];
        return cell ? cell.dataset.v ?? cell.textContent.trim() : "";
      };
      let page = 0, words = "";
      const count = make("span", {className: "weak"});
      const show = () => {
        const found = rows.filter(row => !words || row.textContent.toLowerCase().includes(words));
        page = Math.max(0, Math.min(page, Math.ceil(found.length / most) - 1));
        const shown = new Set(found.slice(page * most, (page + 1) * most));
        for (const row of rows) row.hidden = !shown.has(row);
        count.textContent = found.length > most
          ? `${page * most + 1} to ${Math.min(found.length, (page + 1) * most)} of ${found.length}` : `${found.length} of ${rows.length}`;
      };
      [...table.tHead.rows[0].cells].forEach((head, column) => {
        if (!head.textContent) return;
        head.tabIndex = 0;
        head.setAttribute("aria-sort", "none");
        const sort = () => {
          const down = head.getAttribute("aria-sort") === "ascending";
          all("th[aria-sort]", table).forEach(other => other.setAttribute("aria-sort", "none"));
          head.setAttribute("aria-sort", down ? "descending" : "ascending");
          const keys = new Map(rows.map(row => [row, value(row, column)]));
          rows.sort((one, other) => {
            const [a, b] = [keys.get(one), keys.get(other)];
            // Empty cells are last, whichever the order.
            if ((a === "") !== (b === "")) return a === "" ? 1 : -1;
            const order = isNaN(a) || isNaN(b) ? a.localeCompare(b) : a - b;
            return down ? -order : order;
          });
          body.append(...rows);
          show();
        };
        head.onclick = sort;
        head.onkeydown = event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); sort(); } };
      });
      if (rows.length < 6) return;
      const filter = make("input", {type: "search", placeholder: "filter", ariaLabel: "Show only rows with this text"});
      filter.oninput = () => { words = filter.value.toLowerCase(); page = 0; show(); };
      const tools = make("div", {className: "tools"}, filter, count);
      if (rows.length > most) {
        const turn = (text, step) => make("button", {type: "button", textContent: text, onclick: () => { page += step; show(); }});
        tools.append(turn("earlier", -1), turn("later", 1));
      }
      tools.append(make("button", {type: "button", textContent: "CSV", title: "Save the table as CSV", onclick: () => {
        const lines = [[...table.tHead.rows[0].cells].map(head => cell(head.textContent)).join(",")];
        for (const row of rows) lines.push([...row.cells].map((_, column) => cell(value(row, column))).join(","));
        save(table.dataset.name + ".csv", lines.join("\n") + "\n");
      }}));
      table.parentElement.before(tools);
      show();
    };

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

    const prepare = root => {
      if (root.prepared) return;
      root.prepared = true;
      all("svg.plot", root).forEach(preparePlot);
      all("table", root).forEach(prepareTable);
      all("pre.geometry", root).forEach(prepareGeometry);
    };

    if (isFile) {
      document.body.classList.add("single");
      addEventListener("hashchange", showPage);
      showPage();
    } else {
      prepare(document.querySelector("main"));
      const state = document.getElementById("live");
      // The page is asked for again when the record has changed; what a person has typed or zoomed is not lost while it is used.
      let isAsking = false, isStale = false, isBusy = false;
      const refresh = async () => {
        if (isAsking || isBusy) { isStale = true; return; }
        isAsking = true; isStale = false;
        try {
          const answer = await fetch(location.href, {headers: {"X-Live": "1"}});
          const text = await answer.text(), page = new DOMParser().parseFromString(text, "text/html");
          for (const name of ["main", "#drawings", "header .name", "nav"]) {
            const [old, fresh] = [document.querySelector(name), page.querySelector(name)];
            if (old && fresh) old.replaceWith(fresh);
          }
          hideTip();
          prepare(document.querySelector("main"));
        } catch { /* The server has ended; the page stays as it is. */ }
        isAsking = false;
        if (isStale) setTimeout(refresh, 500);
      };
      document.addEventListener("focusin", event => { isBusy = event.target.matches("input,select"); });
      document.addEventListener("focusout", () => { isBusy = false; if (isStale) refresh(); });
      if (state && window.EventSource) {
        const events = new EventSource(state.dataset.events);
        events.addEventListener("change", refresh);
        events.onopen = () => { document.body.dataset.live = "yes"; };
        events.onerror = () => { document.body.dataset.live = "no"; };
        // A page that is left ends its connection at once.
        addEventListener("pagehide", () => events.close());
      }
    }
    })();
    """#)
}
