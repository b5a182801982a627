"""What is said of a file of boundaries that cannot be read: code of `data_access.intake.boundary_codes` → sentence."""

from __future__ import annotations

BOUNDARIES = {
    "boundaries_unread": "tệp ranh giới không đọc được (không phải GeoJSON đúng chuẩn, hoặc lồng quá sâu); hãy xuất lại từ phần mềm bản đồ theo định dạng GeoJSON, mã UTF-8.",
    "boundaries_no_features": "tệp ranh giới không có vùng nào; tệp GeoJSON phải là một “FeatureCollection” có các vùng của xã, phường.",
    "boundaries_projected": "tọa độ trong tệp ranh giới không phải kinh độ, vĩ độ ({text}); hãy xuất lại theo hệ WGS 84 (EPSG:4326).",
    "boundaries_too_fine": "tệp ranh giới có hơn {limit} điểm; hãy đơn giản hóa đường ranh giới trong phần mềm bản đồ rồi xuất lại.",
    "boundary_without_code": "vùng thứ {place} không có mã đơn vị; hãy thêm thuộc tính “ma” ghi mã đơn vị như trong danh sách đơn vị.",
    "boundary_unknown_unit": "vùng thứ {place} ghi mã “{text}” mà danh sách đơn vị không có; hãy sửa mã, hoặc thêm đơn vị vào danh sách trước.",
    "boundary_twice": "vùng thứ {place} lại là của đơn vị {unit} đã có vùng ở trên; hãy gộp các vùng của một đơn vị thành một “MultiPolygon”.",
    "boundary_no_area": "vùng thứ {place} không phải là vùng khép kín (loại hình: {text}); chỉ nhận “Polygon” và “MultiPolygon”.",
    "boundary_ring": "vùng thứ {place} có đường ranh giới hỏng (ít hơn ba đỉnh, diện tích bằng 0, hoặc tọa độ không phải là số); hãy sửa trong phần mềm bản đồ.",
    "boundary_turned": "vùng thứ {place} ghi vĩ độ trước kinh độ; GeoJSON ghi kinh độ trước, hãy xuất lại.",
    "boundary_metres": "vùng thứ {place} có tọa độ không phải kinh độ, vĩ độ (có thể là mét của VN-2000); hãy xuất lại theo hệ WGS 84 (EPSG:4326).",
}
