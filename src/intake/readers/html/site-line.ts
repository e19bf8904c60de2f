/** Lines of a site around its articles. */
const SITE_LINE =
  /^(?:【?\s*(?:当前位置|您?现?在?(?:的|所在)位置|首页\s*[>»›/]|版权所有|主办(?:单位)?[：:]|承办(?:单位)?[：:]|技术支持|网站标识码|.{0,6}ICP备|.{0,6}公网安备|分享(?:到|至)?[：:]?|字(?:体|号)[：:]|打印(?:本页)?|关闭(?:本?窗口|本页)?|上一[篇条]|下一[篇条]|浏览(?:次数|量)?[：:]|点击(?:数|量|率)?[：:]|扫一扫|返回顶部|收藏本站|您是第)|(?:地址|邮编|电话)[：:].{0,80}(?:邮编|电话|ICP)|.{0,60}(?:ICP备\d|公网安备\s*\d))/;
const LONGEST_SITE_LINE = 150;

export function isSiteLine(line: string): boolean {
  return line.length <= LONGEST_SITE_LINE && SITE_LINE.test(line);
}
