"""Charts as Office draws them, editable with their figures: the same chart on a slide and in a Word document.

The XML is python-pptx's own (`pptx.chart`); python-docx has no charts, so there the part and its workbook are put in by hand. On paper
everything is a grey with its figure beside it; on a slide colours mean what they mean on screen.
"""

from __future__ import annotations

from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml as parse_chart

from dashboard.exports.paper.chart_fills import PAPER
from dashboard.exports.paper.chart_looks import dressed
from dashboard.exports.paper.chart_numbers import number_format
from dashboard.exports.report.pack import Chart

# stacks fill the width: a block of 8 units is as legible as the province of 200, the figures are counts
TYPES = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked": XL_CHART_TYPE.BAR_STACKED_100,
    "line": XL_CHART_TYPE.LINE_MARKERS,
}
BAR, LINE, EDGES, MOST = (
    8.0,
    80.0,
    24.0,
    225.0,
)  # mm: a bar with its air, a chart of lines, legend and air, a page


class Extent(NamedTuple):
    """How large a chart is, in mm."""

    width: float
    height: float


def chart_data(chart: Chart) -> CategoryChartData:
    """Categories and series; the target is a series of its own so that it moves with the figures. A missing value stays empty."""
    data = CategoryChartData(number_format=number_format(chart))
    data.categories = chart.categories
    for one in chart.series:
        data.add_series(one.name, one.values)
    if chart.target is not None:
        data.add_series(chart.target_name, [chart.target] * len(chart.categories))
    return data


def extent(chart: Chart, width: float) -> Extent:
    """The size that the chart needs on paper, `width` mm wide, never more than a page."""
    return Extent(
        width, LINE if chart.kind == "line" else min(BAR * len(chart.categories) + EDGES, MOST)
    )


def add_chart(paragraph: Paragraph, chart: Chart, width: float) -> None:
    """The chart into a paragraph of a Word document, with its workbook inside, `width` mm wide."""
    size = extent(chart, width)
    number = paragraph.part.relate_to(_chart_part(paragraph, chart), RELATIONSHIP_TYPE.CHART)
    paragraph.add_run()._r.append(_drawing(chart, size, number, paragraph.part.next_id))


def _chart_part(paragraph: Paragraph, chart: Chart) -> XmlPart:
    package, data = paragraph.part.package, chart_data(chart)
    element = parse_chart(data.xml_bytes(TYPES[chart.kind]))
    dressed(NativeChart(element, None), chart, PAPER)
    made = XmlPart(
        package.next_partname("/word/charts/chart%d.xml"), CONTENT_TYPE.DML_CHART, element, package
    )
    workbook = Part(
        package.next_partname("/word/embeddings/chart%d.xlsx"),
        CONTENT_TYPE.SML_SHEET,
        data.xlsx_blob,
        package,
    )
    element.get_or_add_externalData().rId = made.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE)
    return made


def _drawing(chart: Chart, size: Extent, number: str, shape: int):
    """The frame in the text that shows the chart; its description is the chart's sentence."""
    drawing = parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a", "c", "r")}><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{Mm(size.width)}" cy="{Mm(size.height)}"/>'
        f'<wp:docPr id="{shape}" name="Biểu đồ {shape}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{number}"/></a:graphicData></a:graphic></wp:inline></w:drawing>')  # fmt: skip
    drawing.find(f"{qn('wp:inline')}/{qn('wp:docPr')}").set("descr", chart.title)
    return drawing
