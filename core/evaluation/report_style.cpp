#include "core/evaluation/report_style.h"

namespace nakama
{

namespace
{

constexpr auto page = R"css(
:root{color-scheme:light dark;--page:#f6f6f4;--card:#fff;--ink:#1d2126;--soft:#5f666e;--line:#e4e5e3;--track:#eceded;
--hit:#2f6bb5;--miss:#cf5a2c;--third:#2d8a6a;--on:#fff;--badge:#f3e3c3;--badge-ink:#6b4a0c;--note:#fbf4e4}
@media (prefers-color-scheme:dark){:root{--page:#14161a;--card:#1c1f24;--ink:#e7e9ec;--soft:#9ba3ac;--line:#2d3238;
--track:#2a2f36;--hit:#7fb0f5;--miss:#f0935f;--third:#66c9a2;--on:#10141a;--badge:#4a3a17;--badge-ink:#f3d796;
--note:#272318}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,
"Noto Sans","DejaVu Sans",sans-serif;-webkit-font-smoothing:antialiased}
main{max-width:1080px;margin:0 auto;padding:48px 32px 40px}
header{margin-bottom:28px}
.over{display:flex;align-items:center;gap:10px;color:var(--soft);font-size:13px;letter-spacing:.02em}
.badge{background:var(--badge);color:var(--badge-ink);border-radius:999px;padding:2px 10px;font-size:12px;
font-weight:600;letter-spacing:0}
h1{font-size:32px;line-height:1.2;letter-spacing:-.02em;font-weight:650;margin:8px 0 6px;overflow-wrap:anywhere}
h2{font-size:18px;letter-spacing:-.01em;font-weight:650;margin:0 0 4px}
.meta{color:var(--soft);margin:0;overflow-wrap:anywhere}
.hint{color:var(--soft);font-size:13.5px;margin:0 0 18px;max-width:104ch}
section{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:26px 28px;margin:0 0 20px}
.summary p{margin:0 0 10px;max-width:88ch}
.summary .lead{font-size:18px;line-height:1.5}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(165px,1fr));gap:14px;margin:20px 0 0}
.tile{border-top:1px solid var(--line);padding:14px 0 0}
.tile .name{color:var(--soft);font-size:13px}
.tile .value{font-size:30px;line-height:1.25;font-weight:650;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.tile .range{color:var(--soft);font-size:12.5px;font-variant-numeric:tabular-nums}
.tile svg{display:block;width:88%;height:12px;margin:4px 0 2px}
.two{display:grid;grid-template-columns:1fr 1fr;gap:32px}
@media (max-width:760px){.two{grid-template-columns:1fr}main{padding:28px 16px}section{padding:20px 18px}}
svg.chart,svg.matrix{display:block;width:100%;height:auto}
svg.matrix{margin:0 auto}
)css";

constexpr auto charts = R"css(svg text{font-family:inherit;fill:var(--ink)}
.chart-title{font-size:14px;font-weight:600}
svg .tick{fill:var(--soft);font-variant-numeric:tabular-nums}
.chart .tick{font-size:12px}
.axis-title{font-size:13px;font-weight:600}
svg .name{fill:var(--ink)}
.grid{stroke:var(--line);stroke-width:1}
.axis{stroke:var(--soft);stroke-width:1;stroke-opacity:.6}
.curve{fill:none;stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round}
.c1{stroke:var(--hit)}.c2{stroke:var(--miss)}.c3{stroke:var(--third)}
.curve.c2{stroke-dasharray:6 5}.curve.c3{stroke-dasharray:1.5 5}
.thin{fill:none;stroke:var(--soft);stroke-width:1;stroke-opacity:.3}
.dot{fill:var(--card);stroke-width:2.25}
.best{stroke:var(--soft);stroke-dasharray:3 4}
svg .best-label{font-size:12px;fill:var(--soft)}
.none{fill:var(--track);fill-opacity:.55}.none.diagonal{stroke:var(--miss);stroke-width:1.25;fill-opacity:1}
.hit{fill:var(--hit)}.miss{fill:var(--miss)}
.count{font-weight:600;font-variant-numeric:tabular-nums}svg .count.on{fill:var(--on)}
)css";

constexpr auto below =
    R"css(.key{display:flex;flex-wrap:wrap;gap:6px 22px;color:var(--soft);font-size:13px;margin:16px 0 0}
.key i{display:inline-block;width:12px;height:12px;border-radius:3px;margin-right:7px;vertical-align:-1px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th{font-weight:500;color:var(--soft);font-size:13px;text-align:left}
th,td{padding:7px 12px 7px 0;border-bottom:1px solid var(--line);vertical-align:baseline}
tr:last-child td,tr:last-child th{border-bottom:0}
.number{text-align:right;padding-right:0;padding-left:12px;white-space:nowrap}
.bar{width:38%;min-width:120px;vertical-align:middle}
.bar span{display:block;height:8px;border-radius:4px;background:var(--track)}
.bar b{display:block;height:8px;border-radius:4px;background:var(--hit)}
.few{color:var(--soft)}.few b{opacity:.5}
.two>section{align-self:start}.pairs th{font-weight:400;color:var(--soft);width:44%}
td{overflow-wrap:anywhere}
ul.confusions{list-style:none;margin:14px 0 0;padding:0;columns:2;column-gap:32px}
ul.confusions li{break-inside:avoid;padding:3px 0}
.gallery{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:20px}
figure{margin:0;break-inside:avoid}figure img{display:block;width:100%;height:150px;object-fit:contain;
background:var(--track);border-radius:8px}
figcaption{color:var(--soft);font-size:12.5px;line-height:1.45;margin-top:6px;overflow-wrap:anywhere}
figcaption small{display:block;font-size:11px;opacity:.85}
figcaption strong{color:var(--ink);font-weight:600}
summary{cursor:pointer;font-weight:600}
pre{font-size:12px;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere;margin:14px 0 0}
.notes{background:var(--note)}
.notes ul{margin:8px 0 0;padding-left:20px}
footer{color:var(--soft);font-size:13px;padding:6px 4px}
@page{margin:14mm}
@media print{:root{)css";

constexpr auto onPaper = R"css(}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}body{font-size:12px}main{padding:0;max-width:none}
section{break-inside:avoid;padding:14px 16px;margin-bottom:12px}.two{gap:20px}svg.matrix{max-height:200mm}}
)css";

} // namespace

std::string_view paperColours()
{
    return R"css(--page:#fff;--card:#fff;--ink:#111;--soft:#555;--line:#d8d8d8;--track:#eee;--hit:#2f6bb5;--miss:#cf5a2c;--third:#2d8a6a;--on:#fff;--badge:#f3e3c3;--badge-ink:#6b4a0c;--note:#fff)css";
}

std::string_view chartStyle()
{
    return charts;
}

std::string reportStyle()
{
    return std::string(page) + charts + below + std::string(paperColours()) + onPaper;
}

} // namespace nakama
