export { m23_i as i, m23_n as n, m23_r as r, m23_t as t } from "./streamlit.js?v=b3e565f025ea";
