export { m15_n as n, m15_t as t } from "./streamlit.js?v=a2e209b9df52";
