// Draws a table as HTML: rows that wrap, sort, open, print and can be copied as they are read. The first rows at once, the rest as they are scrolled to.
const PORTION = 150, LINE = 34; // px of a row of one line
const reader = new TextDecoder();
const byAlphabet = new Intl.Collator("vi", { numeric: true }).compare;

function made(tag, attributes = {}, ...inner) {
  const node = Object.assign(document.createElement(tag), attributes);
  node.append(...inner);
  return node;
}

function number(text) {
  // As people read it (dashboard/ui/table_order.py); null for none.
  if (!/^[+−]?\d[\d.]*(,\d+)?%?$/.test(text)) return null;
  return Number(text.replace("%", "").replaceAll(".", "").replace(",", ".").replace("−", "-"));
}

function ordered(state) {
  const { texts, order, heads } = state.data, { column, down } = state.sort;
  const places = texts[0].map((_, place) => place);
  if (column === null || column >= heads.length) return places;
  const value = (place) => (heads[column].text ? texts[column][place] : order[column] ? order[column][place] : number(texts[column][place]));
  const missing = (place) => value(place) === null || value(place) === state.data.dash;
  const compare = heads[column].text ? byAlphabet : (one, other) => one - other;
  return places.sort((one, other) => (missing(one) ? 1 : 0) - (missing(other) ? 1 : 0) || (missing(one) ? 0 : (down ? -1 : 1) * compare(value(one), value(other))) || one - other);
}

function head(state) {
  const cells = state.data.heads.map((one, column) => {
    const sorted = state.sort.column === column;
    const press = made("button", { type: "button", textContent: one.label, title: one.help ?? "", onclick: () => {
      state.sort = sorted && state.sort.down ? { column: null, down: false } : { column, down: sorted };
      draw(state);
      state.table.tHead.rows[0].cells[column].firstChild.focus();
    } });
    const cell = made("th", { scope: "col", className: (one.right ? "right" : "") + (column < state.data.frozen ? " named" : "") }, press);
    const letters = one.right ? 0 : Math.max(...state.data.texts[column].slice(0, PORTION).map((text) => text.length));
    cell.style.setProperty("--letters", letters);
    cell.ariaSort = sorted ? (state.sort.down ? "descending" : "ascending") : "none";
    return cell;
  });
  return made("thead", {}, made("tr", {}, ...cells));
}

function content(state, place, column) {
  const text = state.data.texts[column][place];
  if (column || !state.data.opens) return text;
  const { links } = state.data;
  const link = made("a", { textContent: text, href: links ? links.before + links.units[place] + links.after : "#", className: "table-opens" });
  if (!links) link.setAttribute("role", "button");
  return link;
}

function row(state, place) {
  const cells = state.data.heads.map((one, column) => {
    const cell = made(column < state.data.frozen ? "th" : "td", { className: one.right ? "right" : one.text ? (one.wide ? "wide" : "") : "coded" }, content(state, place, column));
    if (column < state.data.frozen) cell.scope = "row";
    const colour = one.colours?.[state.data.texts[column][place]];
    if (colour) cell.style.color = colour;
    return cell;
  });
  const line = made("tr", {}, ...cells);
  line.dataset.place = place;
  return line;
}

function more(state, all = false) {
  const body = state.table.tBodies[0], from = body.rows.length;
  const next = state.order.slice(from, all ? undefined : from + PORTION);
  body.append(...next.map((place) => row(state, place)));
}

function draw(state) {
  const body = made("tbody");
  state.order = ordered(state);
  state.table.replaceChildren(head(state), body);
  state.table.classList.toggle("opens", Boolean(state.data.opens));
  more(state);
}

function selectedCells(table) {
  const selection = getSelection();
  return [...table.rows].map((line) => [...line.cells].filter((cell) => selection.containsNode(cell, true))).filter((cells) => cells.length);
}

function copied(state, event) {
  // What is copied is what is read, with the heads of its columns.
  const lines = selectedCells(state.table).filter((cells) => cells[0].closest("tbody"));
  if (lines.flat().length < 2) return;
  const columns = [...new Set(lines.flat().map((cell) => cell.cellIndex))].sort((one, other) => one - other);
  const heads = columns.map((column) => state.data.heads[column].label);
  const texts = [heads, ...lines.map((cells) => columns.map((column) => cells.find((cell) => cell.cellIndex === column)?.textContent ?? ""))];
  const html = made("table", {}, ...texts.map((line) => made("tr", {}, ...line.map((text) => made("td", { textContent: text })))));
  event.clipboardData.setData("text/plain", texts.map((line) => line.join("\t")).join("\n"));
  event.clipboardData.setData("text/html", html.outerHTML);
  event.preventDefault();
}

function pressed(state, event) {
  const line = event.target.closest("tbody tr"), link = event.target.closest("a");
  if (!line || !state.data.opens || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!link && !getSelection().isCollapsed) return;
  event.preventDefault();
  state.send(Number(line.dataset.place));
}

function begin(parent) {
  const frame = parent.querySelector(".table-frame"), table = frame.querySelector("table");
  const state = { frame, table, sort: { column: null, down: false } };
  frame.addEventListener("scroll", () => { if (frame.scrollTop + frame.clientHeight > frame.scrollHeight - 600) more(state); }, { passive: true });
  table.addEventListener("copy", (event) => copied(state, event));
  table.addEventListener("click", (event) => pressed(state, event));
  state.print = () => more(state, true);
  addEventListener("beforeprint", state.print);
  return state;
}

export default function ({ data: bytes, parentElement, setTriggerValue, setStateValue }) {
  const data = JSON.parse(reader.decode(bytes));
  const state = (parentElement.tableState ??= begin(parentElement));
  state.send = (place) => (data.stays ? setStateValue("opened", { mark: data.mark, place }) : setTriggerValue("pressed", { mark: data.mark, place }));
  if (state.shown !== data.mark) {
    state.shown = data.mark;
    state.data = data;
    state.frame.setAttribute("aria-label", data.title);
    state.frame.style.maxHeight = data.height ? `${data.height}px` : "";
    state.frame.style.containIntrinsicHeight = `auto ${Math.min(data.height || Infinity, LINE * (1 + data.texts[0].length))}px`;
    draw(state);
  }
  return () => { removeEventListener("beforeprint", state.print); parentElement.tableState = undefined; };
}
