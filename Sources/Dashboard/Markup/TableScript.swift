extension PageCode {
  /// Sorting, filtering, paging and data of tables.
  static let tableScript: StaticString = #"""
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
        if (table.isConnected) askSeenDrawings(body);
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
    """#
}
