export { m21_i as i, m21_n as n, m21_r as r, m21_t as t } from "./streamlit.js?v=b3e565f025ea";
