export { m5_a as a, m5_i as i, m5_n as n, m5_o as o, m5_r as r, m5_t as t } from "./streamlit.js?v=b3e565f025ea";
