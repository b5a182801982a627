export { m20_n as n, m20_r as r, m20_t as t } from "./streamlit.js?v=b3e565f025ea";
