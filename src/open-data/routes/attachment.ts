/** Content-Disposition for a file of any name: plain ASCII for old programs, the name itself by RFC 5987. */
export function attachment(name: string): string {
  const ascii = name.replace(/[^ !#-[\]-~]/gu, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
