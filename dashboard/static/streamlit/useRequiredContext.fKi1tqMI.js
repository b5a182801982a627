export { m85_t as t } from "./streamlit.js?v=b3e565f025ea";
