export { m86_n as n, m86_t as t } from "./streamlit.js?v=2bdef357863e";
