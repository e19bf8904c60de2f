import { isIP } from 'node:net';
import { z } from 'zod';

/** The kinds of value that a variable may have. Messages go to the terminal: short, Chinese and English. */
export function amount(min: number, max: number) {
  const message = `应为 ${min} 至 ${max} 的整数 (a whole number from ${min} to ${max})`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message);
}

/** A number of days; null for off. */
export function daysOrOff() {
  const message = '应为 off 或 1 至 366 的天数 (off, or 1 to 366 days)';
  return z.string().transform((text, context): number | null => {
    if (text === 'off') return null;
    if (/^[1-9]\d{0,2}$/.test(text) && Number(text) <= 366) return Number(text);
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** on and off, as many other programs write them too. */
const switches: ReadonlyMap<string, boolean> = new Map([
  ['on', true],
  ['true', true],
  ['off', false],
  ['false', false],
]);

export function switchedOn() {
  return z.enum([...switches.keys()], '应为 on 或 off (on or off)').transform((value) => switches.get(value)!);
}

const postgresUrlMessage = '应为 postgres://用户:密码@主机:端口/库 (postgres://user:password@host:port/database)';

function isPostgresUrl(text: string): boolean {
  try {
    const url = new URL(text);
    // A password with a lone % parses as a URL, but cannot be decoded.
    const parts = [url.username, url.password, url.pathname].map(decodeURIComponent);
    return (
      /^postgres(ql)?:$/.test(url.protocol) &&
      (url.hostname !== '' || url.searchParams.has('host')) &&
      parts.every((part) => !part.includes('\0')) &&
      url.pathname.length > 1
    );
  } catch {
    return false;
  }
}

export function postgresUrl() {
  return z.string().refine(isPostgresUrl, postgresUrlMessage);
}

export function postgresUrls() {
  return z
    .string()
    .transform((list) => list.split(',').map((url) => url.trim()))
    .refine((urls) => urls.every(isPostgresUrl), postgresUrlMessage);
}

export function webOrigin() {
  return z
    .string()
    .transform((text) => text.replace(/\/+$/, ''))
    .refine(isWebOrigin, '应为 http(s)://主机，不带查询参数 (http(s)://host without a query)');
}

function isWebOrigin(text: string): boolean {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '';
  } catch {
    return false;
  }
}

/** off, on, a number of hops, or addresses and networks (10.0.0.0/8,127.0.0.1). */
export function trustedProxies() {
  return z.string().transform((text, context): boolean | number | string => {
    const switched = switches.get(text);
    if (switched !== undefined) return switched;
    if (/^([1-9]|10)$/.test(text)) return Number(text);
    const networks = text.split(',').map((part) => part.trim());
    if (networks.every(isNetwork)) return networks.join(',');
    context.addIssue({ code: 'custom', message: '应为 off、on、1 至 10 或地址段列表 (off, on, 1 to 10 hops, or a list of addresses)' });
    return z.NEVER;
  });
}

/** Names of hosts, addresses and networks inside (oa.example.gov.cn,10.20.0.0/16). */
export function insideAddresses() {
  return z.string().transform((text, context): { hosts: string[]; networks: string[] } => {
    const parts = text.split(',').map((part) => part.trim().toLowerCase());
    const networks = parts.filter(isNetwork);
    const hosts = parts.filter((part) => !isNetwork(part));
    if (hosts.every((host) => /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host) && !/^[\d.]+$/.test(host))) return { hosts, networks };
    context.addIssue({
      code: 'custom',
      message: '应为主机名和地址段的列表 (a list of host names, addresses and networks, such as oa.example.gov.cn,10.20.0.0/16)',
    });
    return z.NEVER;
  });
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  const widest = version === 4 ? 32 : 128;
  return version !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest));
}
