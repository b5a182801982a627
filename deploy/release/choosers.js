// How every list of choices is searched: any spelling finds, with or without diacritics, composed or not, by code, short name or
// other name. Streamlit's own search knows the exact letters alone and has no place to say otherwise, so this module stands in
// the one script (streamlit_bundle.py) in place of the one that holds it; all else of it is handed on as it came.
import { n as asItCame } from "streamlit-choosers";
export * from "streamlit-choosers";

export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/giu, "d").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

const folded = new Map();

function searched(label) {
  const known = `${label} ${window.spellings?.[label] ?? ""}`;
  if (!folded.has(known)) folded.set(known, fold(known));
  return folded.get(known);
}

export function n(options, typed, mode) {
  const parts = fold(typed ?? "").split(" ").filter(Boolean);
  if (!parts.length) return asItCame(options, typed, mode);
  return options.filter((option) => parts.every((part) => searched(option.label).includes(part)));
}
