export { m48_n as n, m48_r as r, m48_t as t } from "./streamlit.js?v=b3e565f025ea";
