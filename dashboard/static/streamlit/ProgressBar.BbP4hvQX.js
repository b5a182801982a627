export { m15_n as n, m15_t as t } from "./streamlit.js?v=b3e565f025ea";
