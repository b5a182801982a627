export { m13_a as a, m13_i as i, m13_n as n, m13_o as o, m13_r as r, m13_t as t } from "./streamlit.js?v=b3e565f025ea";
