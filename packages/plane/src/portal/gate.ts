import type { Context } from "hono";
import type { Core } from "../frame/core.ts";
import { leadingBack } from "./addresses.ts";
import { type SignedIn, signedInWith } from "./browser-session.ts";

type Page = (c: Context, signedIn: SignedIn) => Response | Promise<Response>;

/** A page for signed-in people: others are led to sign in, or to choose a password first, and back. */
export function forSignedIn(core: Core, page: Page): (c: Context) => Response | Promise<Response> {
  return (c) => {
    const signedIn = signedInWith(core, c);
    if (!signedIn) return c.redirect(leadingBack(c, "/sign-in"), 303);
    if (signedIn.mustChoosePassword) return c.redirect(leadingBack(c, "/new-password"), 303);
    return page(c, signedIn);
  };
}
