/** A role that a service makes for itself in an account. */
export interface ServiceLinkedRole {
  readonly roleName: string;
  /** Names of AWS managed policies under `aws-service-role/`. */
  readonly policies: readonly string[];
  readonly description?: string;
  /** Whether an account may have several, told apart by a suffix. */
  readonly suffix?: true;
}

/** Service-linked roles by service name, as AWS made them on 2025-03-13; services not named here are not known. */
export const serviceLinkedRoles: ReadonlyMap<string, ServiceLinkedRole> = new Map(
  Object.entries<ServiceLinkedRole>({
    "accountdiscovery.ssm.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonSSM_AccountDiscovery",
      policies: ["AWSSystemsManagerAccountDiscoveryServicePolicy"],
    },
    "acm.amazonaws.com": {
      roleName: "AWSServiceRoleForCertificateManager",
      policies: ["CertificateManagerServiceRolePolicy"],
    },
    "appmesh.amazonaws.com": { roleName: "AWSServiceRoleForAppMesh", policies: ["AWSAppMeshServiceRolePolicy"] },
    "autoscaling-plans.amazonaws.com": {
      roleName: "AWSServiceRoleForAutoScalingPlans_EC2AutoScaling",
      policies: ["AWSAutoScalingPlansEC2AutoScalingPolicy"],
    },
    "autoscaling.amazonaws.com": {
      roleName: "AWSServiceRoleForAutoScaling",
      policies: ["AutoScalingServiceRolePolicy"],
      suffix: true,
    },
    "backup.amazonaws.com": {
      roleName: "AWSServiceRoleForBackup",
      policies: ["AWSBackupServiceLinkedRolePolicyForBackup"],
    },
    "batch.amazonaws.com": { roleName: "AWSServiceRoleForBatch", policies: ["BatchServiceRolePolicy"] },
    "cassandra.application-autoscaling.amazonaws.com": {
      roleName: "AWSServiceRoleForApplicationAutoScaling_CassandraTable",
      policies: ["AWSApplicationAutoscalingCassandraTablePolicy"],
    },
    "cks.kms.amazonaws.com": {
      roleName: "AWSServiceRoleForKeyManagementServiceCustomKeyStores",
      policies: ["AWSKeyManagementServiceCustomKeyStoresServiceRolePolicy"],
    },
    "cloudtrail.amazonaws.com": { roleName: "AWSServiceRoleForCloudTrail", policies: ["CloudTrailServiceRolePolicy"] },
    "codestar-notifications.amazonaws.com": {
      roleName: "AWSServiceRoleForCodeStarNotifications",
      policies: ["AWSCodeStarNotificationsServiceRolePolicy"],
    },
    "config.amazonaws.com": { roleName: "AWSServiceRoleForConfig", policies: ["AWSConfigServiceRolePolicy"] },
    "connect.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonConnect",
      policies: ["AmazonConnectServiceLinkedRolePolicy"],
      suffix: true,
    },
    "dms-fleet-advisor.amazonaws.com": {
      roleName: "AWSServiceRoleForDMSFleetAdvisor",
      policies: ["AWSDMSFleetAdvisorServiceRolePolicy"],
    },
    "dms.amazonaws.com": {
      roleName: "AWSServiceRoleForDMSServerless",
      policies: ["AWSDMSServerlessServiceRolePolicy"],
    },
    "docdb-elastic.amazonaws.com": {
      roleName: "AWSServiceRoleForDocDB-Elastic",
      policies: ["AmazonDocDB-ElasticServiceRolePolicy"],
    },
    "ec2-instance-connect.amazonaws.com": {
      roleName: "AWSServiceRoleForEc2InstanceConnect",
      policies: ["Ec2InstanceConnectEndpoint"],
    },
    "ec2.application-autoscaling.amazonaws.com": {
      roleName: "AWSServiceRoleForApplicationAutoScaling_EC2SpotFleetRequest",
      policies: ["AWSApplicationAutoscalingEC2SpotFleetRequestPolicy"],
    },
    "ecr.amazonaws.com": { roleName: "AWSServiceRoleForECRTemplate", policies: ["ECRTemplateServiceRolePolicy"] },
    "ecs.amazonaws.com": { roleName: "AWSServiceRoleForECS", policies: ["AmazonECSServiceRolePolicy"] },
    "eks-connector.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonEKSConnector",
      policies: ["AmazonEKSConnectorServiceRolePolicy"],
    },
    "eks-fargate.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonEKSForFargate",
      policies: ["AmazonEKSForFargateServiceRolePolicy"],
    },
    "eks-nodegroup.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonEKSNodegroup",
      policies: ["AWSServiceRoleForAmazonEKSNodegroup"],
    },
    "eks.amazonaws.com": { roleName: "AWSServiceRoleForAmazonEKS", policies: ["AmazonEKSServiceRolePolicy"] },
    "elasticache.amazonaws.com": {
      roleName: "AWSServiceRoleForElastiCache",
      policies: ["ElastiCacheServiceRolePolicy"],
    },
    "elasticbeanstalk.amazonaws.com": {
      roleName: "AWSServiceRoleForElasticBeanstalk",
      policies: ["AWSElasticBeanstalkServiceRolePolicy"],
    },
    "elasticfilesystem.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonElasticFileSystem",
      policies: ["AmazonElasticFileSystemServiceRolePolicy"],
    },
    "elasticloadbalancing.amazonaws.com": {
      roleName: "AWSServiceRoleForElasticLoadBalancing",
      policies: ["AWSElasticLoadBalancingServiceRolePolicy"],
    },
    "email.cognito-idp.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonCognitoIdpEmailService",
      policies: ["AmazonCognitoIdpEmailServiceRolePolicy"],
    },
    "emr-containers.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonEMRContainers",
      policies: ["AmazonEMRContainersServiceRolePolicy"],
    },
    "emrwal.amazonaws.com": { roleName: "AWSServiceRoleForEMRWAL", policies: ["EMRDescribeClusterPolicyForEMRWAL"] },
    "fis.amazonaws.com": { roleName: "AWSServiceRoleForFIS", policies: ["AmazonFISServiceRolePolicy"] },
    "grafana.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonGrafana",
      policies: ["AmazonGrafanaServiceLinkedRolePolicy"],
    },
    "imagebuilder.amazonaws.com": {
      roleName: "AWSServiceRoleForImageBuilder",
      policies: ["AWSServiceRoleForImageBuilder"],
    },
    "iotmanagedintegrations.amazonaws.com": {
      roleName: "AWSServiceRoleForIoTManagedIntegrations",
      policies: ["AWSIoTManagedIntegrationsRolePolicy"],
    },
    "kafka.amazonaws.com": { roleName: "AWSServiceRoleForKafka", policies: ["KafkaServiceRolePolicy"] },
    "kafkaconnect.amazonaws.com": {
      roleName: "AWSServiceRoleForKafkaConnect",
      policies: ["KafkaConnectServiceRolePolicy"],
    },
    "lakeformation.amazonaws.com": {
      roleName: "AWSServiceRoleForLakeFormationDataAccess",
      policies: ["LakeFormationDataAccessServiceRolePolicy"],
    },
    "lex.amazonaws.com": { roleName: "AWSServiceRoleForLexBots", policies: ["AmazonLexBotPolicy"] },
    "lexv2.amazonaws.com": { roleName: "AWSServiceRoleForLexV2Bots", policies: ["AmazonLexV2BotPolicy"], suffix: true },
    "lightsail.amazonaws.com": { roleName: "AWSServiceRoleForLightsail", policies: ["LightsailExportAccess"] },
    "m2.amazonaws.com": { roleName: "AWSServiceRoleForAWSM2", policies: ["AWSM2ServicePolicy"] },
    "memorydb.amazonaws.com": { roleName: "AWSServiceRoleForMemoryDB", policies: ["MemoryDBServiceRolePolicy"] },
    "mq.amazonaws.com": { roleName: "AWSServiceRoleForAmazonMQ", policies: ["AmazonMQServiceRolePolicy"] },
    "mrk.kms.amazonaws.com": {
      roleName: "AWSServiceRoleForKeyManagementServiceMultiRegionKeys",
      policies: ["AWSKeyManagementServiceMultiRegionKeysServiceRolePolicy"],
    },
    "notifications.amazonaws.com": {
      roleName: "AWSServiceRoleForAwsUserNotifications",
      policies: ["AWSUserNotificationsServiceLinkedRolePolicy"],
    },
    "observability.aoss.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonOpenSearchServerless",
      policies: ["AmazonOpenSearchServerlessServiceRolePolicy"],
    },
    "opensearchservice.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonOpenSearchService",
      policies: ["AmazonOpenSearchServiceRolePolicy"],
    },
    "ops.apigateway.amazonaws.com": {
      roleName: "AWSServiceRoleForAPIGateway",
      policies: ["APIGatewayServiceRolePolicy"],
    },
    "ops.emr-serverless.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonEMRServerless",
      policies: ["AmazonEMRServerlessServiceRolePolicy"],
    },
    "opsdatasync.ssm.amazonaws.com": {
      roleName: "AWSServiceRoleForSystemsManagerOpsDataSync",
      policies: ["AWSSystemsManagerOpsDataSyncServiceRolePolicy"],
    },
    "opsinsights.ssm.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonSSM_OpsInsights",
      policies: ["AWSSSMOpsInsightsServiceRolePolicy"],
    },
    "pullthroughcache.ecr.amazonaws.com": {
      roleName: "AWSServiceRoleForECRPullThroughCache",
      policies: ["AWSECRPullThroughCache_ServiceRolePolicy"],
    },
    "ram.amazonaws.com": {
      roleName: "AWSServiceRoleForResourceAccessManager",
      policies: ["AWSResourceAccessManagerServiceRolePolicy"],
    },
    "rds.amazonaws.com": {
      roleName: "AWSServiceRoleForRDS",
      policies: ["AmazonRDSServiceRolePolicy"],
      description: "Allows Amazon RDS to manage AWS resources on your behalf",
    },
    "redshift.amazonaws.com": {
      roleName: "AWSServiceRoleForRedshift",
      policies: ["AmazonRedshiftServiceLinkedRolePolicy"],
    },
    "replication.cassandra.amazonaws.com": {
      roleName: "AWSServiceRoleForKeyspacesReplication",
      policies: ["KeyspacesReplicationServiceRolePolicy"],
    },
    "replication.ecr.amazonaws.com": {
      roleName: "AWSServiceRoleForECRReplication",
      policies: ["ECRReplicationServiceRolePolicy"],
    },
    "repository.sync.codeconnections.amazonaws.com": {
      roleName: "AWSServiceRoleForGitSync",
      policies: ["AWSGitSyncServiceRolePolicy"],
    },
    "resource-explorer-2.amazonaws.com": {
      roleName: "AWSServiceRoleForResourceExplorer",
      policies: ["AWSResourceExplorerServiceRolePolicy"],
    },
    "rolesanywhere.amazonaws.com": {
      roleName: "AWSServiceRoleForRolesAnywhere",
      policies: ["AWSRolesAnywhereServicePolicy"],
    },
    "s3-outposts.amazonaws.com": {
      roleName: "AWSServiceRoleForS3OnOutposts",
      policies: ["AWSS3OnOutpostsServiceRolePolicy"],
    },
    "ses.amazonaws.com": { roleName: "AWSServiceRoleForAmazonSES", policies: ["AmazonSESServiceRolePolicy"] },
    "shield.amazonaws.com": { roleName: "AWSServiceRoleForAWSShield", policies: ["AWSShieldServiceRolePolicy"] },
    "ssm-incidents.amazonaws.com": {
      roleName: "AWSServiceRoleForIncidentManager",
      policies: ["AWSIncidentManagerServiceRolePolicy"],
    },
    "ssm-quicksetup.amazonaws.com": {
      roleName: "AWSServiceRoleForSSMQuickSetup",
      policies: ["SSMQuickSetupRolePolicy"],
    },
    "ssm.amazonaws.com": {
      roleName: "AWSServiceRoleForAmazonSSM",
      policies: ["AmazonSSMServiceRolePolicy"],
      description: "Provides access to AWS Resources managed or used by Amazon SSM.",
    },
    "sso.amazonaws.com": {
      roleName: "AWSServiceRoleForSSO",
      policies: ["AWSSSOServiceRolePolicy"],
      description:
        "Service-linked role used by AWS SSO to manage AWS resources, including IAM roles, policies and SAML IdP on your behalf.",
    },
    "vpcorigin.cloudfront.amazonaws.com": {
      roleName: "AWSServiceRoleForCloudFrontVPCOrigin",
      policies: ["AWSCloudFrontVPCOriginServiceRolePolicy"],
    },
    "waf.amazonaws.com": { roleName: "AWSServiceRoleForWAFLogging", policies: ["WAFLoggingServiceRolePolicy"] },
    "wafv2.amazonaws.com": { roleName: "AWSServiceRoleForWAFV2Logging", policies: ["WAFV2LoggingServiceRolePolicy"] },
  }),
);
