export { m28_a as a, m28_i as i, m28_n as n, m28_r as r, m28_t as t } from "./streamlit.js?v=b3e565f025ea";
