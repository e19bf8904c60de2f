import { z } from 'zod';
import { roles, type Role } from '../graphql/roles';

/** How tokens of an identity provider are understood. */
export interface OidcSettings {
  /** As the provider writes it in `iss`, to the character. */
  issuer: string;
  /** What `aud` must hold. */
  audience: string;
  /** Null: found by discovery. */
  jwksUri: string | null;
  /** Where the claims name roles: a claim, or a path through claims with dots. */
  roleClaim: string;
  /** The provider's word for each role. Of several that a token holds, the first here counts. */
  roleMap: readonly (readonly [word: string, role: Role])[];
  /** Where the claims name a reporter's unit; null where they do not. */
  unitClaim: string | null;
}

const notEmpty = z.string().min(1);

/** The variables of the identity provider. All of them need `OIDC_ISSUER`. */
export const oidcVariables = {
  OIDC_ISSUER: webAddress().optional(),
  OIDC_AUDIENCE: notEmpty.optional(),
  OIDC_JWKS_URI: webAddress().optional(),
  OIDC_ROLE_CLAIM: notEmpty.optional(),
  OIDC_ROLE_MAP: roleMap().optional(),
  OIDC_UNIT_CLAIM: notEmpty.optional(),
};

type OidcVariables = { [name in keyof typeof oidcVariables]?: z.output<(typeof oidcVariables)[name]> };

/** What is missing beside what is set; null where the variables go together. */
export function incompleteOidc(variables: OidcVariables): { variable: string; message: string } | null {
  const isAnySet = Object.keys(oidcVariables).some((name) => variables[name as keyof OidcVariables] !== undefined);
  if (!isAnySet) return null;
  for (const variable of ['OIDC_ISSUER', 'OIDC_AUDIENCE'] as const)
    if (variables[variable] === undefined) return { variable, message: '使用身份提供方时必填 (needed with an identity provider)' };
  return null;
}

export function oidcSettings(variables: OidcVariables): OidcSettings | null {
  if (variables.OIDC_ISSUER === undefined) return null;
  return {
    issuer: variables.OIDC_ISSUER,
    audience: variables.OIDC_AUDIENCE!,
    jwksUri: variables.OIDC_JWKS_URI ?? null,
    roleClaim: variables.OIDC_ROLE_CLAIM ?? 'roles',
    roleMap: variables.OIDC_ROLE_MAP ?? roles.map((role) => [role, role] as const),
    unitClaim: variables.OIDC_UNIT_CLAIM ?? null,
  };
}

/** Kept as it is written: an issuer with a slash at its end is another one. */
function webAddress() {
  return z.string().refine(isWebAddress, '应为 http(s) 地址，不带查询参数 (an http(s) address without a query)');
}

function isWebAddress(text: string): boolean {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '';
  } catch {
    return false;
  }
}

/** `gov-planner=PLANNER,gov-audit=AUDITOR`. A word may itself hold an equals sign. */
function roleMap() {
  return z.string().transform((text, context): (readonly [string, Role])[] => {
    const pairs = text.split(',').map((pair) => /^\s*(.+?)\s*=\s*([A-Z]+)\s*$/.exec(pair));
    const read = pairs.map((pair) => [pair?.[1] ?? '', roles.find((role) => role === pair?.[2])] as const);
    if (read.every((pair): pair is readonly [string, Role] => pair[0] !== '' && pair[1] !== undefined)) return read;
    context.addIssue({
      code: 'custom',
      message: `应为 词=角色 的列表，角色为 ${roles.join('、')} (a list of word=ROLE, such as gov-planner=PLANNER)`,
    });
    return z.NEVER;
  });
}
