export { m36_n as n, m36_r as r, m36_t as t } from "./streamlit.js?v=b3e565f025ea";
