export { m69_n as n, m69_t as t } from "./streamlit.js?v=a2e209b9df52";
