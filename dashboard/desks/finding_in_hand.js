// The report beside moves to the finding in hand; its box does not move the page. Letters pressed on a switch or on a line of the list are keys of the page, too.
(() => {
  const pane = document.querySelector(".report-text");
  if (pane) {
    pane.querySelectorAll("mark.now").forEach((one) => one.classList.remove("now"));
    const marks = [...pane.getElementsByClassName("__MARK__")];
    marks.forEach((one) => one.classList.add("now"));
    if (marks[0]) pane.scrollTo({ top: marks[0].offsetTop - pane.clientHeight / 8 });
  }
  if (window.reportKeysPassed) return;
  window.reportKeysPassed = true;
  window.addEventListener("keydown", (event) => {
    const chooses = event.target.matches?.("input[type=radio], input[type=checkbox]");
    if (!chooses || !/^[a-z]$/i.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!document.querySelector(".report-text")) return; // another page
    const { key, code } = event;
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
  }, true);
})(); // __DRAWN__
