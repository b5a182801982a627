export { m67_n as n, m67_r as r, m67_t as t } from "./streamlit.js?v=b3e565f025ea";
