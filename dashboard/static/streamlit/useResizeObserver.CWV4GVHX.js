export { m86_n as n, m86_t as t } from "./streamlit.js?v=b3e565f025ea";
