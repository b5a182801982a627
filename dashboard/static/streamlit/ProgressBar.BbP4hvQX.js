export { m15_n as n, m15_t as t } from "./streamlit.js?v=2bdef357863e";
