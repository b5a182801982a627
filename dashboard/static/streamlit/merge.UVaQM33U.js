export { m50_a as a, m50_c as c, m50_d as d, m50_f as f, m50_i as i, m50_l as l, m50_n as n, m50_o as o, m50_r as r, m50_s as s, m50_t as t, m50_u as u } from "./streamlit.js?v=b3e565f025ea";
