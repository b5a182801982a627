export { m10_a as a, m10_i as i, m10_n as n, m10_o as o, m10_r as r, m10_t as t } from "./streamlit.js?v=b3e565f025ea";
