// Draws one figure in a node that stays: Plotly.react changes what differs instead of building the plot anew.
// What is constant for every chart stands in the frame's style sheet (dashboard/ui/screen_parts.py), which may arrive after this script.
const { twins: TWINS, locale: LOCALE, config: CONFIG, template: TEMPLATE, narrow: NARROW, ink: INK, muted: MUTED, words: WORDS } = await told();
const IMAGE_WIDTH = 1200, AHEAD = "400px";
const SHEET = 880; // px of a picture that a sheet of paper holds with its title: one not much taller is drawn smaller, so that no sheet cuts it
const STEP = 1400, MOVE = 500; // ms: from a year to the next while it plays, and of the dots' way
const still = matchMedia("(prefers-reduced-motion: reduce)"), reader = new TextDecoder();

async function told() {
  for (;;) {
    const said = getComputedStyle(document.documentElement).getPropertyValue("--plotting");
    if (said) return JSON.parse(said);
    await new Promise((next) => setTimeout(next, 20));
  }
}

function read(text) {
  // A line of JSON about the picture, then its figure, which is only parsed where it is drawn.
  const end = text.indexOf("\n");
  return { ...JSON.parse(text.slice(0, end)), figure: text.slice(end + 1) };
}

function library(address) {
  // One script element for the whole page, however many charts ask for it.
  window.plotlyArrives ??= new Promise((arrived, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => { window.Plotly.register(LOCALE); arrived(window.Plotly); };
    script.onerror = () => { window.plotlyArrives = undefined; failed(new Error(address)); };
    document.head.append(script);
  });
  return window.plotlyArrives;
}

let ground; // once a task: each asking makes the browser work out all styles
function onDark(node) {
  if (ground === undefined) {
    ground = isDark(node);
    setTimeout(() => { ground = undefined; });
  }
  return ground;
}

