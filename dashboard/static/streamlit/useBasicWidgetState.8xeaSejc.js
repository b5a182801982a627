export { m69_n as n, m69_t as t } from "./streamlit.js?v=2bdef357863e";
