export { m58_n as n, m58_t as t } from "./streamlit.js?v=2bdef357863e";
