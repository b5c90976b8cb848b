extension PageCode {
  /// What a page does beyond links: hover, zoom and colours of plots, their data as CSV, sorting, filtering and paging of
  /// tables, the three-dimensional view, and live update. Every page is whole without it.
  static let script = PageCode(sharedScript, plotScript, tableScript, geometryScript, pageScript)

  /// What the other parts use; it opens the function that the last part closes.
  private static let sharedScript: StaticString = #"""
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
    const showNote = (molecule, label, event) => {
      const symbol = document.getElementById("d" + molecule);
      tip.replaceChildren();
      if (symbol && symbol.childElementCount) {
        const view = svgMake("svg", {viewBox: symbol.getAttribute("viewBox"), class: "molecule"});
        view.append(svgMake("use", {href: "#d" + molecule}));
        tip.append(view);
      }
      tip.append(label);
      tip.hidden = false;
      tip.molecule = molecule;
      const box = tip.getBoundingClientRect();
      tip.style.left = Math.max(4, Math.min(event.clientX + 14, innerWidth - box.width - 8)) + "px";
      tip.style.top = Math.max(4, event.clientY + 14 + box.height > innerHeight ? event.clientY - box.height - 10 : event.clientY + 14) + "px";
      // The drawing is added as soon as it is there, if the note is still shown.
      if (!symbol) askDrawings([molecule]).then(isNew => {
        if (isNew && !tip.hidden && tip.molecule === molecule) showNote(molecule, label, event);
      });
    };
    const labelOf = dot => {
      const title = dot.querySelector("title");
      // The browser would show it too.
      if (title) { dot.label = title.textContent; title.remove(); }
      return dot.label || "";
    };
    const showTip = (dot, event) => {
      all(".lit").forEach(other => other.classList.remove("lit"));
      dot.classList.add("lit");
      showNote(dot.dataset.m, labelOf(dot), event);
    };

    // Drawings that a page of the server does not have yet are asked for when they are seen, each once.
    const asked = new Set();
    const askDrawings = async molecules => {
      if (isFile) return false;
      const missing = [...new Set(molecules)].filter(molecule =>
        molecule && !asked.has(molecule) && !document.getElementById("d" + molecule));
      for (const molecule of missing) asked.add(molecule);
      for (let place = 0; place < missing.length; place += 50) {
        try {
          const answer = await fetch("drawings?of=" + missing.slice(place, place + 50).join(","));
          if (answer.ok) keepDrawings(new DOMParser().parseFromString(await answer.text(), "image/svg+xml"));
        } catch { /* The server has ended. */ }
      }
      return missing.length > 0;
    };
    const keepDrawings = page => {
      for (const symbol of all("symbol", page)) {
        if (!document.getElementById(symbol.id)) document.getElementById("drawings").append(document.importNode(symbol, true));
      }
    };
    const askSeenDrawings = root => {
      const shown = all("use", root).filter(use => !use.closest("tr[hidden]"));
      askDrawings(shown.map(use => use.getAttribute("href").slice(2)));
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
    """#

  /// What is done when a page is shown, and when its record has changed.
  private static let pageScript: StaticString = #"""
    const prepare = root => {
      if (root.prepared) return;
      root.prepared = true;
      all("svg.plot", root).forEach(preparePlot);
      all("table", root).forEach(prepareTable);
      askSeenDrawings(root);
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
        if (isAsking || isBusy || document.querySelector(".selection table")) { isStale = true; return; }
        isAsking = true; isStale = false;
        try {
          const answer = await fetch(location.href, {headers: {"X-Live": "1"}});
          const text = await answer.text(), page = new DOMParser().parseFromString(text, "text/html");
          for (const name of ["main", "header .name", "nav"]) {
            const [old, fresh] = [document.querySelector(name), page.querySelector(name)];
            if (old && fresh) old.replaceWith(fresh);
          }
          keepDrawings(page);
          hideTip();
          prepare(document.querySelector("main"));
        } catch { /* The server has ended; the page stays as it is. */ }
        isAsking = false;
        if (isStale) setTimeout(refresh, 500);
      };
      document.addEventListener("unselect", () => { if (isStale) refresh(); });
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
    """#
}
