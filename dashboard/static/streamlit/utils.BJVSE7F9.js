export { m90_a as a, m90_i as i, m90_n as n, m90_r as r, m90_t as t } from "./streamlit.js?v=b3e565f025ea";
