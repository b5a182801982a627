export { m51_n as n, m51_r as r, m51_t as t } from "./streamlit.js?v=a2e209b9df52";
