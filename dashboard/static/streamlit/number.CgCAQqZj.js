export { m51_n as n, m51_r as r, m51_t as t } from "./streamlit.js?v=b3e565f025ea";
