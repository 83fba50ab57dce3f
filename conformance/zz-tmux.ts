import { guide, guidePlane } from "./support/guide-plane.ts";
import { readerHome } from "./support/reader-home.ts";
import { openTerminal } from "./support/terminal.ts";
import { personAtBrowser } from "./support/person-at-browser.ts";
const served = await guidePlane();
const home = readerHome(served.endpoint);
const s = AbortSignal.timeout(40000);
const t = await openTerminal(home.path, home.environment, s);
const person = await personAtBrowser({ userName: guide.person, oneTimePassword: served.oneTimePassword });
try {
await t.answer(/\$ ?$/m, "aws configure sso");
await t.answer(/SSO session name \(Recommended\): ?$/m, "my-aws");
await t.answer(/SSO start URL \[None\]: ?$/m, served.startUrl);
await t.answer(/SSO region \[None\]: ?$/m, guide.region);
await t.answer(/SSO registration scopes \[sso:account:access\]: ?$/m, "sso:account:access");
console.log(await person.answer(await home.openedAddress(s), "Allow access"));
console.log(await t.see(/AdminAccess/));
console.log(await t.see(/XXXX/));
} catch (e) { console.log(e) }
await t.close(); await person.close(); await served.close(); home.remove();
