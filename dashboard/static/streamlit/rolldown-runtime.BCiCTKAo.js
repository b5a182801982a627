export { m59_a as a, m59_i as i, m59_n as n, m59_o as o, m59_r as r, m59_t as t } from "./streamlit.js?v=b3e565f025ea";
