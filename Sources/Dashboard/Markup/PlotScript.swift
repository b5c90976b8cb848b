extension PageCode {
  /// Hover, zoom, colours, selection and data of plots.
  static let plotScript: StaticString = #"""
    // What a person zoomed to, by the plot's name: it outlasts a new page of a running campaign.
    const views = new Map();

    // Whether a point is within a polygon: a ray from it crosses the sides an odd number of times.
    const isWithin = (x, y, polygon) => {
      let odd = false;
      polygon.forEach(([x1, y1], place) => {
        const [x2, y2] = polygon[(place || polygon.length) - 1];
        if ((y1 > y) !== (y2 > y) && x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)) odd = !odd;
      });
      return odd;
    };

    // The many points in the background of a plot: drawn on a canvas, and found by a grid.
    const prepareCloud = (path, area, width, height) => {
      const places = path.getAttribute("d").slice(1).split("M").map(text => text.split(/[ h]/));
      const xs = Float32Array.from(places, place => place[0]), ys = Float32Array.from(places, place => place[1]);
      const molecules = path.dataset.m.split(" "), smiles = path.dataset.l.split(" ");
      const cells = new Map(), side = 8, key = (x, y) => Math.floor(x / side) * 4096 + Math.floor(y / side);
      xs.forEach((x, place) => {
        const cell = key(x, ys[place]);
        if (cells.has(cell)) cells.get(cell).push(place); else cells.set(cell, [place]);
      });
      const canvas = make("canvas"), pen = canvas.getContext("2d");
      const frame = svgMake("foreignObject", {width, height});
      frame.append(canvas);
      area.querySelector(".points").before(frame);
      path.classList.add("drawn");
      const draw = (sx, sy, tx, ty) => {
        const ratio = (devicePixelRatio || 1) * Math.max(0.2, area.ownerSVGElement.getBoundingClientRect().width / 560);
        canvas.width = Math.round(width * ratio); canvas.height = Math.round(height * ratio);
        pen.fillStyle = getComputedStyle(path).stroke;
        const size = 2.8 * ratio;
        for (let place = 0; place < xs.length; place++) {
          const x = xs[place] * sx + tx, y = ys[place] * sy + ty;
          if (x >= 0 && x <= width && y >= 0 && y <= height) pen.fillRect(x * ratio - size / 2, y * ratio - size / 2, size, size);
        }
      };
      // The nearest point within so many pixels of the whole plot; -1 where there is none.
      const nearest = (x, y, reachX, reachY) => {
        let best = -1, least = 1;
        for (const dx of [-side, 0, side]) for (const dy of [-side, 0, side]) {
          for (const place of cells.get(key(x + dx, y + dy)) || []) {
            const distance = Math.hypot((xs[place] - x) / reachX, (ys[place] - y) / reachY);
            if (distance < least) { least = distance; best = place; }
          }
        }
        return best;
      };
      return {xs, ys, molecules, smiles, draw, nearest};
    };

    const preparePlot = svg => {
      const area = svg.querySelector("svg.area"), dots = all("circle", area), shapes = area.querySelector(".shapes");
      const width = +area.getAttribute("width"), height = +area.getAttribute("height");
      const left = +area.getAttribute("x"), top = +area.getAttribute("y");
      const data = svg.dataset, full = {x0: +data.x0, x1: +data.x1, y0: +data.y0, y1: +data.y1};
      const old = views.get(data.name);
      let view = old && old.x0 >= full.x0 && old.x1 <= full.x1 && old.y0 >= full.y0 && old.y1 <= full.y1 ? old : {...full};
      let scale = [1, 1, 0, 0];
      const path = area.querySelector(".cloud"), cloud = path && prepareCloud(path, area, width, height);
      const found = svgMake("circle", {class: "found", r: 5, visibility: "hidden"});
      if (cloud) area.append(found);
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
        scale = [sx, sy, tx, ty];
        if (cloud) cloud.draw(...scale);
        found.setAttribute("visibility", "hidden");
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
        views.set(data.name, view);
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
      // What is being circled: a polygon in pixels of the area; null while nothing is.
      let isSelecting = false, polygon = null;
      const lasso = svgMake("path", {class: "lasso"});
      const inArea = event => { const [x, y] = share(event); return [x * width, (1 - y) * height]; };
      svg.addEventListener("pointerdown", event => {
        moved = false;
        if (isSelecting) {
          polygon = [inArea(event)];
          area.append(lasso);
          svg.setPointerCapture(event.pointerId);
        } else if (view.x1 - view.x0 < full.x1 - full.x0) { held = {event, view: {...view}}; }
      });
      const showFound = event => {
        const [sx, sy, tx, ty] = scale, [x, y] = inArea(event);
        const place = cloud.nearest((x - tx) / sx, (y - ty) / sy, 7 / sx, 7 / sy);
        found.setAttribute("visibility", place < 0 ? "hidden" : "visible");
        if (place < 0) { hideTip(); return; }
        found.setAttribute("cx", cloud.xs[place] * sx + tx);
        found.setAttribute("cy", cloud.ys[place] * sy + ty);
        showNote(cloud.molecules[place], `molecule ${cloud.molecules[place]}, not chosen: ${cloud.smiles[place]}`, event);
      };
      // What the lines are at the place of the pointer, between their points as they are drawn.
      const series = all(".shapes path[data-n]", area).map(path => ({
        name: path.dataset.n, isArea: path.classList.contains("spread"),
        places: path.dataset.v.split(" ").map(place => place.split(",").map(Number))}));
      const lines = series.filter(one => !one.isArea);
      const isWhole = lines.every(line => line.places.every(([x]) => Number.isInteger(x)));
      const valueAt = (places, x) => {
        const next = places.findIndex(place => place[0] >= x);
        if (next < 0 || (next === 0 && places[0][0] > x)) return null;
        const [x1, y1] = places[next], [x0, y0] = places[Math.max(0, next - 1)];
        return x1 > x0 ? y0 + (y1 - y0) * (x - x0) / (x1 - x0) : y1;
      };
      const showLines = event => {
        const [right, above] = share(event), at = view.x0 + right * (view.x1 - view.x0), x = isWhole ? Math.round(at) : at;
        const texts = lines.map(line => [line.name, valueAt(line.places, x)]).filter(([, y]) => y !== null);
        if (right < 0 || right > 1 || above < 0 || above > 1 || !texts.length) { hideTip(); return; }
        showNote(null, `${data.across} ${number(x)}: ` + texts.map(([name, y]) => `${name} ${number(y)}`).join(", "), event);
      };
      svg.addEventListener("pointermove", event => {
        if (polygon) {
          polygon.push(inArea(event));
          lasso.setAttribute("d", "M" + polygon.map(place => place.map(Math.round).join(" ")).join("L") + "Z");
          return;
        }
        const dot = event.target.closest("circle:not(.found)");
        if (dot && !held) { found.setAttribute("visibility", "hidden"); showTip(dot, event); }
        else if (cloud && !held) showFound(event); else if (lines.length && !held) showLines(event); else hideTip();
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
      // The circled points as a table below the plot.
      const select = () => {
        const [sx, sy, tx, ty] = scale, rows = [];
        const add = (molecule, link, label, smiles) => rows.push([molecule, link, label, smiles]);
        dots.forEach((dot, place) => {
          const link = dot.closest("a");
          if (isWithin(places[place][0] * sx + tx, places[place][1] * sy + ty, polygon))
            add(dot.dataset.m, link && link.getAttribute("href"), labelOf(dot), dot.dataset.l || "");
        });
        if (cloud) cloud.xs.forEach((x, place) => {
          if (isWithin(x * sx + tx, cloud.ys[place] * sy + ty, polygon)) add(cloud.molecules[place], null, "not chosen", cloud.smiles[place]);
        });
        const cells = row => {
          const [molecule, link, label, smiles] = row, picture = svgMake("svg", {viewBox: "0 0 220 150", class: "molecule"});
          picture.append(svgMake("use", {href: "#d" + molecule}));
          return [link ? make("a", {href: link, textContent: molecule}) : molecule,
            make("div", {className: "picture"}, picture), label, make("span", {className: "smiles", textContent: smiles})];
        };
        const most = 2000, head = ["molecule", "", "what it is", "SMILES"].map(text => make("th", {textContent: text, scope: "col"}));
        const table = make("table", {}, make("thead", {}, make("tr", {}, ...head)),
          make("tbody", {}, ...rows.slice(0, most).map(row => make("tr", {}, ...cells(row).map(cell => make("td", {}, cell))))));
        table.dataset.name = data.name + "-selected";
        const count = `${rows.length} selected` + (rows.length > most ? `, of which the first ${most} are in the table` : "");
        clear();
        const close = make("button", {type: "button", textContent: "Close", onclick: () => { clear(); document.dispatchEvent(new Event("unselect")); }});
        const box = make("div", {className: "selection"}, make("p", {}, count + " ", close));
        if (rows.length) box.append(make("div", {className: "scroll"}, table));
        svg.closest("figure").append(box);
        if (rows.length) { prepareTable(table); askSeenDrawings(table); }
      };
      const clear = () => all(".selection", svg.closest("figure")).forEach(box => box.remove());
      const release = () => {
        if (held) views.set(data.name, view);
        held = null;
        if (!polygon) return;
        if (polygon.length > 2) select();
        polygon = null;
        lasso.removeAttribute("d");
        lasso.remove();
      };
      svg.addEventListener("pointerup", release);
      svg.addEventListener("pointercancel", release);
      svg.addEventListener("pointerleave", () => { release(); hideTip(); found.setAttribute("visibility", "hidden"); });
      svg.addEventListener("dragstart", event => event.preventDefault());
      svg.addEventListener("click", event => { if (moved || isSelecting) event.preventDefault(); }, true);
      const button = (text, label, action) => make("button", {type: "button", textContent: text, ariaLabel: label, title: label, onclick: action});
      const tools = make("div", {className: "tools"},
        button("+", "Zoom in", () => zoom(0.6)), button("−", "Zoom out", () => zoom(1 / 0.6)),
        button("Whole", "Show the whole plot", () => { view = {...full}; views.delete(data.name); redraw(); }),
        button("CSV", "Save the points as CSV", () => {
          const rows = [["series", "molecule", data.across, data.up, "deviation", "least", "greatest", "what it is"]];
          for (const dot of dots) rows.push(["", dot.dataset.m || "", dot.dataset.x, dot.dataset.y, dot.dataset.s || "", "", "", labelOf(dot)]);
          if (cloud) cloud.xs.forEach((x, place) => rows.push(["not chosen", cloud.molecules[place],
            number(full.x0 + x / width * (full.x1 - full.x0)), number(full.y1 - cloud.ys[place] / height * (full.y1 - full.y0)), "", "", "",
            cloud.smiles[place]]));
          for (const one of series) for (const [x, y, high] of one.places)
            rows.push(one.isArea ? [one.name, "", x, "", "", y, high, ""] : [one.name, "", x, y, "", "", "", ""]);
          save(data.name + ".csv", rows.map(row => row.map(field => cell(String(field))).join(",") + "\n").join(""));
        }));
      if ("select" in data) {
        const choose = button("Select", "Circle points to see them in a table", () => {
          isSelecting = !isSelecting;
          choose.setAttribute("aria-pressed", isSelecting);
          svg.classList.toggle("selecting", isSelecting);
        });
        choose.setAttribute("aria-pressed", "false");
        tools.append(choose);
      }
      if (data.colours) {
        const choice = make("select", {ariaLabel: "Colour by"});
        data.colours.split("|").forEach((name, place) => choice.append(make("option", {value: place, textContent: "colour: " + name})));
        choice.onchange = () => {
          for (const dot of dots) dot.setAttribute("class", (dot.dataset.c || "").split(" ")[choice.value] || "passed");
          for (const legend of all("ul.legend", svg.closest("figure"))) legend.hidden = legend.dataset.colour !== choice.value;
        };
        tools.append(choice);
      }
      svg.after(tools);
      if (cloud) {
        // Its size in pixels, and the colours of a dark page, follow the browser.
        new ResizeObserver(redraw).observe(svg);
        matchMedia("(prefers-color-scheme:dark)").addEventListener("change", redraw);
      } else if (view === old) redraw();
    };
    """#
}
