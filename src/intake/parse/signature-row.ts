import { printedCells, type GridRow } from './table-grid';

/** Who filled in a form and who checked it, with or without the name behind the label. */
const WHO =
  /^(?:填报|填表|制表|编制|经办|审核|审批|审签|复核|签发|联系|报送|上报|(?:部门|单位|主要|分管)?负责)人(?:员)?(?:[（(]?(?:签字|签名|签章|盖章)[）)]?)?[：:]/;
const BESIDE =
  /^(?:(?:联系|办公)?电话|手机|联系方式|(?:填报|填表|制表|报送|上报|审核)?(?:日期|时间)|(?:填报|填表|报送|制表)?(?:单位|部门)(?:[（(]?(?:公章|盖章|签章)[）)]?)?|(?:分管|主管|单位|主要)领导(?:[（(]?(?:签字|签名)[）)]?)?)[：:]/;
const LONGEST_CELL = 40;

/** 填报人：张三 | 审核人：李四 | 电话：123: who signs a form, in a row of its table. A label's value may have a cell of its own. */
export function isSignatureRow(row: GridRow): boolean {
  const texts = printedCells(row).map(({ text }) => text);
  if (!texts.some((text) => WHO.test(text))) return false;
  const labels = texts.map((text) => text.length <= LONGEST_CELL && (WHO.test(text) || BESIDE.test(text)));
  return texts.every((_, index) => labels[index] === true || (labels[index - 1] === true && /[：:]$/.test(texts[index - 1] ?? '')));
}
