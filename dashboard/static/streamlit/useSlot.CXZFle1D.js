export { m87_t as t } from "./streamlit.js?v=b3e565f025ea";
