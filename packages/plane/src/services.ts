import type { ServiceId } from "@castellan/wire";
import type { ServiceModule } from "./frame/operation.ts";

/** The services the plane has handlers for, each loaded when it is first called. */
export const serviceModules: Partial<Record<ServiceId, () => Promise<ServiceModule>>> = {
  iam: async () => (await import("./iam/iam.ts")).iam,
  sts: async () => (await import("./sts/sts.ts")).sts,
  organizations: async () => (await import("./organizations/organizations.ts")).organizations,
  "sso-admin": async () => (await import("./sso-admin/sso-admin.ts")).ssoAdmin,
  identitystore: async () => (await import("./identitystore/identitystore.ts")).identityStore,
  "sso-oidc": async () => (await import("./sso-oidc/sso-oidc.ts")).ssoOidc,
  sso: async () => (await import("./sso/sso.ts")).sso,
  account: async () => (await import("./account/account.ts")).account,
  accessanalyzer: async () => (await import("./access-analyzer/access-analyzer.ts")).accessAnalyzer,
};

/** The handlers of a service; a service without any serves none of its operations. */
export async function moduleOf(service: ServiceId): Promise<ServiceModule> {
  return (await serviceModules[service]?.()) ?? { id: service, prefix: service, operations: [] };
}
