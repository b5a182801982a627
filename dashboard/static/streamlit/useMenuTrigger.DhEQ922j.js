export { m84_a as a, m84_c as c, m84_d as d, m84_i as i, m84_l as l, m84_n as n, m84_o as o, m84_r as r, m84_s as s, m84_t as t, m84_u as u } from "./streamlit.js?v=b3e565f025ea";
