/** How names of bodies and collective expressions are built. Wordings are data here; the rules that use them are not. */

/** The last words of a body's name. */
const BODY_ENDINGS =
  '人民政府|政府|办公室|办公厅|委员会|管委会|管理局|分局|总局|局|厅|办事处|街道办|街办|街道|党工委|工委|党委|纪委|监委|市委|区委|县委|省委|州委|委|办|' +
  '中心|集团|公司|企业|银行|支行|分行|法院|检察院|研究院|研究所|学院|大学|学校|中学|小学|医院|院|馆|所|站|队|支队|大队|总队|校|社|处|科|股|室|厂|场|台|部|海关|税务|' +
  '联合会|协会|学会|商会|总会|工会|妇联|残联|科协|文联|社科联|工商联|侨联|台联|贸促会|红会|红十字会|供销社|团市委|团区委|团县委|团委|' +
  '部门|单位|机构|机关|组织|主体|园区|新区|开发区|高新区|经开区|工业区|示范区|度假区|景区|专班|小组|指挥部|督查室|服务局';

export const ENDS_AS_BODY = new RegExp(`(?:${BODY_ENDINGS})(?:[（(][^（）()]*[）)])*$`);

/** A place, which is a body only where a following name lends it its last words: 达川区、万源市人民政府. */
export const ENDS_AS_PLACE = /(?:[区县市州盟旗镇乡港城湖岛]|街道|园区|新区|开发区|园|片区|基地)$/;

/** The words that a list of places may share. */
export const SHARED_ENDING =
  /(?:人民政府办公室|人民政府|政府办公室|政府|管理委员会|管委会|党工委|街道办事处|办事处|街道办|街办|工作站|税务局|分局|委员会)$/;

/** What may stand before a place or an organ type where no body is named: 各, 有关, 市级 … */
const DETERMINERS =
  '各|全体|所有|有关|相关|其他|其它|其余|牵头|被|涉及|凡|具有|具备|承担|负有|负责|列入|纳入|上述|以上|本级|所属|下属|直属|全[市县区省州镇乡](?=[各级所直有相])';
export const STARTS_AS_COLLECTIVE = new RegExp(`^(?:${DETERMINERS})`);

/** Nouns that name a kind of bodies, not one of them. */
export const ENDS_AS_COLLECTIVE =
  /(?:部门|单位|机构|企业|企事业|院校|股室|科室|处室|站所|队所|室所|主体|成员|组织|群团|部委|乡镇|镇街|街镇|乡镇街|乡镇街委|(?<!纪委|监委|监察委|市委|区委|县委|州委)机关|责任人|委办局|(?<=[各直级关属])(?:科局|局办))(?:[（(][^（）()]*[）)])*$/;

/** 市级各部门, 局属各单位: 各 inside the expression. */
export const HOLDS_EACH = /各(?!自|界)/;

/** 乡镇（街道）, 县（市、区）人民政府, 街道办事处: kinds of places without a name. */
const PLACE_KINDS =
  '(?:苏木乡镇|乡镇苏木|苏木镇|苏木|嘎查村|嘎查|行政委员会|行委|乡镇场|镇场|国有农牧场|农牧场|团场|林场|农场|场|街|乡镇街道|镇乡街道|乡镇街|镇街道|乡镇|镇乡|镇街|乡街|街镇|县市区|市县区|县区|区县|市县|市州|县市|州市|街道|乡|镇|村社区|村|社区|园区|功能区|开发区|区|县|市|州|旗|省)';
const PLACE_ENDING =
  '(?:两级|三级|级)?(?:人民政府|政府|办事处|街道办事处|街道办|管委会|管理委员会|党委|党工委|政府办公室|人民政府办公室)?(?:办公室)?';
export const PLACE_KIND_ALONE = new RegExp(`^${PLACE_KINDS}{1,3}${PLACE_ENDING}$`);
/** 市人民政府 and 区政府 are the one government of their region; so is none of 镇人民政府 and 县（市）人民政府. */
export const OWN_GOVERNMENT = /^(?:省|自治区|州|盟|市|区|县|旗)(?:人民政府|政府|管委会|管理委员会|党委)(?:办公室|办公厅|办)?$/;

/** Entries that stand where a body should and name none. */
export const NAMES_NO_BODY = /^(?:[-/\\~_.*…]+|无|暂无|同上|同前|待定|另行.*|详见.*|见附件.*|[\d.]+|.*\d月.*)$/;
