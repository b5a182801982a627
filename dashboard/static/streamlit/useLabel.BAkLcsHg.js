export { m82_n as n, m82_r as r, m82_t as t } from "./streamlit.js?v=b3e565f025ea";
