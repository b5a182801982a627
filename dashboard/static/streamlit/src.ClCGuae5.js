export { m63_n as n, m63_t as t } from "./streamlit.js?v=b3e565f025ea";
