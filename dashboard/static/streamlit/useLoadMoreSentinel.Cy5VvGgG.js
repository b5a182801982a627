export { m83_a as a, m83_i as i, m83_n as n, m83_o as o, m83_r as r, m83_t as t } from "./streamlit.js?v=b3e565f025ea";
