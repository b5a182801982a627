export { m48_n as n, m48_r as r, m48_t as t } from "./streamlit.js?v=a2e209b9df52";
