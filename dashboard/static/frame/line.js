// The line to the server is opened, and the page asked for, while Streamlit's scripts are still on their way: the server works while the
// browser reads. Streamlit then is handed the open line with what has come over it, and what it would ask is not asked again. Where it would
// ask for anything else than was asked here (another theme), its question is sent and answered as ever.
//
// A run of a page says a hundred things one by one. Streamlit would draw the page anew for each few of them, and fade in between what is not yet
// said again. What belongs to a run is handed on in one piece when the run has ended; of a run that takes longer, so often as LONGEST tells.
(() => {
  const Native = window.WebSocket, letters = new TextEncoder();
  const LONGEST = 100; // ms
  const PARTS = new Set([4, 5, 6, 9, 11, 12, 13, 22, 23]); // of a run, by their numbers in ForwardMsg: new_session, delta, script_finished, session_status_changed, ref_hash, page_info_changed, page_config_changed, logo, navigation
  const STATUS = 9;

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

  function isOfRun(message) {
    // Whether more of the same run is to come: fields 1 and 2 of a message are its hash and whom it is for, the next one is what it says.
    const bytes = new Uint8Array(message);
    let at = 0;
    const read = () => { for (let value = 0, place = 1; ; place *= 128) { value += (bytes[at] & 127) * place; if (bytes[at++] < 128) return value; } };
    while (at < bytes.length) {
      const tag = read(), length = bytes[at];
      if (tag >> 3 > 2) return PARTS.has(tag >> 3) && (tag >> 3 !== STATUS || (bytes[at + length - 1] === 16 && bytes[at + length] === 1)); // script_is_running
      const own = read();
      at += own;
    }
    return false;
  }

  function gathered(line, waits = false) {
    let held = [], passes = false, timer;
    line.handOn = () => {
      clearTimeout(timer);
      timer = undefined;
      const told = held;
      held = [];
      passes = true;
      for (const data of told) line.dispatchEvent(new MessageEvent("message", { data }));
      passes = false;
    };
    line.addEventListener("message", (event) => {
      if (passes) return;
      event.stopImmediatePropagation();
      held.push(event.data);
      if (waits) return;
      if (isOfRun(event.data)) timer ??= setTimeout(line.handOn, LONGEST); else line.handOn();
    });
    line.addEventListener("close", line.handOn);
    line.handedOver = () => {
      waits = false;
      if (line.readyState === Native.OPEN) line.dispatchEvent(new Event("open"));
      line.handOn();
    };
  }

  function opened(address, protocols) {
    const line = new Native(address, protocols), asked = question();
    line.binaryType = "arraybuffer";
    line.addEventListener("open", () => Native.prototype.send.call(line, asked), { once: true });
    gathered(line, true);
    line.send = (bytes) => {
      delete line.send;
      if (bytes.length !== asked.length || asked.some((one, place) => one !== bytes[place])) line.send(bytes);
    };
    return line;
  }

  const token = document.cookie.match("\\b_streamlit_xsrf=([^;]*)\\b")?.[1] ?? "PLACEHOLDER_AUTH_TOKEN";
  const address = new URL("/_stcore/stream", location.href.replace(/^http/, "ws")).href, protocols = ["streamlit", token];
  let ahead = opened(address, protocols);

  // The token may come, or be written anew under another mask, with an answer to something else meanwhile: the line opened before is as good (who is there
  // is known by a cookie of ours). A line that goes on where another was cut names its session too.
  const isAlike = (spoken) => spoken?.length === 2 && spoken[0] === protocols[0];

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
      gathered(this);
    }
  };
})();
