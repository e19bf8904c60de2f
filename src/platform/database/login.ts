export interface Login {
  user: string;
  password: string;
}

/** As node-postgres reads an address: a user among the parameters counts before one in front of the host. */
export function loginOf(url: string): Login {
  const { username, password, searchParams } = new URL(url);
  return {
    user: searchParams.get('user') ?? decodeURIComponent(username),
    password: searchParams.get('password') ?? decodeURIComponent(password),
  };
}

/** The same place with another login. An address by socket has no host that a login could stand before. */
export function withLogin(url: string, { user, password }: Login): string {
  const other = new URL(url);
  other.searchParams.delete('user');
  other.searchParams.delete('password');
  if (other.hostname === '') {
    other.searchParams.set('user', user);
    other.searchParams.set('password', password);
  } else {
    other.username = encodeURIComponent(user);
    other.password = encodeURIComponent(password);
  }
  return other.href;
}
