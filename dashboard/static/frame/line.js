// The line to the server is opened, and the page asked for, while Streamlit's scripts are still on their way: the server works while the
// browser reads. Streamlit then is handed the open line with what has come over it, and what it would ask is not asked again. Where it would
// ask for anything else than was asked here (another theme), its question is sent and answered as ever.
(() => {
  const Native = window.WebSocket, letters = new TextEncoder();

  // A question as Streamlit's protocol writes it (BackMsg.rerun_script, ClientState, ContextInfo): numbers of fields, lengths, bytes.
  function number(value) {
    const bytes = [];
    for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
      if (rest < 128n) return [...bytes, Number(rest)];
      bytes.push(Number(rest & 127n) | 128);
    }
  }

  const part = (field, bytes) => [(field << 3) | 2, ...number(bytes.length), ...bytes];
  const text = (field, said) => (said ? part(field, [...letters.encode(said)]) : []);

  function scheme() {
    const chosen = localStorage.getItem(`stActiveTheme-${location.pathname}-v2`) ?? "";
    return /Dark/.test(chosen) || (!/Light/.test(chosen) && matchMedia("(prefers-color-scheme: dark)").matches) ? "dark" : "light";
  }

  function question() {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone, page = decodeURIComponent(location.pathname.replace(/^\/+|\/+$/g, ""));
    const place = location.origin + location.pathname;
    const told = [...text(1, zone), 16, ...number(new Date().getTimezoneOffset()), ...text(3, navigator.language), ...text(4, place), 40, 0, ...text(6, scheme())];
    return new Uint8Array(part(11, [...text(1, location.search.slice(1)), ...part(2, []), ...text(4, page), ...part(8, told)]));
  }

  function opened(address, protocols) {
    const line = new Native(address, protocols), asked = question(), come = [];
    const note = (event) => come.push(event);
    line.binaryType = "arraybuffer";
    line.addEventListener("open", () => Native.prototype.send.call(line, asked), { once: true });
    for (const kind of ["open", "message"]) line.addEventListener(kind, note);
    line.send = (bytes) => {
      delete line.send;
      if (bytes.length !== asked.length || asked.some((one, place) => one !== bytes[place])) line.send(bytes);
    };
    line.handedOver = () => {
      for (const kind of ["open", "message"]) line.removeEventListener(kind, note);
      for (const event of come) line.dispatchEvent(new event.constructor(event.type, event));
    };
    return line;
  }

  const none = "PLACEHOLDER_AUTH_TOKEN", token = document.cookie.match("\\b_streamlit_xsrf=([^;]*)\\b")?.[1] ?? none;
  const address = new URL("/_stcore/stream", location.href.replace(/^http/, "ws")).href, protocols = ["streamlit", token];
  let ahead = opened(address, protocols);

  // The server writes its token anew, under another mask, with answers that come meanwhile: either says the same. A line that goes on where another was cut names its session too.
  const isAlike = (spoken) => spoken?.length === 2 && spoken[0] === protocols[0] && (spoken[1] === none) === (token === none);

  window.WebSocket = class extends Native {
    constructor(asked, spoken) {
      const line = ahead;
      ahead = undefined;
      if (line && line.readyState <= Native.OPEN && new URL(asked).href === address && isAlike(spoken)) {
        queueMicrotask(line.handedOver); // once Streamlit listens
        return line;
      }
      line?.close();
      super(asked, spoken);
    }
  };
})();
