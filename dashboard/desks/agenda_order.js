// A list whose entries are dragged, or moved with Alt and the arrows; the new order is told a moment after the last move.
const REST = 700; // ms

export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector("ol"), told = parentElement.querySelector("[role=status]");
  const state = (list.state ??= { timer: null, moving: false });
  list.setAttribute("aria-label", data.words.list);
  const rows = () => [...list.children];
  const numbered = () => rows().forEach((row, place) => { row.firstChild.textContent = `${place + 1}`; });
  const tell = () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => {
      state.moving = false;
      setTriggerValue("order", rows().map((row) => Number(row.dataset.number)));
    }, REST);
  };
  const say = (row) => {
    told.textContent = data.words.moved.replace("{label}", row.lastChild.textContent).replace("{place}", rows().indexOf(row) + 1);
  };
  const put = (row, place) => {
    state.moving = true;
    const others = rows().filter((one) => one !== row);
    list.insertBefore(row, others[place] ?? null);
    numbered();
    say(row);
    tell();
  };
  const steps = { ArrowUp: -1, ArrowDown: 1 };
  const keyed = (event) => {
    const row = event.currentTarget, place = rows().indexOf(row), step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = Math.min(Math.max(place + step, 0), rows().length - 1);
    if (event.altKey) { put(row, next); row.focus(); } else rows()[next].focus();
  };
  const held = (event) => {
    const row = event.currentTarget;
    event.preventDefault();
    row.focus();
    row.classList.add("held");
    const move = (to) => {
      const others = rows().filter((one) => one !== row);
      const place = others.filter((one) => { const box = one.getBoundingClientRect(); return to.clientY > box.top + box.height / 2; }).length;
      if (place !== rows().indexOf(row)) put(row, place);
    };
    const done = () => {
      row.classList.remove("held");
      window.removeEventListener("pointermove", move);
      if (state.moving) tell();
    };
    window.addEventListener("pointermove", move); // a row that is moved loses its hold on the pointer
    window.addEventListener("pointerup", done, { once: true });
    window.addEventListener("pointercancel", done, { once: true });
  };
  const drawn = JSON.stringify(data.rows);
  if (state.drawn !== drawn && !state.moving) {
    state.drawn = drawn;
    const focused = document.activeElement?.closest?.(".agenda-order li")?.dataset.number;
    list.replaceChildren(...data.rows.map(({ number, label }) => {
      const row = document.createElement("li");
      row.tabIndex = 0;
      row.dataset.number = number;
      row.title = data.words.help;
      row.append(document.createElement("span"), document.createElement("span"));
      row.lastChild.textContent = label;
      row.addEventListener("keydown", keyed);
      row.addEventListener("pointerdown", held);
      return row;
    }));
    numbered();
    if (focused) rows().find((row) => row.dataset.number === focused)?.focus({ preventScroll: true });
  }
}
