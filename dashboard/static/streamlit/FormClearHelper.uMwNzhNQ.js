export { m9_n as n, m9_t as t } from "./streamlit.js?v=2bdef357863e";
