export { m33_i as i, m33_n as n, m33_r as r, m33_t as t } from "./streamlit.js?v=b3e565f025ea";
