import type { SourceDocumentModel } from '../../document';
import { readDocx } from '../docx/docx.reader';
import { readXlsx } from '../xlsx/xlsx.reader';
import { OfficePackage } from './office-package';
import { damaged, encrypted, unsupported } from './office-refusals';
import type { ZipArchive } from './zip-archive';

const SAVE_AS_ZH = '请另存为 .docx 或 .xlsx 后重试。';
const SAVE_AS_EN = 'Save it as .docx or .xlsx and try again.';
const LONGEST_MIME_BYTES = 200;

type Kind = 'DOCX' | 'XLSX' | 'XLSB' | 'PPTX' | null;

/** By the declared type of the main part: a workbook that can hold macros is a workbook; its macros are not read. */
function kindOfType(type: string): Kind {
  if (/presentationml|ms-powerpoint/.test(type)) return 'PPTX';
  if (/ms-excel\.sheet\.binary/.test(type)) return 'XLSB';
  if (/(?:wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml/.test(type))
    return 'DOCX';
  if (/(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.macroEnabled)\.main\+xml/.test(type)) return 'XLSX';
  return null;
}

/** By the parts that are there, for a file that declares nothing usable. */
function kindOfParts(archive: ZipArchive): Kind {
  if (archive.has('word/document.xml')) return 'DOCX';
  if (archive.has('xl/workbook.xml')) return 'XLSX';
  if (archive.has('xl/workbook.bin')) return 'XLSB';
  return archive.has('ppt/presentation.xml') ? 'PPTX' : null;
}

async function kindOf(office: OfficePackage): Promise<Kind> {
  const types = await office.contentTypes();
  const links = [...(await office.relationships('')).values()];
  const main = links.find(({ type }) => type === 'officeDocument')?.target.toLowerCase();
  return kindOfType(types.get(main ?? '') ?? '') ?? kindOfParts(office.archive);
}

async function refuseOther(archive: ZipArchive): Promise<never> {
  const mime = (await archive.readShort('mimetype', LONGEST_MIME_BYTES)) ?? '';
  if (/opendocument/.test(mime)) {
    const manifest = (await archive.readShort('META-INF/manifest.xml', 1024 * 1024)) ?? '';
    if (/encryption-data/.test(manifest)) throw encrypted();
    throw unsupported('OpenDocument 文件（.odt、.ods）', 'an OpenDocument file (.odt, .ods)', SAVE_AS_ZH, SAVE_AS_EN);
  }
  if (archive.has('OFD.xml')) {
    const [zh, en] = ['请在阅读器中导出为 .docx 或带文字的 PDF 后重试。', 'Export it as .docx or as a PDF with text and try again.'];
    throw unsupported('版式文件（OFD）', 'an OFD file', zh, en);
  }
  if (archive.names.length === 0 || archive.has('[Content_Types].xml')) throw damaged();
  const [zh, en] = ['请解压后逐个上传其中的文件。', 'Unpack it and supply the files one by one.'];
  throw unsupported('压缩包', 'a ZIP archive', zh, en);
}

/** Reads a Word or Excel file, told apart by what is inside; any other ZIP file is refused with what it is. */
export async function readZip(bytes: Buffer): Promise<SourceDocumentModel> {
  const office = await OfficePackage.open(bytes);
  switch (await kindOf(office)) {
    case 'DOCX':
      return readDocx(bytes);
    case 'XLSX':
      return readXlsx(bytes);
    case 'XLSB':
      throw unsupported('二进制工作簿（.xlsb）', 'a binary workbook (.xlsb)', '请另存为 .xlsx 后重试。', 'Save it as .xlsx and try again.');
    case 'PPTX':
      throw unsupported('演示文稿（.pptx）', 'a presentation (.pptx)', SAVE_AS_ZH, SAVE_AS_EN);
    case null:
      return refuseOther(office.archive);
  }
}
