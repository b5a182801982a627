export { m47_a as a, m47_i as i, m47_n as n, m47_o as o, m47_r as r, m47_s as s, m47_t as t } from "./streamlit.js?v=b3e565f025ea";
