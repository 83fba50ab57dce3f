const loopbackHosts = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** RFC 8252, 7.3: an application on the person's own machine is sent codes over plain HTTP to a loopback address. */
export function isLoopbackRedirect(uri: string): boolean {
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  if (url?.protocol !== "http:" || !loopbackHosts.has(url.hostname)) return false;
  return url.username === "" && url.password === "" && !uri.includes("#");
}

/** Whether `used` is the address that was `registered`: character by character, but for the port of a loopback address. */
export function redirectMatches(registered: string, used: string): boolean {
  if (!isLoopbackRedirect(registered) || !isLoopbackRedirect(used)) return false;
  const [a, b] = [new URL(registered), new URL(used)];
  return a.hostname === b.hostname && a.pathname === b.pathname && a.search === b.search;
}
