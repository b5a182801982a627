export { m9_n as n, m9_t as t } from "./streamlit.js?v=a2e209b9df52";
