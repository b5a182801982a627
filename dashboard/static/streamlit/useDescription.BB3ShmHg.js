export { m75_a as a, m75_i as i, m75_n as n, m75_o as o, m75_r as r, m75_t as t } from "./streamlit.js?v=b3e565f025ea";
