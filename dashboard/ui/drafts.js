// Tells what is typed into a form while it is typed, a moment after the last letter; what is sent is told no more.
const PAUSE = 700; // ms

function fieldsOf(fields) {
  const found = {};
  for (const [name, key] of Object.entries(fields)) {
    const field = document.querySelector(`.st-key-${CSS.escape(key)} :is(textarea, input)`);
    if (field) found[name] = field.value;
  }
  return found;
}

export default function ({ data, parentElement, setStateValue }) {
  let timer;
  const typed = (event) => {
    const own = Object.values(data.fields).some((key) => event.target.closest?.(`.st-key-${CSS.escape(key)}`));
    if (!own) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const now = fieldsOf(data.fields);
      if (Object.keys(now).length) setStateValue("typed", now);
    }, PAUSE);
  };
  const sent = (event) => { if (event.target.closest?.("[data-testid=stFormSubmitButton]")) clearTimeout(timer); };
  document.addEventListener("input", typed);
  document.addEventListener("click", sent, true);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("input", typed);
    document.removeEventListener("click", sent, true);
  };
}
