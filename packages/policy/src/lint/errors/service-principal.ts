/** The domains of service principals, by partition [IAM User Guide, reference_policies_elements_principal; botocore partitions, 2026]. */
const domain =
  /\.(amazonaws\.com(\.cn|\.eu)?|amazon\.com|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov|aws\.internal)$/;

/** Whether a pattern can fit the name of a service: a star may stand at either end. */
export function canBeServicePrincipal(pattern: string): boolean {
  if (!/^[a-z0-9*?._-]+$/.test(pattern)) return false;
  return pattern.endsWith("*") || domain.test(pattern.replace(/[*?]/g, "x").replace(/^x+$/, "x.amazonaws.com"));
}
