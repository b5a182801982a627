export { m11_i as i, m11_n as n, m11_r as r, m11_t as t } from "./streamlit.js?v=b3e565f025ea";
