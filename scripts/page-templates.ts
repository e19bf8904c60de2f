import type { PrintedCell, PrintedPlan, PrintedTable } from './printed-plan';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/“/g, '&ldquo;').replace(/”/g, '&rdquo;');

function spans(cell: PrintedCell): string {
  return `${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}${cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ''}`;
}

function siteTable(table: PrintedTable): string {
  const row = (cells: readonly PrintedCell[]): string =>
    `<tr>${cells.map((cell) => `<td${spans(cell)}><p style="text-align:center">${escaped(cell.text)}</p></td>`).join('')}</tr>`;
  return `<div class="table-box"><table border="1" cellspacing="0"><tbody>\n${[table.header, ...table.rows].map(row).join('\n')}\n</tbody></table></div>`;
}

const LISTS = [
  '政府信息公开指南',
  '政府信息公开制度',
  '法定主动公开内容',
  '政府信息公开年报',
  '依申请公开',
  '政策解读',
  '回应关切',
  '政务五公开',
  '领导之窗',
];

/** A plan on a government's site: navigation, particulars, a box with the article, links to others, a footer. */
export function sitePage(plan: PrintedPlan, box: string): string {
  const links = (names: readonly string[]): string =>
    `<ul>${names.map((name, index) => `<li><a href="/col/${index}.html">${name}</a></li>`).join('')}</ul>`;
  const body = plan.parts.map((part) => (typeof part === 'string' ? `<p>　　${escaped(part)}</p>` : siteTable(part))).join('\n');
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(plan.title)}_政府门户网站</title>
<meta name="SiteName" content="政府门户网站"><meta name="ArticleTitle" content="${escaped(plan.title)}">
<style>.print-only{display:none} @media (max-width:600px){.table-box{display:none}} body{margin:0}</style>
<script>var a = "<table><tr><td>脚本里的表格</td></tr></table>"; if (1 < 2) document.title = a;</script></head>
<body>
<!-- 头部 <div> -->
<div class="header"><div class="logo"><a href="/"><img src="/logo.png" alt="政府门户网站"></a></div><div class="nav">${links(LISTS)}</div></div>
<div class="wrap"><div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; <a href="/zc">政策文件</a></div>
<div class="left-side">${links(LISTS.map((name) => `${name}栏目`))}</div>
<div class="main">
<div class="print-only">仅供打印：请以纸质文件为准，本页面内容由系统自动生成。</div>
<div ${box}>
${body}
</div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="xgxx"><h3>相关文档</h3>${links(['关于印发其他事项的通知', '一图读懂政务公开', '政策解读之二', '关于开展自查的通知'])}</div>
</div></div>
<div class="footer"><p>主办单位：市人民政府办公室　承办：市电子政务中心</p><p>网站标识码：5100000001　蜀ICP备12345678号　川公网安备 51000000000001号</p><p>地址：人民路1号　邮编：630000　电话：0800-1234567</p></div>
<noscript>请启用脚本</noscript><div style="display:none">统计代码占位文字</div>
</body></html>
`;
}

function wordCell(cell: PrintedCell, width: number): string {
  const lines = escaped(cell.text.replace(/(.{38})/g, '$1\r\n  '));
  return `<td width=${width}${spans(cell).replace(/"/g, '')} valign=top style='width:${width}.0pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt'>
  <p class=MsoNormal align=center style='text-align:center'><span style='font-size:10.5pt;font-family:仿宋_GB2312;mso-hansi-font-family:仿宋_GB2312'>${lines}<span lang=EN-US><o:p></o:p></span></span></p>
  </td>`;
}

function wordTable(table: PrintedTable): string {
  const row = (cells: readonly PrintedCell[]): string =>
    ` <tr style='mso-yfti-irow:1;page-break-inside:avoid'>\r\n  ${cells.map((cell) => wordCell(cell, 60)).join('\r\n  ')}\r\n </tr>`;
  const misaligned = `<![if !supportMisalignedColumns]>\r\n <tr height=0>\r\n${table.widths.map((width) => `  <td width=${width} style='border:none'></td>`).join('\r\n')}\r\n </tr>\r\n <![endif]>`;
  return `<div align=center>\r\n<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>\r\n <thead>\r\n${row(table.header)}\r\n </thead>\r\n${table.rows.map(row).join('\r\n')}\r\n ${misaligned}\r\n</table>\r\n</div>`;
}

/** A plan as a word processor saves it for the web. */
export function wordPage(plan: PrintedPlan): string {
  const paragraph = (text: string): string =>
    `<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0;line-height:28.0pt;mso-line-height-rule:exactly'><span style='font-size:16.0pt;font-family:仿宋_GB2312;mso-bidi-font-family:仿宋_GB2312'>${escaped(text.replace(/(.{60})/g, '$1\r\n'))}<span lang=EN-US><o:p></o:p></span></span></p>`;
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">\r
<head>\r
<meta http-equiv=Content-Type content="text/html; charset=gb2312">\r
<meta name=Generator content="Microsoft Word 15">\r
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->\r
<style><!-- p.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:10.5pt;} @page WordSection1 {size:841.9pt 595.3pt;} --></style>\r
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:普通表格;}</style><![endif]-->\r
</head>\r
<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>\r
<div class=WordSection1 style='layout-grid:15.6pt'>\r
${plan.parts.map((part) => (typeof part === 'string' ? paragraph(part) : wordTable(part))).join('\r\n')}\r
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\r
<p class=MsoNormal style='display:none;mso-hide:all'><span>隐藏的批注文字</span></p>\r
</div>\r
</body>\r
</html>\r
`;
}
