export { m58_n as n, m58_t as t } from "./streamlit.js?v=b3e565f025ea";
