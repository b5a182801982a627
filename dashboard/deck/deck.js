"use strict";
// Drives the slides that stand in the page: one is visible at a time. Nothing is fetched; fresh figures come from the window that opened this one.
const ABOUT = __ABOUT__;
const root = document.documentElement, deck = document.getElementById("deck"), told = document.getElementById("told");
const began = Date.now(), ANSWER_WITHIN = 30000, TOLD_FOR = 6000, IDLE_AFTER = 2000, SWIPE = 40, DIGITS_WITHIN = 900, SCROLLED = 0.6;
let place = 0, typed = "", typing = null, timer = null, hush = null, asked = null, desk = null;

const slides = () => deck.querySelectorAll(".slide");
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function show(wanted) {
  const all = slides();
  place = Math.min(Math.max(wanted, 0), all.length - 1);
  all.forEach((one, at) => one.classList.toggle("on", at === place));
  root.classList.remove("qr-large");
  if (location.hash !== `#${place + 1}`) history.replaceState(null, "", `#${place + 1}`);
  if (desk) fillDesk();
}

function tell(text, lasting = false) {
  clearTimeout(hush);
  told.textContent = text;
  if (!lasting) hush = setTimeout(() => { told.textContent = ""; standing(); }, TOLD_FOR);
}

function standing() {
  // What stays written while the deck shows itself or the screen is dark.
  if (root.classList.contains("black")) tell(ABOUT.words.black, true);
  else if (timer) tell(filled(ABOUT.words.auto, ABOUT), true);
  else told.textContent = "";
}

function byItself() {
  clearInterval(timer);
  timer = timer ? null : setInterval(() => show((place + 1) % slides().length), ABOUT.seconds * 1000);
  standing();
}

function wholeScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen().catch(() => tell(ABOUT.words.full));
}

function black() {
  root.classList.toggle("black");
  standing();
}

function keys() {
  const open = document.getElementById("keys");
  if (open) return open.remove();
  const box = document.body.appendChild(document.createElement("section"));
  box.id = "keys";
  box.append(element("h3", ABOUT.words.keysTitle));
  const list = box.appendChild(document.createElement("dl"));
  for (const [key, meaning] of ABOUT.words.keys) list.append(element("dt", key), element("dd", meaning));
}

function element(name, text = "", owner = document) {
  const made = owner.createElement(name);
  made.textContent = text;
  return made;
}

// Fresh figures: the window that opened this one makes the deck anew and sends it; the slide stays.
function refresh() {
  if (ABOUT.sealed) return tell(ABOUT.words.same);
  clearTimeout(asked);
  if (!window.opener || window.opener.closed) return stale();
  asked = setTimeout(stale, ANSWER_WITHIN);
  tell(ABOUT.words.asking, true);
  window.opener.postMessage({ trinhChieu: "lam-moi" }, window.origin);
}

function stale() {
  // An answer that comes later is still taken.
  tell(filled(ABOUT.words.stale, deck.dataset));
}

function renew(event) {
  if (event.source !== window.opener || event.origin !== window.origin || typeof event.data?.trinhChieu !== "string" || !asked) return;
  clearTimeout(asked);
  asked = null;
  const fresh = new DOMParser().parseFromString(event.data.trinhChieu, "text/html");
  deck.replaceChildren(...fresh.querySelectorAll(".slide"));
  deck.dataset.made = fresh.getElementById("deck").dataset.made;
  show(place);
  tell(ABOUT.words.fresh);
}

// The speaker's window holds copies of the slides and no script of its own: it is filled from here, also from a file on a stick.
function openDesk() {
  if (desk && !desk.closed) return desk.focus();
  desk = window.open("", "man-hinh-nguoi-trinh-bay", "popup,width=1280,height=760");
  if (!desk) return tell(ABOUT.words.blocked);
  const page = desk.document;
  page.documentElement.lang = "vi";
  page.documentElement.dataset.theme = root.dataset.theme;
  page.title = ABOUT.words.desk;
  page.head.replaceChildren(page.importNode(document.querySelector("style"), true));
  page.body.className = "desk";
  page.body.replaceChildren(element("header", "", page), deskPart(page, "now"), deskPart(page, "then"), Object.assign(element("section", "", page), { className: "said", tabIndex: 0 }));
  desk.addEventListener("keydown", pressed);
  desk.addEventListener("pagehide", () => { desk = null; });
  fillDesk();
}

function deskPart(page, name) {
  const part = Object.assign(element("figure", "", page), { className: name });
  part.append(element("figcaption", ABOUT.words[name], page), Object.assign(element("div", "", page), { className: "stage" }));
  return part;
}

