export { m45_n as n, m45_r as r, m45_t as t } from "./streamlit.js?v=b3e565f025ea";
