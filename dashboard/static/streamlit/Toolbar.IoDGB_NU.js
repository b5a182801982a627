export { m20_n as n, m20_r as r, m20_t as t } from "./streamlit.js?v=a2e209b9df52";
