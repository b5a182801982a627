export { m79_a as a, m79_c as c, m79_i as i, m79_n as n, m79_o as o, m79_r as r, m79_s as s, m79_t as t } from "./streamlit.js?v=b3e565f025ea";
