/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FC } from "hono/jsx";

const outline = "M3 3h4v3h3V3h4v3h3V3h4v8l-2 2v8h-5v-4a2 2 0 0 0-4 0v4H5v-8l-2-2z";

/** The castellan's tower, in the colour of the text around it. */
export const Tower: FC = () => (
  <svg class="tower" viewBox="0 0 24 24" aria-hidden="true">
    <path d={outline} fill="currentColor" />
  </svg>
);

/** The tower as the icon of a browser's tab. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#3d63dd" d="${outline}"/></svg>`;
