// HTML of ours: a press on a unit opens its profile, a button copies its text.
const reader = new TextDecoder();

export default function ({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".linked"), html = reader.decode(data);
  if (place.shown !== html) { place.innerHTML = html; place.shown = html; }
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
    const button = event.target.closest("button[data-copy]");
    if (button) { copied(button); return; }
    const link = event.target.closest("a[data-unit]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setTriggerValue("pressed", link.dataset.unit);
  };
}
