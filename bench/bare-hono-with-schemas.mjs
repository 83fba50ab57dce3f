// The same floor with the SDK package loaded whose schemas the first call needs.
await import("@aws-sdk/client-sts");
await import("./bare-hono.mjs");