function isDark(node) {
  const hex = getComputedStyle(node).getPropertyValue("--st-background-color").trim();
  const [red, green, blue] = [1, 3, 5].map((place) => parseInt(hex.slice(place, place + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

function merged(wide, narrow) {
  // Axes and margins are completed, everything else (annotations, shapes) replaced.
  const both = { ...wide };
  for (const [name, part] of Object.entries(narrow ?? {})) {
    const nested = part && typeof part === "object" && !Array.isArray(part);
    both[name] = nested ? merged(both[name] ?? {}, part) : part;
  }
  return both;
}

function figureOf(text, { dark = false, narrow = false, width, year }) {
  const coloured = (text) => (dark ? text.replace(/#[0-9A-F]{6}\b/gi, (colour) => TWINS[colour.toUpperCase()] ?? colour) : text);
  const { data: drawn, layout: own } = JSON.parse(coloured(text));
  const layout = { template: JSON.parse(coloured(JSON.stringify(TEMPLATE))), ...own };
  const now = layout.meta.frames?.[year]?.traces ?? {};
  const data = drawn.map((trace, place) => ({ ...trace, ...now[place] }));
  if (!narrow) return { data, layout: { ...layout, width } };
  const { narrow: form, narrow_traces: parts } = layout.meta;
  return { data: data.map((trace, place) => merged(trace, parts[place])), layout: { ...merged(layout, form), width } };
}

function clickedOf(event) {
  const data = event.points?.find((point) => point.customdata != null)?.customdata ?? event.annotation?.name;
  return Array.isArray(data) ? data[0] : data;
}

function listen(state) {
  const { plot } = state;
  const clicked = (event) => { const data = clickedOf(event); if (data && state.data.clickable) state.send(data); };
  plot.on("plotly_click", clicked);
  plot.on("plotly_clickannotation", clicked);
  plot.on("plotly_hover", (event) => plot.classList.toggle("over", Boolean(state.data.clickable && clickedOf(event))));
  plot.on("plotly_unhover", () => plot.classList.remove("over"));
}

function drawOnPaper(state) {
  // Before a print, at once and whole, on the light ground, in the width of the sheet; a print does not wait.
  const { plot, data, node } = state;
  if (!window.Plotly) return;
  const width = plot.clientWidth;
  const { data: traces, layout } = figureOf(data.figure, { narrow: false, width, year: state.year });
  plot.style.height = `${data.height}px`;
  window.Plotly.react(plot, traces, { ...layout, title: undefined }, CONFIG);
  plot.style.zoom = data.height > SHEET && data.height < 1.5 * SHEET ? SHEET / data.height : "";
  node.dataset.drawn = data.mark;
}

function stops({ data }) {
  // Everything in a plot that a reader can stand on, in the order drawn.
  return (data ?? []).flatMap((trace, curveNumber) => trace.visible === false || trace.hoverinfo === "skip" || trace.z ? []
    : Array.from(trace.y ?? [], (_, pointNumber) => ({ curveNumber, pointNumber, code: trace.customdata?.[pointNumber] })));
}

function walk(state, event) {
  // Arrows go from point to point, what is hovered is also read; Enter opens.
  const { plot, node } = state, found = stops(plot);
  const last = found.length - 1, at = state.at ?? -1;
  const next = { ArrowRight: Math.min(at + 1, last), ArrowDown: Math.min(at + 1, last), ArrowLeft: Math.max(at - 1, 0), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
  if (last < 0 || (next === undefined && event.key !== "Enter")) return;
  event.preventDefault();
  if (event.key === "Enter") {
    const code = [found[at]?.code].flat()[0];
    if (code && state.data.clickable) state.send(code);
    return;
  }
  state.at = next;
  window.Plotly.Fx.hover(plot, [found[next]]);
  const told = [...plot.querySelectorAll(".hoverlayer .hovertext")].map((one) => one.textContent).join("; ");
  node.querySelector(".plot-told").textContent = told;
}

async function draw(state) {
  const turn = (state.turn = (state.turn ?? 0) + 1);
  const { plot, data, node } = state;
  try {
    const Plotly = await library(data.library);
    const width = plot.clientWidth;
    if (turn !== state.turn || !width) return;
    const { data: traces, layout } = figureOf(data.figure, { dark: onDark(node), narrow: width < NARROW, width, year: state.year });
    await Plotly.react(plot, traces, { ...layout, title: undefined }, CONFIG);
    plot.querySelector(".plot-container").setAttribute("aria-hidden", "true"); // read as one picture by its alternative text, not as loose figures
    if (!state.listening) { listen(state); state.listening = true; }
    node.dataset.drawn = data.mark;
  } catch (error) {
    console.error(error);
    plot.textContent = WORDS.failed;
  }
}

function ask(state) {
  // Drawn at once if in view, else when it comes near.
  reserve(state);
  state.pending = true;
  if (state.near) { state.pending = false; draw(state); }
  else (window.requestIdleCallback ?? setTimeout)(() => library(state.data.library).catch(() => {})); // a print does not scroll
}

function reserve({ plot, frame, data, width }) {
  const narrow = (width ?? frame.clientWidth) < NARROW;
  const height = narrow ? data.narrow_height : data.height;
  plot.style.height = `${height}px`;
  plot.style.zoom = "";
  frame.style.maxHeight = data.scroll && height > data.scroll ? `${data.scroll}px` : "";
  frame.tabIndex = frame.style.maxHeight ? 0 : -1;
}

function say(state) {
  const { node, data, plot } = state;
  for (const part of ["title", "subtitle", "source"]) {
    const place = node.querySelector(`.plot-${part}`);
    place.textContent = data[part];
    place.hidden = !data[part];
  }
  const more = node.querySelector(".plot-more");
  more.hidden = !data.more;
  more.querySelector("summary").textContent = WORDS.more;
  more.querySelector("p").textContent = data.more;
  node.classList.add("said");
  plot.setAttribute("aria-label", data.alt);
  node.setAttribute("aria-label", data.title);
  const walked = node.querySelector(".plot-walk");
  walked.textContent = data.clickable ? WORDS.walkAndOpen : WORDS.walk;
  walked.id ||= `walk-${(window.walks = (window.walks ?? 0) + 1)}`;
  plot.setAttribute("aria-describedby", walked.id);
  state.at = undefined;
  offerYears(state);
  const button = node.querySelector(".plot-save");
  button.textContent = WORDS.save;
  button.setAttribute("aria-label", `${WORDS.save}: ${data.title}`);
  button.onclick = () => save(state);
}

function offerYears(state) {
  // A picture of several years has a slider below its title: the last year first, unless the reader chose another one.
  const { node, data } = state, row = node.querySelector(".plot-years"), labels = data.frames.map(([label]) => label).join();
  row.hidden = !data.frames.length;
  if (row.hidden) return;
  if (state.labels !== labels) Object.assign(state, { labels, year: data.frames.length - 1 });
  const slider = row.querySelector(".plot-year"), play = row.querySelector(".plot-play");
  slider.max = data.frames.length - 1;
  slider.setAttribute("aria-label", WORDS.year);
  slider.oninput = () => { rest(state); turn(state, Number(slider.value)); };
  play.hidden = still.matches;
  play.onclick = () => (state.plays ? rest(state) : go(state));
  rest(state);
  tell(state);
}

function tell({ node, data, year }) {
  const slider = node.querySelector(".plot-year"), [label, said] = data.frames[year];
  slider.value = year;
  slider.setAttribute("aria-valuetext", label);
  node.querySelector(".plot-said").textContent = said;
}

async function turn(state, year) {
  state.year = year;
  tell(state);
  const { plot, data, node } = state;
  if (!node.dataset.drawn) return;
  if (!still.matches) {
    const { data: traces } = figureOf(data.figure, { dark: onDark(node), narrow: plot.clientWidth < NARROW, year });
    const moved = traces.map(({ x, hovertext }) => (hovertext ? { x, hovertext } : { x }));
    const way = { transition: { duration: MOVE, easing: "cubic-in-out" }, frame: { duration: MOVE, redraw: false }, mode: "immediate" };
    await window.Plotly.animate(plot, { data: moved, traces: moved.map((_, place) => place) }, way).catch(() => {}); // overtaken by a later year
  }
  if (state.year === year) draw(state);
}

function go(state) {
  const { node, data } = state, last = data.frames.length - 1;
  node.querySelector(".plot-play").textContent = WORDS.stop;
  turn(state, state.year === last ? 0 : state.year + 1);
  state.plays = setInterval(() => (state.year === last ? rest(state) : turn(state, state.year + 1)), STEP);
}

function rest(state) {
  clearInterval(state.plays);
  state.plays = undefined;
  state.node.querySelector(".plot-play").textContent = WORDS.play;
}

function broken(text, size, weight = "normal") {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px sans-serif`;
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (pen.measureText(longer).width > IMAGE_WIDTH - 60 && lines.at(-1)) lines.push(word); else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")).join("<br>");
}

async function save({ data, year }) {
  const Plotly = await library(data.library);
  const { data: traces, layout } = figureOf(data.figure, { width: IMAGE_WIDTH, year });
  const title = broken(data.title, 20, "bold"), subtitle = broken([data.subtitle, data.more, data.frames[year]?.[1]].filter(Boolean).join(" "), 15), source = broken(`${data.source} ${data.face}`.trim(), 13);
  const tall = (text, size) => (text ? text.split("<br>").length * size * 1.35 : 0);
  const head = tall(title, 20) + tall(subtitle, 15) + 24, foot = tall(source, 13) + 16;
  const margin = { l: 8, r: 16, t: 16, b: 32, ...layout.margin };
  const height = data.height + head + foot, inner = height - margin.t - head - margin.b - foot;
  const note = (text, size, colour, y, yanchor, weight) => ({ text, x: 0, xref: "paper", xanchor: "left", align: "left", y, yref: "paper", yanchor, showarrow: false,
    xshift: 12 - margin.l, font: { size, color: colour, weight } });
  const top = 1 + (margin.t + head - 12) / inner;
  const notes = [note(title, 20, INK, top, "top", 700), note(subtitle, 15, MUTED, top - tall(title, 20) / inner, "top"),
    note(source, 13, MUTED, -(margin.b + foot - 8) / inner, "bottom")].filter((one) => one.text);
  const sheet = { ...layout, title: undefined, height, margin: { ...margin, t: margin.t + head, b: margin.b + foot }, annotations: [...(layout.annotations ?? []), ...notes] };
  const image = await Plotly.toImage({ data: traces, layout: sheet, config: CONFIG }, { format: "png", width: IMAGE_WIDTH, height, scale: 2 });
  Object.assign(document.createElement("a"), { href: image, download: `${data.file_name}.png` }).click();
}

function begin(parent) {
  const node = parent.querySelector(".plot");
  const state = { node, plot: node.querySelector(".plot-drawing"), frame: node.querySelector(".plot-frame"), near: false, pending: false };
  state.watch = new IntersectionObserver(([entry]) => {
    state.near = entry.isIntersecting;
    if (state.near && state.pending) { state.pending = false; draw(state); }
  }, { rootMargin: AHEAD });
  state.watch.observe(node);
  state.measure = new ResizeObserver(([entry]) => {
    const width = Math.round(entry.contentRect.width);
    if (state.width !== undefined && width && width !== state.width) requestAnimationFrame(() => ask(state));
    state.width = width;
  });
  state.measure.observe(state.frame);
  state.plot.addEventListener("keydown", (event) => walk(state, event));
  state.print = () => drawOnPaper(state);
  state.printed = () => ask(state);
  addEventListener("beforeprint", state.print);
  addEventListener("afterprint", state.printed);
  return state;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const state = (parentElement.plotState ??= begin(parentElement));
  const told = reader.decode(data), dark = onDark(state.node);
  state.send = (value) => setTriggerValue("clicked", value);
  if (state.told !== told || state.dark !== dark) { // every run tells every picture; what it told before stands there
    Object.assign(state, { told, dark, data: read(told) });
    say(state);
    ask(state);
  }
  return () => {
    clearInterval(state.plays);
    state.watch.disconnect();
    state.measure.disconnect();
    removeEventListener("beforeprint", state.print);
    removeEventListener("afterprint", state.printed);
    if (state.listening) window.Plotly.purge(state.plot);
    parentElement.plotState = undefined;
  };
}
