import { operationsOf } from "../frame/operation.ts";
import { type Organization, organizations } from "../records/organizations.ts";
import { servicePrincipal } from "./authorization.ts";
import { managedOrganization, readableOrganization } from "./organization-access.ts";
import { organizationsPage } from "./page.ts";
import { invalidInput, violates } from "./refusals.ts";

const operation = operationsOf("organizations");

/** Whether an AWS service has trusted access to the organization. */
export const isTrusted = ({ trustedServices = [] }: Organization, principal: string): boolean =>
  trustedServices.some((trusted) => trusted.servicePrincipal === principal);

/** Fails unless the text has the form of a service principal; which services exist is not published as a list. */
export function requireServicePrincipal(text: string): void {
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/.test(text)) return;
  invalidInput("UNRECOGNIZED_SERVICE_PRINCIPAL", "You specified a service principal that isn't recognized.");
}

const enableAccess = operation("EnableAWSServiceAccess", {
  authorize: ({ input }) => ({ context: servicePrincipal(input.ServicePrincipal) }),
  run: (call) => {
    const { tx, now } = call;
    const { ServicePrincipal: principal } = call.input;
    const organization = managedOrganization(call);
    requireAllFeatures(organization);
    requireServicePrincipal(principal);
    if (isTrusted(organization, principal)) return {};
    const trustedServices = [
      ...(organization.trustedServices ?? []),
      { servicePrincipal: principal, dateEnabled: now },
    ];
    tx.put(organizations, { ...organization, trustedServices });
    return {};
  },
});

function requireAllFeatures({ featureSet }: Organization): void {
  if (featureSet === "ALL") return;
  violates(
    "ORGANIZATION_NOT_IN_ALL_FEATURES_MODE",
    "Your organization must have all features enabled to perform this operation.",
  );
}

const disableAccess = operation("DisableAWSServiceAccess", {
  authorize: ({ input }) => ({ context: servicePrincipal(input.ServicePrincipal) }),
  run: (call) => {
    const organization = managedOrganization(call);
    requireServicePrincipal(call.input.ServicePrincipal);
    const trustedServices = organization.trustedServices?.filter(
      (trusted) => trusted.servicePrincipal !== call.input.ServicePrincipal,
    );
    call.tx.put(organizations, { ...organization, ...(trustedServices && { trustedServices }) });
    return {};
  },
});

const listAccess = operation("ListAWSServiceAccessForOrganization", {
  run: (call) => {
    const { trustedServices = [] } = readableOrganization(call);
    const { items, paging } = organizationsPage(trustedServices, call.input, (trusted) => trusted.servicePrincipal);
    const enabled = items.map(({ servicePrincipal: name, dateEnabled }) => ({
      ServicePrincipal: name,
      DateEnabled: new Date(dateEnabled),
    }));
    return { EnabledServicePrincipals: enabled, ...paging };
  },
});

/** Operations on the trusted access of AWS services. */
export const serviceAccessOperations = [enableAccess, disableAccess, listAccess];
