export { m42_a as a, m42_i as i, m42_n as n, m42_o as o, m42_r as r, m42_t as t } from "./streamlit.js?v=b3e565f025ea";
