export { m2_t as t } from "./streamlit.js?v=a2e209b9df52";
