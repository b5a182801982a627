// HTML of ours: a press on a unit opens its profile, a button copies its text, a place that is filled when it is unfolded is asked for (told.js fills it).
const reader = new TextDecoder();

export default function ({ data, parentElement, setTriggerValue, setStateValue }) {
  const place = parentElement.querySelector(".linked"), html = reader.decode(data);
  if (place.shown !== html) { place.innerHTML = html; Object.assign(place, { shown: html, asked: new Set() }); }
  const unfolds = (fold) => {
    const of = fold?.querySelector(":scope > [data-of]:empty")?.dataset.of;
    if (!of || place.asked.has(of)) return;
    place.asked.add(of);
    setStateValue("asked", { mark: place.firstElementChild.dataset.mark, of: [...place.asked] });
  };
  place.onpointerdown = (event) => unfolds(event.target.closest("summary")?.parentElement);
  const copied = (button) => {
    const area = document.createElement("textarea");
    area.value = button.dataset.copy;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
    if (!button.dataset.label) button.dataset.label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = button.dataset.label; }, 3000);
  };
  place.onclick = (event) => {
    unfolds(event.target.closest("summary")?.parentElement); // by the keyboard
    const button = event.target.closest("button[data-copy]");
    if (button) { copied(button); return; }
    const link = event.target.closest("a[data-unit]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setTriggerValue("pressed", link.dataset.unit);
  };
}
