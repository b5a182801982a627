export { m69_n as n, m69_t as t } from "./streamlit.js?v=b3e565f025ea";
