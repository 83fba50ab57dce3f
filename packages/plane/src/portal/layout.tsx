/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child, FC } from "hono/jsx";
import { raw } from "hono/html";
import { Tower } from "./tower.tsx";

/** The frame of every portal page. */
export const Layout: FC<{ title: string; person?: string; children?: Child }> = ({ title, person, children }) => (
  <>
    {raw("<!doctype html>")}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title} · Castellan access portal</title>
        <link rel="icon" href="/portal/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/portal/style.css" />
      </head>
      <body>
        <header>
          <div class="bar">
            <a class="brand" href="/start">
              <Tower />
              <span>Castellan access portal</span>
            </a>
            {person === undefined ? null : (
              <form class="who" method="post" action="/sign-out">
                <span>{person}</span>
                <button class="quiet">Sign out</button>
              </form>
            )}
          </div>
        </header>
        <main>{children}</main>
        <footer>An AWS-compatible identity plane on this machine. Nothing here reaches AWS.</footer>
      </body>
    </html>
  </>
);

/** What is wrong with what was sent, read out by screen readers as it appears. */
export const Problem: FC<{ text: string | undefined }> = ({ text }) =>
  text === undefined ? null : (
    <p class="problem" role="alert">
      {text}
    </p>
  );

/** A short message on a page of its own. */
export const Message: FC<{ title: string; person?: string; children?: Child }> = ({ title, children, ...rest }) => (
  <Layout title={title} {...rest}>
    <div class="card narrow">
      <h1>{title}</h1>
      {children}
    </div>
  </Layout>
);

/** A moment as people read it, to the minute, in UTC; `time` is ISO 8601. */
export const Moment: FC<{ time: string }> = ({ time }) => (
  <time datetime={time}>{`${time.slice(0, 10)} ${time.slice(11, 16)} UTC`}</time>
);
