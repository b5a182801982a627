export { m32_t as t } from "./streamlit.js?v=2bdef357863e";
