/** White space of every kind, the line and paragraph separators, zero-width marks and the byte order mark. */
const SPACE = '[\\s\\u0085\\u200b-\\u200f\\u2028\\u2029\\u2060\\ufeff\\ufffc]';
const SPACES = new RegExp(`${SPACE}+`, 'g');
const TAGS = /<\/?(?:p|br|span|div|b|i|u|strong|em|font|a|o:p|sup|sub)(?:\s[^<>]{0,300})?\/?>/gi;
const ENTITIES: Record<string, string> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&ldquo;': '“',
  '&rdquo;': '”',
};

/** Text of a web page that was copied with its markup. */
function withoutMarkup(text: string): string {
  return text.replace(TAGS, '').replace(/&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo);/gi, (entity) => ENTITIES[entity.toLowerCase()] ?? entity);
}

/** The text without white space: Chinese needs none, and line breaks inside a cell mean nothing. Latin words stay apart. */
export function cleanText(text: string): string {
  return withoutMarkup(text)
    .replace(SPACES, ' ')
    .replace(/(?<![A-Za-z]) | (?![A-Za-z])/g, '')
    .trim();
}

/**
 * 市发改委 市财政局: white space alone between two bodies separates them. Inside a name that a narrow column broke, the
 * next character is none that names begin with.
 */
const BETWEEN_BODIES =
  /((?:局|委|办|办公室|厅|中心|政府|单位|部门|委员会|管委会|院|支行|银行|公司|集团|学校|大学|街道|办事处|支队|大队|总队|站|馆|会|科|股|处|镇|乡)(?:[）)])?)[\s\u3000\u2028\u2029]+(?=(?:省|市|区|县|州|旗|各|局|相关|有关)[\u4e00-\u9fff（]{2})/g;

const WHOLE_BODY =
  /^[\u4e00-\u9fff（）、]{2,}(?:局|委|办|办公室|厅|部|中心|政府|单位|部门|委员会|管委会|联合会|协会|学会|商会|总工会|院|支行|分行|银行|公司|集团|学校|大学|中学|小学|街道|办事处|队|站|馆|所|社区|社|科|股|处|镇|乡|村)(?:[（(][^（()）]{1,20}[）)])?[。；]?$/;
/** The end of a name that a narrow column put on a line of its own. */
const REST_OF_NAME =
  /^(?:公室|员会|民政府|人民政府|政府|管理局|委员会|办公室|办事处|保障局|管理委员会|.{0,2}(?:服务|管理|交易|指导|发展|保障)?中心|(?:建设|监管|监督|保障|事务|资源|规划|旅游|体育|信息化|改革|环境|农村|健康|应急|退役军人|工作|管理){1,3}(?:局|委|部|委员会|管理局)|.{1,2})$/;

/** Bodies on lines of their own, one a line; lines that a narrow column broke anywhere else hold no whole names. */
function joinLines(text: string): string {
  const lines = text.split(/\s*\n\s*/).filter((line) => line !== '');
  const whole = lines.length > 1 && lines.every((line) => WHOLE_BODY.test(line) && !REST_OF_NAME.test(line));
  return whole ? lines.map((line) => line.replace(/[。；]$/, '')).join('、') : text;
}

/** 投资促进部 科技创新部: words between spaces that are whole names, none of them the rest of one. */
function joinWords(text: string): string {
  if (/[、，；。\n]/.test(text)) return text;
  const words = text.split(/[ \u3000]+/).filter((word) => word !== '');
  const whole = words.length > 1 && words.every((word) => word.length >= 3 && WHOLE_BODY.test(word) && !REST_OF_NAME.test(word));
  return whole ? words.join('、') : text;
}

/** The text of a list of bodies, in which white space may stand for a separator. */
export function cleanBodies(text: string): string {
  return cleanText(joinWords(joinLines(text.trim())).replace(BETWEEN_BODIES, '$1、'));
}

/** Bold, headings, quotes and list marks of Markdown at the edges of a line. */
export function withoutMarkdown(line: string): string {
  return line
    .replace(/\*\*|__/g, '')
    .replace(/^\s*(?:#{1,6}\s+|>\s+|[-*+•·●◆■]\s+)/, '')
    .trimEnd();
}
