export { m81_a as a, m81_i as i, m81_n as n, m81_o as o, m81_r as r, m81_t as t } from "./streamlit.js?v=b3e565f025ea";
