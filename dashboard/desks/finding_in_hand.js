// The report beside moves to the finding in hand; its box does not move the page. Letters pressed on a switch or on a line of the list are keys of the page, too; so are those after a choice in a list or Enter in a field, which is left then.
(() => {
  const KEYS = /^[dktynjs]$/i, LOOKS = 60; // ms, time enough for a press to begin a run
  const pane = document.querySelector(".report-text");
  if (pane) {
    pane.querySelectorAll("mark.now").forEach((one) => one.classList.remove("now"));
    const marks = [...pane.getElementsByClassName("__MARK__")];
    marks.forEach((one) => one.classList.add("now"));
    if (marks[0]) pane.scrollTo({ top: marks[0].offsetTop - pane.clientHeight / 8 });
  }
  if (window.reportKeysPassed) return;
  window.reportKeysPassed = true;
  // A key answers the finding that is seen: while the answer before is on its way, the next finding is not yet there, and a key counts for none.
  const isBusy = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning";
  let waits = false;
  const free = () => { waits = isBusy(); if (waits) setTimeout(free, LOOKS); };
  const leave = () => setTimeout(() => document.querySelector(".report-text") && document.activeElement?.matches("input:not([aria-expanded=true])") && document.activeElement.blur(), LOOKS);
  window.addEventListener("click", (event) => { if (event.target.closest?.("[role=option]")) leave(); }, true);
  window.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches?.("input")) leave();
    if (!/^[a-z]$/i.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!document.querySelector(".report-text")) return; // another page
    const { key, code, target } = event;
    if (target.matches?.("input[type=radio], input[type=checkbox]")) {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
    } else if (!KEYS.test(key) || target.matches?.("input, textarea, [contenteditable]")) {
      return;
    } else if (waits || isBusy()) {
      event.stopImmediatePropagation();
      event.preventDefault();
    } else {
      waits = true;
      setTimeout(free, LOOKS);
    }
  }, true);
})(); // __DRAWN__
