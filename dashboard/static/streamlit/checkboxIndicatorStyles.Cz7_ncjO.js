export { m34_n as n, m34_r as r, m34_t as t } from "./streamlit.js?v=b3e565f025ea";
