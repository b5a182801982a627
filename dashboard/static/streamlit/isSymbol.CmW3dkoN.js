export { m44_a as a, m44_i as i, m44_n as n, m44_o as o, m44_r as r, m44_t as t } from "./streamlit.js?v=b3e565f025ea";
