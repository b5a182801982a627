export { m0_n as n, m0_t as t } from "./streamlit.js?v=a2e209b9df52";
