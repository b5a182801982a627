export { m58_n as n, m58_t as t } from "./streamlit.js?v=a2e209b9df52";
