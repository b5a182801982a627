export { m66_i as i, m66_n as n, m66_r as r, m66_t as t } from "./streamlit.js?v=b3e565f025ea";
