export { m60_n as n, m60_t as t } from "./streamlit.js?v=a2e209b9df52";
