export { m74_t as t } from "./streamlit.js?v=2bdef357863e";
