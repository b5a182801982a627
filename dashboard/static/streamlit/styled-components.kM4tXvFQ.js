export { m65_a as a, m65_i as i, m65_n as n, m65_r as r, m65_t as t } from "./streamlit.js?v=b3e565f025ea";
