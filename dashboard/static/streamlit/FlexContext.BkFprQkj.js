export { m8_i as i, m8_n as n, m8_r as r, m8_t as t } from "./streamlit.js?v=b3e565f025ea";
