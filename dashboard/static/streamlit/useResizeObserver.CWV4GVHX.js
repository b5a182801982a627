export { m86_n as n, m86_t as t } from "./streamlit.js?v=a2e209b9df52";