function fillDesk() {
  const page = desk.document, all = slides();
  for (const [name, slide] of [["now", all[place]], ["then", all[place + 1]]]) {
    const copy = slide ? page.importNode(slide, true) : element("p", ABOUT.words.end, page);
    copy.removeAttribute("id");
    copy.classList.add("on");
    page.querySelector(`.${name} .stage`).replaceChildren(copy);
  }
  const said = page.querySelector(".said");
  said.scrollTop = 0;
  said.replaceChildren(element("h3", ABOUT.words.notes, page), page.importNode(all[place].querySelector(".notes").content, true));
  tick();
}

function tick() {
  if (!desk || desk.closed) return;
  const page = desk.document, passed = Math.floor((Date.now() - began) / 1000);
  const figures = [[ABOUT.words.clock, new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", hour12: false })],
    [ABOUT.words.since, `${Math.floor(passed / 60)}:${String(passed % 60).padStart(2, "0")}`]];
  const parts = figures.map(([name, value]) => { const part = element("span", name, page); part.append(element("b", value, page)); return part; });
  page.querySelector("header").replaceChildren(...parts, element("span", filled(ABOUT.words.place, { place: place + 1, all: slides().length }), page));
}

const next = () => show(place + 1), back = () => show(place - 1);
const KEYS = {
  ArrowRight: next, ArrowDown: next, PageDown: next, Enter: next, ArrowLeft: back, ArrowUp: back, PageUp: back, Backspace: back, Home: () => show(0), End: () => show(Infinity), " ": next, a: byItself, Escape: close,
  f: wholeScreen, F5: wholeScreen, b: black, ".": black, p: openDesk, r: refresh, h: keys, t: theme, q: () => root.classList.toggle("qr-large"),
};

// Esc puts away what lies over the slide, the last opened first; in the speaker's window that window.
function close(event) {
  const box = document.getElementById("keys");
  if (desk && event.view === desk) return desk.close();
  if (box) return box.remove();
  if (root.classList.contains("qr-large")) return root.classList.remove("qr-large");
  if (root.classList.contains("black")) return black();
  if (timer) byItself();
}

// A number typed goes to that slide: at once with Enter, else when no further digit comes.
function digit(figure) {
  clearTimeout(typing);
  typed = (typed + figure).slice(-3);
  tell(filled(ABOUT.words.place, { place: typed, all: slides().length }), true);
  typing = setTimeout(jump, DIGITS_WITHIN);
}

function jump() {
  clearTimeout(typing);
  if (Number(typed)) show(Number(typed) - 1);
  typed = "";
  standing();
}

function scrolls(event) {
  // Up and down move the speaker's notes, not the slides.
  if (!desk || event.view !== desk || !["ArrowDown", "ArrowUp"].includes(event.key)) return false;
  const said = desk.document.querySelector(".said");
  said.scrollTop += (event.key === "ArrowDown" ? SCROLLED : -SCROLLED) * said.clientHeight;
  event.preventDefault();
  return true;
}

function theme() {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  if (desk) desk.document.documentElement.dataset.theme = root.dataset.theme;
}

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || scrolls(event)) return;
  if (/^\d$/.test(event.key)) return digit(event.key);
  if (event.key === "Enter" && typed) return jump();
  const act = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  const dark = root.classList.contains("black");
  if (dark && act !== black && (act === next || act === back)) return black();
  if (!event.repeat || act === next || act === back) act(event);
}

let from = null, idle = null;
function moved() {
  root.classList.remove("idle");
  clearTimeout(idle);
  idle = setTimeout(() => root.classList.add("idle"), IDLE_AFTER);
}
document.addEventListener("keydown", pressed);
document.addEventListener("pointermove", moved);
document.addEventListener("pointerdown", (event) => { from = event.isPrimary && event.button === 0 ? event.clientX : null; });
document.addEventListener("pointerup", (event) => {
  if (from === null) return;
  const way = event.clientX - from;
  from = null;
  if (Math.abs(way) >= SWIPE) return way < 0 ? next() : back();
  if (root.classList.contains("black")) return black();
  return event.pointerType === "touch" && event.clientX < window.innerWidth / 3 ? back() : next();
});
document.addEventListener("contextmenu", (event) => event.preventDefault());
window.addEventListener("hashchange", () => show(Number(location.hash.slice(1)) - 1 || 0));
window.addEventListener("message", renew);
window.addEventListener("pagehide", () => desk?.close());
setInterval(tick, 1000);
show(Number(location.hash.slice(1)) - 1 || 0);
moved();
