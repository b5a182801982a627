export { m40_a as a, m40_i as i, m40_n as n, m40_o as o, m40_r as r, m40_t as t } from "./streamlit.js?v=b3e565f025ea";
