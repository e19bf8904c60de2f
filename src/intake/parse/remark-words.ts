const REMARK = /^(?:备\s*注|附\s*注|注|填表说明|填报说明)\s*[：:]|^(?:备注|注)\s*\d\s*[.、．]/;
const EXPLANATION = /^说\s*明\s*[：:]/;

/** 备注：, 注：, 填表说明：: a remark wherever it stands. */
export function isRemark(text: string): boolean {
  return REMARK.test(text);
}

/** In or under a table 说明： is one too; in prose it may open a paragraph of the plan. */
export function isTableRemark(text: string): boolean {
  return REMARK.test(text) || EXPLANATION.test(text);
}
