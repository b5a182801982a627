// Opens the deck from a file made in the browser, shows it small, and hands fresh figures to the windows that ask for them.
export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".deck-window");
  const state = (box.state ??= { asking: new Map() });
  const [link, file] = box.querySelectorAll("a"), preview = box.querySelector("iframe");
  link.textContent = data.words.open;
  file.textContent = data.words.save;
  file.download = data.file;
  box.querySelector("p").textContent = data.words.preview;
  preview.title = data.words.preview;
  if (state.html !== data.html) {
    state.html = data.html;
    link.href = URL.createObjectURL(new Blob([data.html], { type: "text/html" }));
    file.href = preview.src = link.href;
  }
  for (const [asker, asked] of state.asking) {
    if (data.answering >= asked) { asker.postMessage({ trinhChieu: data.html }, window.origin); state.asking.delete(asker); }
  }
  const listen = (event) => {
    if (event.origin !== window.origin || event.data?.trinhChieu !== "lam-moi") return;
    const asked = Date.now();
    state.asking.set(event.source, asked);
    setTriggerValue("asked", asked);
  };
  window.addEventListener("message", listen);
  return () => window.removeEventListener("message", listen);
}
