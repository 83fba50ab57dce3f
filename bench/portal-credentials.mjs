// Signs in at a plane's portal as a person does, by its forms, and takes the access keys the page shows.
const newPassword = "Bench-password-1";

/** Credentials of the first administrator of a fresh plane. */
export async function administratorCredentials({ endpoint, password }) {
  const cookie = await signIn(endpoint, "administrator", password);
  await post(endpoint, "/new-password", cookie, { newPassword, again: newPassword, next: "/start" });
  const page = await post(endpoint, "/portal/credentials", cookie, {
    accountId: "111122223333",
    roleName: "AdministratorAccess",
  });
  const text = (await page.text()).replaceAll("&quot;", '"');
  const value = (name) => new RegExp(`${name}="([^"]+)"`).exec(text)?.[1] ?? fail(text);
  return {
    accessKeyId: value("AWS_ACCESS_KEY_ID"),
    secretAccessKey: value("AWS_SECRET_ACCESS_KEY"),
    sessionToken: value("AWS_SESSION_TOKEN"),
  };
}

async function signIn(endpoint, userName, password) {
  const answer = await post(endpoint, "/sign-in", "", { userName, password, next: "/start" });
  const [cookie] = (answer.headers.get("set-cookie") ?? "").split(";");
  return cookie === "" ? fail(await answer.text()) : cookie;
}

const post = (endpoint, path, cookie, form) =>
  fetch(endpoint + path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: endpoint },
    body: new URLSearchParams(form),
  });

function fail(text) {
  throw new Error(`signing in at the portal failed: ${text.slice(0, 500)}`);
}
