/** The last words of a subject that can owe something: a body, a place that stands for its government, or a post. */
const BODY =
  '(?:部门|单位|人民政府|政府|办公室|机构|机关|中心|管委会|委员会|局|委|办|厅|[^法]院|处室|科室|股室|县|区|市|乡镇|街道|镇|乡|负责人|负责同志|领导|领导干部|领导小组|工作组|专班|工作人员|人员|干部|企业|企事业单位|学校|医院|馆)(?:[（(][^（）()]*[）)])?';
/** What follows a subject: a verb of duty, or the rhythm of the duty itself. */
const DUTY =
  '(?:要|应当|应|须|需|必须|负责|每(?:年|半年|季度|个?月|周)|作为|按照|按|于|在|结合|围绕|对照|将(?!对)|至少|率先|全面完成|全部)';
const SUBJECT = new RegExp(`^(?<actor>[^，,。；;：“”]{1,30}?${BODY})(?:也|均|都|还|分别)?(?=${DUTY}|\\d{4}年|\\d{1,2}月)`);
/** Whoever a plan is addressed to, named without a difference: no other actor than the task's own. */
const ADDRESSEES =
  /^(?:(?:全市|全县|全区|全省|市县|市级|县级|区级|省级|市直|县直|区直|本级)?(?:各级|各地区|各地|各部门|各单位|各有关部门|各有关单位|各相关单位|各责任单位|各乡镇|有关部门|相关部门|有关单位|责任单位|单位|部门|乡镇街道|街道|乡镇|地|级|各|和|及|、)|[（(](?:单位|街道|部门|市、区)[）)])+$/;
/** Words that open a sentence without naming who acts. */
const NO_SUBJECT =
  /^(?:以|对|把|在|按|根据|围绕|通过|凡|因|为|依法|及时|加强|推进|推动|完善|严格|开展|组织|全面|深化|做好|落实|发布|公布|公开|印发|完成|实现|形成|制定|编制|报送|建成|建立|举办|召开|向|将|由|做到|力争|确保|争取|每(?!个|家))/;

/** Who the beginning of a clause says must act; null where it names nobody. */
export function findActor(clause: string): string | null {
  if (NO_SUBJECT.test(clause) || /^\d+[年月]/.test(clause)) return null;
  return SUBJECT.exec(clause)?.groups?.actor ?? null;
}

export function isAddressee(actor: string): boolean {
  return ADDRESSEES.test(actor);
}

const DEEDS =
  /^(?:并|同时|及时|加强|推进|推动|完善|严格|开展|组织|全面|深化|做好|落实|认真|积极|定期|建立|健全|加快|加大|强化|持续|进一步|切实|总结|充分|于|\d|每)/;

/** Whether a sentence begins with what is to be done, so that the subject of the one before still holds. */
export function beginsWithDeed(sentence: string): boolean {
  return DEEDS.test(sentence);
}
