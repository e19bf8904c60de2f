import type { TableBlock } from '../../document';

/** How sites head the particulars of a document. */
const LABEL =
  /^(?:索引号|信息索引号|主题分类|主题词|信息分类|分类|体裁分类|公文种类|文种|发布机构|发文机关|发文机构|发文单位|制发机关|信息来源|来源|发文字号|文号|文件编号|成文日期|成文时间|发文日期|发布日期|发布时间|公开日期|生成日期|印发日期|生效日期|失效日期|标题|名称|信息名称|文件名称|有效性|是否有效|效力状态|关键词|公开方式|公开形式|公开属性|公开范围|内容概述)[：:]?$/;
const MOST_ROWS = 10;
const LEAST_LABELS = 3;

const squeeze = (text: string): string => text.replace(/\s+/g, '');

/**
 * The particulars of a document that a site prints in a table above it, as lines; null where the table is another. They
 * are pairs of a label and its value, which are no rows of a table.
 */
export function labelledLines(table: TableBlock): string[] | null {
  if (table.rows.length > MOST_ROWS) return null;
  const cells = table.rows.flatMap((row) => row.cells.map(({ text }) => text));
  const inOne = cells.filter((text) => LABEL.test(/^[^：:]{2,8}[：:]/.exec(squeeze(text))?.[0] ?? ''));
  const printed = cells.filter((text) => text !== '');
  if (inOne.length >= LEAST_LABELS && inOne.length * 2 > printed.length && !cells.some((text) => LABEL.test(squeeze(text)))) {
    return printed.map((text) => text.replace(/\n/g, ''));
  }
  const lines: string[] = [];
  let labels = 0;
  for (const { cells: row } of table.rows) {
    for (let index = 0; index < row.length; index += 2) {
      const label = squeeze(row[index]?.text ?? '');
      const value = (row[index + 1]?.text ?? '').replace(/\n/g, '');
      if (LABEL.test(label)) labels += 1;
      else if (label !== '' || value !== '') return null;
      if (value !== '') lines.push(`${label.replace(/[：:]$/, '')}：${value}`);
    }
  }
  return labels >= LEAST_LABELS ? lines : null;
}
