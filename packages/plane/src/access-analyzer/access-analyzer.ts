import type { ServiceModule } from "../frame/operation.ts";
import { accessCheckOperations } from "./access-checks.ts";
import { analyzedResourceOperations } from "./analyzed-resources.ts";
import { analyzerTagOperations } from "./analyzer-tags.ts";
import { analyzerOperations } from "./analyzers.ts";
import { archiveRuleOperations } from "./archive-rules.ts";
import { findingOperations } from "./findings.ts";
import { validatePolicy } from "./validate-policy.ts";

/** IAM Access Analyzer, 2019-11-01. */
export const accessAnalyzer: ServiceModule = {
  id: "accessanalyzer",
  prefix: "access-analyzer",
  operations: [
    validatePolicy,
    ...accessCheckOperations,
    ...analyzerOperations,
    ...archiveRuleOperations,
    ...findingOperations,
    ...analyzedResourceOperations,
    ...analyzerTagOperations,
  ],
};
