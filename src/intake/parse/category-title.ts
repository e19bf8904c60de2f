import { cleanText } from './clean-text';
import { withoutNumbering } from './numbering';

/** Brackets that belong to the name: 乡镇（街道）, 各县（市、区）. */
const PART_OF_NAME =
  /^(?:[乡镇村县市区州旗盟省街道园居社\/、及和]{1,8}|社区|街道|单位|部门|机构|机关|园区|开发区|居委会|周|科室|领域|项目|企业|试行|草案|修订)$/;
const CLOSING_NOTE = /[（(【[〔]([^（()）【】[\]〔〕]{0,120})[）)】\]〕]$/;
const CLOSING_SCORE = /[：:，,]?(?:共|计|满分|分值)?\s*\d{1,3}(?:\.\d{1,2})?\s*分$/;

function withoutClosing(title: string): string {
  const note = CLOSING_NOTE.exec(title);
  if (note?.[1] !== undefined && !PART_OF_NAME.test(note[1])) return title.slice(0, note.index);
  return title.replace(CLOSING_SCORE, '').replace(/[。；;：:，,、.]+$/, '');
}

/** A1, B12 before the names of indicators. */
const INDICATOR_CODE = /^[A-F]\d{1,2}(?:[.-]\d{1,2}){0,2}[\s、.．：:]*(?=[\u4e00-\u9fff“《])/;

/** A category's title: no numbering, code, score, bracketed note or closing stop. */
export function categoryTitle(printed: string): string {
  let title = cleanText(withoutNumbering(cleanText(printed).replace(/^[★☆●◆■▲※*]+/, '')).replace(INDICATOR_CODE, ''));
  for (let previous = ''; previous !== title;) {
    previous = title;
    title = withoutClosing(title);
  }
  return title;
}
