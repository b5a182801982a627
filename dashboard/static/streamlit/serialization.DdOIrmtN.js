export { m60_n as n, m60_t as t } from "./streamlit.js?v=b3e565f025ea";
