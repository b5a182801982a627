// What stands around Streamlit in the browser, from the first byte on: the language, what is read aloud, failures in words that people
// understand, Enter in the finder, the sheet of paper. The words come from dashboard/serving/first_page.py.
(() => {
  const WORDS = window.frameWords;
  const PATIENT = 4000; // ms without a connection before it is said
  const root = document.documentElement;
  root.lang = "vi";

  // ---- Streamlit's own English, where it has no setting for it.
  const PLACES = "[data-testid=stSkipToContent], [data-testid=stDialog], [role=dialog], [data-testid=stFileUploader], [data-testid=stStatusWidget], [data-testid=stToast]";
  const LABELLED = WORDS.labels.map(([english]) => `[aria-label^="${english}"]`).join(), HINTING = WORDS.hints.map(([english]) => `input[placeholder="${english}"]`).join();
  const SAID = WORDS.said.map(([english, ours]) => [new RegExp(english, "s"), ours]);

  function speak(place) {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const found = SAID.find(([english]) => english.test(node.nodeValue));
      if (found) node.nodeValue = node.nodeValue.replace(found[0], found[1]);
    }
  }

  function read() {
    document.querySelectorAll(PLACES).forEach(speak);
    document.querySelectorAll(LABELLED).forEach((one) => {
      const [english, ours] = WORDS.labels.find(([start]) => one.ariaLabel.startsWith(start));
      one.setAttribute("aria-label", one.ariaLabel.replace(english, ours));
    });
    document.querySelectorAll(HINTING).forEach((one) => { one.placeholder = WORDS.hints.find(([english]) => english === one.placeholder)[1]; });
    // The menu's headings stand among list items: read as a group instead of a broken list.
    document.querySelectorAll("[data-testid=stSidebarNavItems]").forEach((menu) => {
      if (menu.getAttribute("role") !== "group") menu.setAttribute("role", "group");
      menu.querySelectorAll("li:not([role])").forEach((item) => item.setAttribute("role", "none"));
    });
    openFirst();
    opened();
    showInMenu();
  }

  // ---- The page that is open is in sight in the menu, above the finder that stands on it; once for each page, so nobody's own scrolling is undone.
  let inMenu = "";

  function showInMenu() {
    const here = document.querySelector("[data-testid=stSidebarNavLink][aria-current=page]"), finder = document.querySelector("[data-testid=stSidebarUserContent]");
    if (!here || !finder?.offsetHeight || here.href === inMenu) return;
    const menu = here.closest("[data-testid=stSidebarContent]"), covered = () => here.getBoundingClientRect().bottom - finder.getBoundingClientRect().top;
    if (covered() > 0) menu.scrollTop += covered();
    if (document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning") inMenu = here.href; // until then styles are still to come
  }

  // ---- A page opens: parts that are still to come hold back what stands below them (first.css) until all have come once, or until somebody acts.
  function opened() {
    const app = document.querySelector("[data-testid=stApp]");
    const comes = app?.dataset.testScriptState !== "notRunning" || document.querySelector("[data-testid=stMain] [data-testid=stSkeleton], .plot:not(.said)");
    if (!comes && document.querySelector("h1.answer")) root.classList.remove("opening");
  }

  for (const act of ["pointerdown", "keydown"]) addEventListener(act, () => root.classList.remove("opening"), { capture: true, once: true });

  let waits = false;
  function soon() {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; read(); });
  }

  // ---- The line to the server.
  const since = { lost: performance.now(), ever: false };

  async function reason() {
    try {
      const answer = await fetch(location.href, { redirect: "manual", cache: "no-store", headers: { Accept: "text/html" } });
      if (answer.type === "opaqueredirect") return "over";
      return answer.ok ? (since.ever ? "lost" : "blocked") : "gone";
    } catch {
      return "gone";
    }
  }

  function banner(kind) {
    const shown = document.querySelector(".line-state");
    if (!kind) return shown?.remove();
    if (shown?.dataset.kind === kind) return;
    shown?.remove();
    const said = Object.assign(document.createElement("div"), { className: "line-state", role: "alert" });
    said.dataset.kind = kind;
    said.append(Object.assign(document.createElement("span"), { textContent: WORDS.line[kind].replace("{host}", location.host) }), " ",
      Object.assign(document.createElement("a"), { href: location.href, textContent: kind === "over" ? WORDS.signIn : WORDS.reload }));
    document.body.append(said);
  }

  async function listen() {
    const state = document.querySelector("[data-testid=stApp]")?.dataset.testConnectionState;
    if (state === "CONNECTED") {
      Object.assign(since, { lost: performance.now(), ever: true });
      banner(null);
    } else if (performance.now() - since.lost > PATIENT && document.visibilityState === "visible") {
      banner(await reason());
    }
    setTimeout(listen, 1000);
  }

  // ---- Enter in the finder opens the first unit found, as soon as it stands there.
  let entered = null;

  function openFirst() {
    const box = document.querySelector(".st-key-finder input");
    if (!entered || !box || box.value !== entered) return;
    const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/giu, "d").toLowerCase();
    const first = document.querySelector(".st-key-finder_found a");
    const about = document.querySelector(".finder-about")?.dataset.typed;
    if (first && about !== undefined && fold(about) === fold(entered)) { entered = null; first.click(); }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.closest?.(".st-key-finder")) return;
    entered = event.target.value;
    openFirst();
  });

  // ---- Paper: one column of an A4 page, drawn before it is printed.
  let folded = [];
  addEventListener("beforeprint", () => {
    root.classList.add("paper");
    folded = [...document.querySelectorAll(".linked details:not([open], .behind-told), details.more:not([open])")];
    folded.forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => {
    root.classList.remove("paper");
    folded.forEach((one) => { one.open = false; });
  });

  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true, characterData: true, attributeFilter: ["data-test-script-state"] });
    soon();
    listen();
  });
})();
