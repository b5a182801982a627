export { m37_i as i, m37_n as n, m37_r as r, m37_t as t } from "./streamlit.js?v=b3e565f025ea";
