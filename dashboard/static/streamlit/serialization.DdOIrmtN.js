export { m60_n as n, m60_t as t } from "./streamlit.js?v=2bdef357863e";
