// Fills places of HTML of ours that wait for what is told of them (linked.js asks for it when they are unfolded).
const reader = new TextDecoder();

export default function ({ data }) {
  for (const [of, html] of Object.entries(JSON.parse(reader.decode(data)))) {
    const place = document.querySelector(`[data-of="${CSS.escape(of)}"]:empty`);
    if (place) place.innerHTML = html;
  }
}
