"""One page as SVG: a preview that any browser shows. Faces are named, not embedded."""

from __future__ import annotations

from html import escape

from luoshi.layout.pages import Area, Disc, Line, Mark, Page, Polygon, Run

_FAMILIES = {
    "fangsong": "FangSong, STFangsong, FandolFang, serif",
    "xiaobiaosong": "FZXiaoBiaoSong-B05S, STZhongsong, Noto Serif CJK SC, serif",
    "heiti": "SimHei, STHeiti, Noto Sans CJK SC, sans-serif",
    "kaiti": "KaiTi, STKaiti, AR PL UKai CN, serif",
    "songti": "SimSun, STSong, Noto Serif CJK SC, serif",
    "serif": "Times New Roman, Liberation Serif, serif",
    "sans": "Arial, Liberation Sans, sans-serif",
}
_HEAVY = ("xiaobiaosong",)


def emit_svg(page: Page, title: str) -> str:
    """The page drawn to scale, one unit a point; text stays text and keeps its places."""
    size = f'width="{page.width:g}" height="{page.height:g}" viewBox="0 0 {page.width:g} {page.height:g}"'
    marks = "\n".join(_mark(mark) for mark in page.marks)
    paper = f'<rect width="{page.width:g}" height="{page.height:g}" fill="#fff" stroke="#9a9a9a"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">\n'
        f"<title>{escape(title)}</title>\n{paper}\n{marks}\n</svg>\n"
    )


def _mark(mark: Mark) -> str:
    match mark:
        case Run():
            return _run(mark)
        case Line():
            dash = _dash(mark.dash)
            return (
                f'<line x1="{mark.x1:.2f}" y1="{mark.y1:.2f}" x2="{mark.x2:.2f}" y2="{mark.y2:.2f}" '
                f'stroke="#{mark.color}" stroke-width="{mark.width:.2f}"{dash}/>'
            )
        case Area():
            box = f'x="{mark.x:.2f}" y="{mark.y:.2f}" width="{mark.width:.2f}" height="{mark.height:.2f}"'
            return f"<rect {box} {_paint(mark)}{_dash(mark.dash)}/>"
        case Disc():
            box = f'cx="{mark.x:.2f}" cy="{mark.y:.2f}" r="{mark.radius:.2f}"'
            return f"<circle {box} {_paint(mark)}{_dash(mark.dash)}/>"
        case Polygon():
            points = " ".join(f"{x:.2f},{y:.2f}" for x, y in mark.points)
            name = "polygon" if mark.closed else "polyline"
            return f'<{name} points="{points}" {_paint(mark)}/>'


def _run(run: Run) -> str:
    at, places = 0.0, []
    for advance in run.advances:
        places.append(at)
        at += advance
    xs = [run.x] * len(places) if run.vertical else [run.x + place for place in places]
    ys = [run.y + place for place in places] if run.vertical else [run.y]
    weight = ' font-weight="bold"' if run.bold or run.font in _HEAVY else ""
    slant = ' font-style="italic"' if run.italic else ""
    return (
        f'<text x="{_list(xs)}" y="{_list(ys)}" font-size="{run.size:g}" fill="#{run.color}" '
        f'font-family="{_FAMILIES[run.font]}"{weight}{slant} xml:space="preserve">{escape(run.text)}</text>'
    )


def _list(values: list[float]) -> str:
    return " ".join(f"{value:.1f}" for value in values)


def _paint(mark: Area | Disc | Polygon) -> str:
    fill = f"#{mark.fill}" if mark.fill else "none"
    stroke = (
        f' stroke="#{mark.stroke}" stroke-width="{mark.stroke_width:.2f}"' if mark.stroke else ""
    )
    return f'fill="{fill}"{stroke}'


def _dash(dash: tuple[float, ...]) -> str:
    return f' stroke-dasharray="{" ".join(f"{d:.2f}" for d in dash)}"' if dash else ""
