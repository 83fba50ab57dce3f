import { installedCatalog } from "@castellan/catalog/node";

/** The days that the catalogue's facts are of, as a proof takes them for known. */
export function catalogDays(): readonly string[] {
  const [actions, policies] = installedCatalog().sources();
  if (actions === undefined || policies === undefined) return [];
  return [`the catalogue is AWS: its actions are of ${actions.date}, its managed policies of ${policies.date}`];
}
