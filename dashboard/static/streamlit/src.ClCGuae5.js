export { m63_n as n, m63_t as t } from "./streamlit.js?v=a2e209b9df52";
