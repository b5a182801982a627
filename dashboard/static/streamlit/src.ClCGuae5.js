export { m63_n as n, m63_t as t } from "./streamlit.js?v=2bdef357863e";
