export { m0_n as n, m0_t as t } from "./streamlit.js?v=2bdef357863e";
