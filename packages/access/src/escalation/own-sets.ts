import { type EscalationNeed, type EscalationSet, escalation, target } from "./escalation-set.ts";
import { inIdentityCenter } from "./sign-in-sets.ts";

const organization: EscalationNeed = { kind: "home", of: "the organization" };
const administratorSet = target("a permission set of administrators", "administratorPermissionSet");
const administratorGroup = target("a group that holds a permission set of administrators", "administratorGroup");

/** Sets that no public list has, found by asking what decides access in an organization with Identity Center. */
export const ownSets: readonly EscalationSet[] = [
  inIdentityCenter(
    "assign-set",
    "assigns itself a permission set that is there",
    "sso:CreateAccountAssignment",
    "own",
    administratorSet,
  ),
  inIdentityCenter(
    "entitlement",
    "gives itself an account by account access manager",
    "account-access:CreateEntitlement",
    "own",
    target("account access manager, set up, with a role of administrators"),
  ),
  inIdentityCenter(
    "provision-set",
    "provisions a permission set that was widened but not brought to its accounts",
    "sso:ProvisionPermissionSet",
    "own",
    target("a permission set of the caller that was widened and not provisioned"),
  ),
  inIdentityCenter(
    "set-customer-policy",
    "names a customer managed policy in a permission set of its own",
    "sso:AttachCustomerManagedPolicyReferenceToPermissionSet",
    "own",
    target("a customer managed policy with more rights in the accounts of a permission set of the caller"),
  ),
  inIdentityCenter(
    "set-boundary-removed",
    "takes the permissions boundary off a permission set of its own",
    "sso:DeletePermissionsBoundaryFromPermissionSet",
    "own",
    target("a permission set of the caller that allows more than its permissions boundary"),
  ),
  inIdentityCenter(
    "set-boundary-changed",
    "gives a permission set of its own a wide permissions boundary",
    "sso:PutPermissionsBoundaryToPermissionSet",
    "own",
    target("a permission set of the caller that allows more than its permissions boundary"),
  ),
  inIdentityCenter(
    "attributes",
    "changes which attributes become tags of sessions",
    "sso:UpdateInstanceAccessControlAttributeConfiguration",
    "own",
    target("policies that allow by tags of the principal"),
  ),
  inIdentityCenter(
    "join-directory-group",
    "joins a group that administers",
    "identitystore:CreateGroupMembership",
    "own",
    administratorGroup,
  ),
  inIdentityCenter(
    "directory-user",
    "changes the attributes or the e-mail address of a user",
    "identitystore:UpdateUser",
    "own",
    target("an administrator among the users of Identity Center's own directory", "administratorGroup"),
  ),
  inIdentityCenter(
    "join-group-in-console",
    "joins a group that administers",
    "sso-directory:AddMemberToGroup",
    "own",
    administratorGroup,
  ),
  inIdentityCenter(
    "directory-password",
    "sets the password of another user",
    "sso-directory:UpdatePassword",
    "own",
    target("an administrator among the users of Identity Center's own directory, without MFA", "administratorGroup"),
  ),
  escalation(
    "member-account-role",
    "assumes the role that Organizations puts into the accounts it makes",
    "sts:AssumeRole",
    {
      effect: "other",
      needs: [organization, ...target("OrganizationAccountAccessRole in a member account", "memberAccountRole")],
      from: "own",
    },
  ),
  escalation(
    "new-account",
    "makes an account and assumes its administrator role",
    "organizations:CreateAccount sts:AssumeRole",
    { effect: "other", needs: [organization], from: "own" },
  ),
  escalation("assume-root", "acts as the root user of a member account, within AWS's task policies", "sts:AssumeRoot", {
    effect: "other",
    needs: [organization, ...target("central management of root access, switched on")],
    from: "own",
  }),
  escalation(
    "lift-control-policy",
    "takes a service control policy off the accounts it holds back",
    "organizations:DetachPolicy",
    {
      effect: "other",
      needs: [organization, ...target("an account whose principals a service control policy holds back")],
      from: "own",
    },
  ),
  escalation(
    "saml-provider",
    "replaces the certificate of an identity provider and signs in as anybody it names",
    "iam:UpdateSAMLProvider",
    {
      effect: "other",
      needs: target("a role with more rights that trusts a SAML provider, as the roles of Identity Center do"),
      from: "own",
    },
  ),
  escalation(
    "service-credential",
    "makes a service's credentials of another user",
    "iam:CreateServiceSpecificCredential",
    {
      effect: "other",
      needs: target("an IAM user with more rights in a service that has credentials of its own", "iamUser"),
      from: "own",
    },
  ),
  escalation(
    "own-boundary-version",
    "widens the customer managed policy that is its permissions boundary",
    "iam:CreatePolicyVersion",
    {
      effect: "self",
      needs: target("policies of the caller that allow more than its permissions boundary"),
      from: "own",
    },
  ),
  escalation(
    "trust-anchor",
    "lets its own certificates stand for a role",
    "iam:PassRole rolesanywhere:CreateTrustAnchor rolesanywhere:CreateProfile",
    { effect: "role", needs: [{ kind: "passableRole", service: "rolesanywhere.amazonaws.com" }], from: "own" },
  ),
];
