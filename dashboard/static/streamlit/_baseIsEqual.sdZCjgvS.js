export { m30_i as i, m30_n as n, m30_r as r, m30_t as t } from "./streamlit.js?v=b3e565f025ea";
