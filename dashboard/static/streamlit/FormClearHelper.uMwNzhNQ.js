export { m9_n as n, m9_t as t } from "./streamlit.js?v=b3e565f025ea";
