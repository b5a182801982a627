export { m0_n as n, m0_t as t } from "./streamlit.js?v=b3e565f025ea";
