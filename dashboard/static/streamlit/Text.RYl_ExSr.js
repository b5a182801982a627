export { m18_a as a, m18_i as i, m18_n as n, m18_r as r, m18_t as t } from "./streamlit.js?v=b3e565f025ea";
